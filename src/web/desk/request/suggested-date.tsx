import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useId, useMemo, useState } from 'react';
import type { Suggestion } from '../../../contract/forecast.ts';
import { useFormat } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.tsx';
import { type Command, useCommands } from '../../ui/commands.ts';
import { keyWords } from '../../ui/keys.ts';
import { Button } from '../../ui/light/button.tsx';
import { Field } from '../../ui/light/fields.tsx';
import { Notice, ProblemNotice } from '../../ui/light/notice.tsx';
import { useAction } from '../../ui/light/use-action.ts';
import { useNow } from '../../ui/light/use-now.ts';
import { describeRequest, listKinds, listSimilar, suggestDate } from '../doors.ts';

type Dates = NonNullable<Suggestion['dates']>;
type Props = {
  requestId: string;
  /** The date that stands in the form now: its own chance is said beside it. */
  due: string | null;
  onTake: (dates: Dates) => void;
};
const KEY = 'mod+.';

/** P2: a date with a stated chance, what it stands on, and the list behind it one click away – or the reason why there is none. */
export function SuggestedDate({ requestId, due, onTake }: Props): ReactNode {
  const t = useT();
  const format = useFormat();
  const { data } = useQuery({
    queryKey: ['forecast', requestId, due],
    queryFn: () => suggestDate({ params: { id: requestId }, query: due ? { due } : {} }),
    placeholderData: keepPreviousData,
  });
  const dates = data?.dates ?? null;
  const commands = useMemo<Command[]>(
    () =>
      dates
        ? [
            {
              id: 'take-date',
              label: t('desk-dates.take-key'),
              keys: KEY,
              group: 'act',
              run: () => onTake(dates),
            },
          ]
        : [],
    [dates, onTake, t],
  );
  useCommands(commands);
  if (!data) return null;
  const taken = dates !== null && due !== null && Date.parse(due) === Date.parse(dates.nineOfTen);
  return (
    <section aria-label={t('desk-dates.title')} className="grid gap-2 rounded-md border border-line bg-panel p-3">
      {data.drifts ? <Notice tone="warn">{t('desk-dates.drifts', data.drifts)}</Notice> : null}
      {dates ? (
        <p>
          <span className="font-medium">{t('desk-dates.nine-of-ten', { date: format.date(dates.nineOfTen) })}</span>
          {' · '}
          {t('desk-dates.half', { date: format.date(dates.half) })}
        </p>
      ) : null}
      {data.refusal ? <p>{refusalWords(t, data.refusal)}</p> : null}
      {data.basis ? (
        <p className="text-muted">
          {t('desk-dates.counted', { alike: data.basis.alike, open: data.basis.open })}
          {' – '}
          {t(`desk-dates.basis.${levelOf(data.basis.level)}`, { kind: kindWords(t, data.kind) })}
          {data.from ? `, ${t('desk-dates.since', { date: format.date(data.from) })}` : ''}
        </p>
      ) : null}
      {data.agedDays > 0 && dates ? (
        <p className="text-muted">{t('desk-dates.aged', { days: data.agedDays })}</p>
      ) : null}
      {due && !taken && dates ? (
        <p className={data.chance !== null && data.chance < 0.7 ? 'text-amber' : ''}>
          {data.chance === null
            ? t('desk-dates.your-date-unknown')
            : t('desk-dates.your-date', { n: ofTen(data.chance) })}
        </p>
      ) : null}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1" aria-live="polite">
        {taken ? <span className="text-muted">{t('desk-dates.taken')}</span> : null}
        {dates && !taken ? (
          <Button onClick={() => onTake(dates)} aria-keyshortcuts="Control+.">
            {t('desk-dates.take', { date: format.date(dates.nineOfTen) })}{' '}
            <kbd className="font-sans text-muted">{keyWords(KEY)}</kbd>
          </Button>
        ) : null}
      </div>
      <KindOf requestId={requestId} kind={data.kind} />
      <SimilarOnes requestId={requestId} level={data.basis?.level ?? 2} />
    </section>
  );
}

/** Rounded down: what is said is never more than what is known. */
const ofTen = (chance: number): number => Math.floor(chance * 10 + 1e-9);
const levelOf = (level: number): 0 | 1 | 2 => (level === 0 ? 0 : level === 1 ? 1 : 2);
export const kindWords = (t: ReturnType<typeof useT>, kind: string): string =>
  kind === 'general' ? t('desk-dates.general') : kind;

const refusalWords = (t: ReturnType<typeof useT>, { code, n, needed }: NonNullable<Suggestion['refusal']>): string =>
  t(`desk-dates.no.${code}`, { n: n ?? 0, needed: needed ?? 0 });

/** What kind of request it is, changed where it matters: beside the requests that are like it. */
function KindOf({ requestId, kind }: { requestId: string; kind: string }): ReactNode {
  const t = useT();
  const id = useId();
  const queries = useQueryClient();
  const [typed, setTyped] = useState<string | null>(null);
  const { data } = useQuery({ queryKey: ['kinds'], queryFn: () => listKinds({}), enabled: typed !== null });
  const save = useAction(async () => {
    await describeRequest({ params: { id: requestId }, body: { kind: typed?.trim() ?? '' } });
    await queries.invalidateQueries();
    setTyped(null);
  });
  if (typed === null)
    return (
      <p className="text-muted">
        {t('desk-dates.kind-is', { kind: kindWords(t, kind) })}{' '}
        <Button kind="quiet" onClick={() => setTyped(kind)}>
          {t('desk-work.change')}
        </Button>
      </p>
    );
  return (
    <div className="grid gap-2">
      <Field
        label={t('desk-dates.kind')}
        hint={t('desk-dates.kind-hint')}
        value={typed}
        list={id}
        maxLength={100}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          // Enter saves the kind; it is not the promise's.
          if (event.key !== 'Enter') return;
          event.preventDefault();
          if (typed.trim() !== '') void save.run();
        }}
      />
      <datalist id={id}>
        {data?.kinds.map((k) => (
          <option key={k} value={k} />
        ))}
      </datalist>
      <ProblemNotice problem={save.problem} />
      <p>
        <Button busy={save.busy} disabled={typed.trim() === ''} onClick={() => void save.run()}>
          {t('shared.save')}
        </Button>
      </p>
    </div>
  );
}

function SimilarOnes({ requestId, level }: { requestId: string; level: number }): ReactNode {
  const t = useT();
  const now = useNow();
  const [open, setOpen] = useState(false);
  const { data } = useQuery({
    queryKey: ['similar', requestId, level],
    queryFn: () => listSimilar({ params: { id: requestId }, query: { level } }),
    enabled: open,
  });
  const days = (from: string, to: number): number => Math.max(0, Math.floor((to - Date.parse(from)) / 86_400_000));
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="text-muted">{t('desk-dates.which')}</summary>
      <ul className="mt-2 grid max-h-64 gap-1 overflow-y-auto" tabIndex={0} aria-label={t('desk-dates.which')}>
        {data?.items.map((r) => (
          <li key={r.id} className="flex justify-between gap-x-3">
            <Link to="/requests/$id" params={{ id: r.id }} className="min-w-0 truncate hover:underline">
              {r.ref} · {r.subject}
            </Link>
            <span className="shrink-0 text-muted">
              {r.doneAt
                ? t('desk-dates.done-in', { days: days(r.openedAt, Date.parse(r.doneAt)) })
                : t('desk-dates.open-for', { days: days(r.openedAt, now) })}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** P2: what becomes of a date that was given. It is shown, and never moves by itself. */
export function AtRisk({
  requestId,
  promiseId,
  due,
}: {
  requestId: string;
  promiseId: string;
  due: string;
}): ReactNode {
  const t = useT();
  const now = useNow();
  const { data } = useQuery({
    queryKey: ['forecast', requestId, null],
    queryFn: () => suggestDate({ params: { id: requestId }, query: {} }),
  });
  const given = data?.promises.find((p) => p.id === promiseId);
  if (!given?.atRisk || given.chance === null || Date.parse(due) < now) return null;
  return <span className="text-amber">{t('desk-dates.at-risk', { n: ofTen(given.chance) })}</span>;
}
