import { type ReactNode, useState } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/light/button.tsx';
import { Choice, Field } from '../../ui/light/fields.tsx';
import { Notice, ProblemNotice } from '../../ui/light/notice.tsx';
import { useAction } from '../../ui/light/use-action.ts';
import { nameDecider, openConflict, recordDecision, sendNoticeAgain } from '../doors.ts';
import type { Act, FormProps } from './act-panel.tsx';
import { Form } from './form.tsx';
import type { Seen } from './request.ts';

/** S11: where their own side is not at one: positions, what became of the notice, who decides, what was decided. */
export function Conflict({ page, again, onAct }: Seen & { onAct: (act: Act) => void }): ReactNode {
  const t = useT();
  const format = useFormat();
  const resend = useAction(async () => {
    await sendNoticeAgain({ params: { id: page.id }, body: {} });
    await again();
  });
  const { conflict } = page;
  if (!conflict) return null;
  const decider = page.contacts.find((c) => c.id === page.decisionMakerId);
  const missed = conflict.people.some((p) => p.delivery === 'failed' || p.delivery === 'unknown');
  return (
    <Notice tone={conflict.state === 'decided' ? 'plain' : 'warn'}>
      <h2 className="font-semibold">
        {t('desk-table.conflict')}: {conflict.matter}
      </h2>
      <ul>
        {conflict.people.map((p) => (
          <li key={p.contactId}>
            <strong>{p.name}</strong>
            {p.words ? `: “${p.words}”` : ''}{' '}
            <span className={p.delivery === 'failed' ? 'text-red' : 'text-muted'}>
              {t(`desk-table.notice.${p.delivery}`)}
            </span>
          </li>
        ))}
      </ul>
      {conflict.state === 'decided' ? (
        <p>
          {t('desk-table.conflict-decided', {
            name: conflict.decidedBy ?? '–',
            date: format.date(conflict.decidedAt ?? conflict.at),
            decision: conflict.decision ?? '',
          })}
        </p>
      ) : (
        <>
          <p>
            {conflict.suspendedAt
              ? t('desk-table.conflict-suspended', { date: format.when(conflict.suspendedAt) })
              : t('desk-table.conflict-told')}
          </p>
          <p>{decider ? t('desk-table.decides', { name: decider.name }) : t('desk-table.decides-nobody')}</p>
          <p className="no-print flex flex-wrap gap-2">
            <Button onClick={() => onAct({ kind: 'decision' })}>{t('desk-work.act.decision')}</Button>
            {missed && conflict.state === 'told' ? (
              <Button kind="quiet" busy={resend.busy} onClick={() => void resend.run()}>
                {t('desk-table.notice-again')}
              </Button>
            ) : null}
          </p>
          <ProblemNotice problem={resend.problem} />
        </>
      )}
    </Notice>
  );
}

export function ConflictForm({ page, done }: FormProps): ReactNode {
  const t = useT();
  const [matter, setMatter] = useState('');
  const [words, setWords] = useState<Readonly<Record<string, string>>>({});
  const people = page.contacts.filter((c) => c.status === 'active');
  const positions = people
    .map((c) => ({ contactId: c.id, words: (words[c.id] ?? '').trim() }))
    .filter((p) => p.words !== '');
  return (
    <Form
      send={t('desk-table.conflict-send')}
      act={async () => {
        await openConflict({ params: { id: page.id }, body: { matter, positions } });
        await done();
      }}
    >
      <p className="text-muted">{t('desk-table.conflict-hint')}</p>
      <Field
        label={t('desk-table.conflict-matter')}
        value={matter}
        required
        onChange={(event) => setMatter(event.target.value)}
      />
      {people.map((c) => (
        <Field
          key={c.id}
          label={t('desk-table.conflict-wants', { name: c.name })}
          value={words[c.id] ?? ''}
          onChange={(event) => setWords({ ...words, [c.id]: event.target.value })}
        />
      ))}
    </Form>
  );
}

/** Who decides, as they said in writing; and the decision itself, from a message which that person wrote. */
export function DecisionForm({ page, done }: FormProps): ReactNode {
  const t = useT();
  const format = useFormat();
  const [contactId, setContactId] = useState(page.decisionMakerId ?? '');
  const [why, setWhy] = useState('');
  const [messageId, setMessageId] = useState('');
  const [decision, setDecision] = useState('');
  const decider = page.contacts.find((c) => c.id === page.decisionMakerId);
  const theirs = page.messages.filter((m) => m.direction === 'in' && m.authorName === decider?.name).toReversed();
  return (
    <div className="grid gap-6">
      <Form
        act={async () => {
          await nameDecider({ params: { id: page.id }, body: { contactId, why } });
          await done();
        }}
      >
        <Choice
          label={t('desk-table.name-decider')}
          value={contactId}
          required
          onChange={(event) => setContactId(event.target.value)}
        >
          <option value="" />
          {page.contacts
            .filter((c) => c.status === 'active' && c.may === 'decide')
            .map((c) => (
              <option key={c.id} value={c.id}>
                {c.name}
              </option>
            ))}
        </Choice>
        <Field
          label={t('desk-table.name-decider-why')}
          value={why}
          required
          minLength={3}
          onChange={(event) => setWhy(event.target.value)}
        />
      </Form>
      {decider ? (
        <section className="grid gap-2">
          <h3 className="font-medium">{t('desk-table.record-decision')}</h3>
          {theirs.length === 0 ? (
            <p className="text-muted">{t('desk-table.record-none')}</p>
          ) : (
            <Form
              act={async () => {
                await recordDecision({ params: { id: page.id }, body: { messageId, decision } });
                await done();
              }}
            >
              <Choice
                label={t('desk-table.record-message')}
                value={messageId}
                required
                onChange={(event) => setMessageId(event.target.value)}
              >
                <option value="" />
                {theirs.map((m) => (
                  <option key={m.id} value={m.id}>
                    {`${format.when(m.at)}: ${m.body.slice(0, 60)}`}
                  </option>
                ))}
              </Choice>
              <Field
                label={t('desk-table.decision-words')}
                value={decision}
                required
                minLength={3}
                onChange={(event) => setDecision(event.target.value)}
              />
            </Form>
          )}
        </section>
      ) : null}
    </div>
  );
}
