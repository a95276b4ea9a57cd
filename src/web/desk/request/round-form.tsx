import { type ReactNode, useState } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { Choice, Field, Tick } from '../../ui/light/fields.tsx';
import { Empty } from '../../ui/light/notice.tsx';
import { openRound, skipInterest } from '../doors.ts';
import type { FormProps } from './act-panel.tsx';
import { Form } from './form.tsx';

/** P6, T5: two or three options go on the table together; one takes a reason, and so does not knowing what is behind the request. */
export function RoundForm({ page, done }: FormProps): ReactNode {
  const t = useT();
  const drafts = page.options.filter((o) => o.state === 'draft' || (o.state === 'on-the-table' && o.side === 'theirs'));
  const [chosen, setChosen] = useState<string[]>(drafts.map((o) => o.id));
  const [reveal, setReveal] = useState<'at-once' | 'when-both-answered'>('at-once');
  const [oneWhy, setOneWhy] = useState('');
  const [missesWhy, setMissesWhy] = useState('');
  const [skipWhy, setSkipWhy] = useState('');
  const [ends, setEnds] = useState(false);
  const open = page.rounds.findLast((r) => !r.closedAt);
  const interestKnown =
    page.entries.some((e) => e.kind === 'interest' && e.state !== 'withdrawn') || page.interestSkippedWhy !== null;
  if (drafts.length === 0) return <Empty>{t('desk-work.no-drafts')}</Empty>;
  return (
    <Form
      send={t('desk-work.put-on-table')}
      act={async () => {
        if (!interestKnown) await skipInterest({ params: { id: page.id }, body: { why: skipWhy } });
        await openRound({
          params: { id: page.id },
          body: {
            optionIds: chosen,
            reveal,
            oneOptionWhy: oneWhy.trim() || null,
            missesWhy: missesWhy.trim() || null,
            endsOpenRound: open !== undefined,
          },
        });
        await done();
      }}
    >
      <fieldset className="grid gap-1">
        <legend className="font-medium">{t('desk-work.options')}</legend>
        {drafts.map((o) => (
          <Tick
            key={o.id}
            label={`${o.letter} · ${o.title}`}
            checked={chosen.includes(o.id)}
            onChange={(event) => setChosen(event.target.checked ? [...chosen, o.id] : chosen.filter((c) => c !== o.id))}
          />
        ))}
      </fieldset>
      <Choice
        label={t('desk-work.reveal')}
        value={reveal}
        onChange={(event) => setReveal(event.target.value as 'at-once')}
      >
        <option value="at-once">{t('desk-work.reveal-at-once')}</option>
        <option value="when-both-answered">{t('desk-work.reveal-both')}</option>
      </Choice>
      {chosen.length === 1 ? (
        <Field
          label={t('desk-work.one-option-why')}
          value={oneWhy}
          required
          minLength={3}
          onChange={(event) => setOneWhy(event.target.value)}
        />
      ) : null}
      {interestKnown ? null : (
        <Field
          label={t('desk-work.skip-interest-why')}
          value={skipWhy}
          required
          minLength={3}
          onChange={(event) => setSkipWhy(event.target.value)}
        />
      )}
      {open ? (
        <Tick
          label={t('desk-work.ends-open-round', { n: open.number })}
          required
          checked={ends}
          onChange={(event) => setEnds(event.target.checked)}
        />
      ) : null}
      <Field
        label={t('desk-work.misses-why')}
        hint={t('desk-work.misses-hint')}
        value={missesWhy}
        onChange={(event) => setMissesWhy(event.target.value)}
      />
    </Form>
  );
}
