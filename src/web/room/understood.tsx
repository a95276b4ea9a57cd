import { type ReactNode, useState } from 'react';
import type { RoomPage } from '../../contract/room.ts';
import { useT } from '../i18n/i18n.tsx';
import { Button } from '../ui/light/button.tsx';
import { Choice, Field, Tick } from '../ui/light/fields.tsx';
import { ProblemNotice } from '../ui/light/notice.tsx';
import { useAction } from '../ui/light/use-action.ts';
import { useDraft } from '../ui/light/use-draft.ts';
import { addOwnEntry, answerOpenQuestion, disputeEntry } from './doors.ts';
import { Section, type Seen } from './section.tsx';

type Entry = RoomPage['entries'][number];
const KINDS = ['interest', 'condition', 'fact', 'already-has'] as const;

/** What we understood, in the client's own words, with “that's not it” beside each. */
export function Understood(seen: Seen): ReactNode {
  const t = useT();
  const { page } = seen;
  const standing = page.entries.filter((e) => e.kind !== 'question' && e.state !== 'withdrawn');
  const questions = page.entries.filter((e) => e.kind === 'question' && e.state === 'open');
  const may = page.me.may !== 'see' && page.phase !== 'closed';
  return (
    <Section title={t('room.understood')}>
      {standing.length === 0 ? <p className="text-muted">{t('room.understood-none')}</p> : null}
      <ul className="grid gap-2">
        {standing.map((entry) => (
          <Understanding key={entry.id} entry={entry} may={may} {...seen} />
        ))}
      </ul>
      {questions.length > 0 ? <h3 className="font-medium">{t('room.questions')}</h3> : null}
      <ul className="grid gap-2">
        {questions.map((entry) => (
          <Question key={entry.id} entry={entry} {...seen} />
        ))}
      </ul>
      {may ? <AddEntry {...seen} /> : null}
    </Section>
  );
}

function Understanding({ entry, may, page, reload }: Seen & { entry: Entry; may: boolean }): ReactNode {
  const t = useT();
  const [open, setOpen] = useState(false);
  const [words, setWords, done] = useDraft(`dispute:${entry.id}`);
  const dispute = useAction(async () => {
    await disputeEntry({ params: { id: page.id, entryId: entry.id }, body: { words } });
    done();
    setOpen(false);
    await reload();
  });
  return (
    <li className="grid gap-2 rounded-md border border-line bg-panel p-3">
      <p className="text-muted">{t(`shared.entry.${entry.kind}`)}</p>
      <p className="wrap-anywhere">“{entry.text}”</p>
      {entry.dispute ? <p className="text-amber">{t('room.disputed', { words: entry.dispute })}</p> : null}
      {may && !open ? (
        <p>
          <Button kind="quiet" onClick={() => setOpen(true)}>
            {t('room.not-it')}
          </Button>
        </p>
      ) : null}
      {open ? (
        <form
          className="grid gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            void dispute.run();
          }}
        >
          <Field
            label={t('room.not-it-label')}
            value={words}
            required
            maxLength={500}
            onChange={(event) => setWords(event.target.value)}
          />
          <ProblemNotice problem={dispute.problem} />
          <div className="flex gap-2">
            <Button type="submit" busy={dispute.busy}>
              {t('shared.send')}
            </Button>
            <Button kind="quiet" onClick={() => setOpen(false)}>
              {t('shared.cancel')}
            </Button>
          </div>
        </form>
      ) : null}
    </li>
  );
}

function Question({ entry, page, reload }: Seen & { entry: Entry }): ReactNode {
  const t = useT();
  const [words, setWords, done] = useDraft(`answer:${entry.id}`);
  const answer = useAction(async () => {
    await answerOpenQuestion({ params: { id: page.id, entryId: entry.id }, body: { answer: words } });
    done();
    await reload();
  });
  return (
    <li className="rounded-md border border-line p-3">
      <form
        className="grid gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          void answer.run();
        }}
      >
        <Field
          label={entry.text}
          value={words}
          required
          maxLength={500}
          onChange={(event) => setWords(event.target.value)}
        />
        <ProblemNotice problem={answer.problem} />
        <p>
          <Button type="submit" busy={answer.busy}>
            {t('room.answer')}
          </Button>
        </p>
      </form>
    </li>
  );
}

function AddEntry({ page, reload }: Seen): ReactNode {
  const t = useT();
  const [kind, setKind] = useState<(typeof KINDS)[number]>('condition');
  const [free, setFree] = useState(false);
  const [words, setWords, done] = useDraft(`entry:${page.id}`);
  const add = useAction(async () => {
    const value =
      kind === 'condition' && free ? ({ kind: 'money', max: { minor: 0, currency: page.currency } } as const) : null;
    await addOwnEntry({ params: { id: page.id }, body: { kind, text: words, value } });
    done();
    setFree(false);
    await reload();
  });
  return (
    <details className="rounded-md border border-line p-3">
      <summary className="min-h-8 font-medium">{t('room.add-condition')}</summary>
      <form
        className="mt-3 grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void add.run();
        }}
      >
        <Choice
          label={t('room.add-kind')}
          value={kind}
          onChange={(event) => setKind(event.target.value as (typeof KINDS)[number])}
        >
          {KINDS.map((k) => (
            <option key={k} value={k}>
              {t(`room.kind.${k}`)}
            </option>
          ))}
        </Choice>
        <Field
          label={t('room.add-words')}
          value={words}
          required
          maxLength={500}
          onChange={(event) => setWords(event.target.value)}
        />
        {kind === 'condition' ? (
          <Tick label={t('room.zero-cost')} checked={free} onChange={(event) => setFree(event.target.checked)} />
        ) : null}
        <ProblemNotice problem={add.problem} />
        <p>
          <Button type="submit" busy={add.busy}>
            {t('room.add')}
          </Button>
        </p>
      </form>
    </details>
  );
}
