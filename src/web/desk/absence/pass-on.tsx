import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Theirs } from '../../../contract/absence.ts';
import { useFormat } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Field, Tick } from '../../ui/light/fields.tsx';
import { Empty } from '../../ui/light/notice.tsx';
import { listMembers } from '../doors.ts';
import { Form } from '../request/form.tsx';
import { useAgain } from '../request/request.ts';
import { Colleague } from './colleague.tsx';
import { passOn } from './doors.ts';

export type Passed = Awaited<ReturnType<typeof passOn>> & { n: number; toName: string };
const KINDS = ['visits', 'promises', 'requests', 'steps'] as const;
type Kind = (typeof KINDS)[number];
type Line = { id: string; text: string; more: string; due: string };
type Props = { id: string; theirs: Theirs; done: (passed: Passed) => void };

/** Everything of theirs with a tick each, and one button that gives it to a colleague. */
export function PassOn({ id, theirs, done }: Props): ReactNode {
  const t = useT();
  const format = useFormat();
  const again = useAgain();
  const [to, setTo] = useState(theirs.absence?.substituteId ?? '');
  const { data: members } = useQuery({ queryKey: ['members'], queryFn: () => listMembers({}) });
  const toName = (member: string): string => members?.items.find((m) => m.id === member)?.name ?? '';
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [days, setDays] = useState('');
  const lines = linesOf(theirs);
  const taken = (kind: Kind): string[] => lines[kind].map((l) => l.id).filter((l) => !left.has(`${kind}:${l}`));
  const n = KINDS.reduce((sum, kind) => sum + taken(kind).length, 0);
  const tick = (keys: readonly string[], on: boolean): void => {
    const next = new Set(left);
    for (const key of keys)
      if (on) next.delete(key);
      else next.add(key);
    setLeft(next);
  };
  const all = KINDS.flatMap((kind) => lines[kind].map((l) => `${kind}:${l.id}`));
  if (all.length === 0 && theirs.approvals.length === 0) return <Empty>{t('desk-absence.nothing')}</Empty>;
  return (
    <Form
      send={t('desk-absence.pass-on', { n })}
      act={async () => {
        const chosen = {
          visits: taken('visits'),
          promises: taken('promises'),
          requests: taken('requests'),
          steps: taken('steps'),
        };
        const made = await passOn({ params: { id }, body: { to, moveDays: days ? Number(days) : null, ...chosen } });
        await again();
        done({ ...made, n, toName: toName(to) });
      }}
    >
      <Tick
        label={t('desk-absence.all')}
        checked={left.size === 0}
        onChange={(event) => tick(all, event.target.checked)}
      />
      {KINDS.map((kind) =>
        lines[kind].length === 0 ? null : (
          <fieldset key={kind} className="grid gap-1">
            <legend className="font-semibold">{t(`desk-absence.${kind}`)}</legend>
            {lines[kind].map((l) => (
              <Tick
                key={l.id}
                checked={!left.has(`${kind}:${l.id}`)}
                onChange={(event) => tick([`${kind}:${l.id}`], event.target.checked)}
                label={
                  <>
                    {l.text} <span className="text-muted">{l.more}</span>{' '}
                    <span className="text-muted">{format.when(l.due)}</span>
                  </>
                }
              />
            ))}
          </fieldset>
        ),
      )}
      {theirs.approvals.length > 0 ? (
        <section>
          <h2 className="font-semibold">{t('desk-absence.approvals')}</h2>
          <ul>
            {theirs.approvals.map((a) => (
              <li key={a.id} className="wrap-anywhere">
                {a.ref} · {a.text.slice(0, 120)}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <div className="grid gap-3 sm:grid-cols-2">
        <Colleague label={t('desk-absence.to')} not={id} value={to} onChange={setTo} />
        {lines.visits.length > 0 ? (
          <Field
            label={t('desk-absence.move')}
            type="number"
            min={1}
            max={90}
            value={days}
            onChange={(event) => setDays(event.target.value)}
          />
        ) : null}
      </div>
    </Form>
  );
}

const linesOf = (theirs: Theirs): Record<Kind, Line[]> => {
  const plain = (things: Theirs['promises']): Line[] =>
    things.map((p) => ({ id: p.id, text: p.text, more: `${p.ref} · ${p.clientName ?? ''}`, due: p.due }));
  return {
    visits: theirs.visits.map((v) => ({ id: v.id, text: v.purpose, more: v.clientName, due: v.from })),
    promises: plain(theirs.promises),
    requests: plain(theirs.requests),
    steps: plain(theirs.steps),
  };
};
