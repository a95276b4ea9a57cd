import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, lazy, Suspense, useDeferredValue, useState } from 'react';
import type { RequestRow } from '../../../contract/requests.ts';
import { useFormat } from '../../i18n/format.ts';
import { useWords } from '../../i18n/i18n.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Button } from '../../ui/light/button.tsx';
import { Field } from '../../ui/light/fields.tsx';
import { Empty, ProblemNotice } from '../../ui/light/notice.tsx';
import { useSteady } from '../../ui/light/steady.ts';
import { BallMark, FateGlyph, PhaseBar } from '../../ui/marks.tsx';
import { listRequests } from '../doors.ts';
import { BulkBar } from '../worklist/bulk-bar.tsx';
import { Views } from '../worklist/views.tsx';
import { wordsOf } from './behind.ts';
import { Filters } from './filters.tsx';
import { type TableSearch, type Wanted, wantedOf } from './wanted.ts';

// Finding a client by typing weighs more than the whole table; it comes when somebody writes a request down.
const NewRequest = lazy(() => import('./new-request.tsx').then((m) => ({ default: m.NewRequest })));
const idOf = (row: RequestRow): string => row.id;

/** One fast table; the same box searches what people wrote. */
export function Page(): ReactNode {
  const { t, perhaps } = useWords();
  const format = useFormat();
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as TableSearch;
  const { metric, key, from, to } = search;
  const behind = { ...(metric && key ? { metric, key } : {}), ...(from && to ? { from, to } : {}) };
  const wanted = wantedOf(search);
  // The address is the view: going back, reloading and sending the link all show the same.
  const show = (next: Wanted): void =>
    void navigate({ to: '/requests', search: { ...behind, ...next }, replace: true });
  const [adding, setAdding] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  // A keystroke never waits for the address.
  const [typed, setTyped] = useState(wanted.q ?? '');
  const q = useDeferredValue(typed.trim());
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage, isPlaceholderData } = useInfiniteQuery({
    queryKey: ['requests', { ...wanted, q }, behind],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      listRequests({
        query: {
          ...behind,
          ...wanted,
          watched: wanted.watched ? 'true' : undefined,
          q,
          limit: 50,
          ...(pageParam ? { after: pageParam } : {}),
        },
      }),
    getNextPageParam: (last) => last.next,
    placeholderData: (before) => before,
  });
  const latest = data?.pages.flatMap((p) => p.items) ?? [];
  // While another view loads, the one before it stands in; it is a view of its own.
  const {
    rows,
    fresh,
    show: showFresh,
  } = useSteady(latest, idOf, `${JSON.stringify([wanted, q, behind])} ${isPlaceholderData}`);
  const toggle = ({ id }: RequestRow): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const columns: Column<RequestRow>[] = [
    { id: 'fate', head: t('desk-work.col.fate'), width: '2.5rem', cell: (r) => <FateGlyph fate={r.fate} /> },
    { id: 'ref', head: t('desk-work.col.ref'), width: '6rem', cell: (r) => r.ref },
    { id: 'subject', head: t('desk-work.col.subject'), width: 'minmax(12rem, 2fr)', cell: (r) => r.subject },
    {
      id: 'client',
      head: t('desk-work.col.client'),
      width: 'minmax(8rem, 1fr)',
      cell: (r) => r.clientName ?? <span className="text-amber">{t('desk-work.unknown-client')}</span>,
      from: 'md',
    },
    { id: 'phase', head: t('desk-work.col.phase'), width: '4rem', cell: (r) => <PhaseBar phase={r.phase} /> },
    {
      id: 'ball',
      head: t('desk-work.col.ball'),
      width: 'minmax(8rem, 8rem)',
      cell: (r) => {
        if (r.imported) return <span className="text-muted">{t('desk-work.imported')}</span>;
        return r.phase === 'closed' ? '' : <BallMark ball={r.ball} due={r.nextDue} labelled={false} />;
      },
      from: 'md',
    },
    {
      id: 'promise',
      head: t('desk-work.col.promise'),
      width: '8rem',
      cell: (r) => (r.nextPromise ? format.date(r.nextPromise) : ''),
      from: 'xl',
    },
    { id: 'owner', head: t('desk-work.col.owner'), width: '8rem', cell: (r) => r.ownerName ?? '', from: 'lg' },
    { id: 'age', head: t('desk-work.col.age'), width: '8rem', cell: (r) => format.ago(r.openedAt), from: 'lg' },
    {
      id: 'minutes',
      head: t('desk-work.col.minutes'),
      width: '5rem',
      align: 'end',
      cell: (r) => format.number(r.minutes),
      from: 'lg',
    },
  ];
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center gap-3">
        <h1 className="mr-auto text-xl font-semibold">{t('desk-work.requests')}</h1>
        <Button onClick={() => setAdding(true)}>{t('desk-work.new-request')}</Button>
      </div>
      <Views
        wanted={wanted}
        onChoose={(view) => {
          setTyped(view.q ?? '');
          show(view);
        }}
      />
      <div className="no-print grid grid-cols-2 gap-3 sm:flex sm:flex-wrap sm:items-end">
        <Filters wanted={wanted} onChange={show} />
        <div className="col-span-2 sm:w-64">
          <Field
            label={t('desk-work.search')}
            type="search"
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              show(withWords(wanted, event.target.value));
            }}
          />
        </div>
      </div>
      {behind.metric && behind.from && behind.to ? (
        <p className="flex flex-wrap items-center gap-3">
          {t('desk-review.behind', {
            what: wordsOf(t, perhaps, behind),
            from: format.day(behind.from),
            to: format.day(behind.to),
          })}
          <Link to="/requests" search={{}} onClick={() => setTyped('')} className="text-accent hover:underline">
            {t('desk-review.behind-clear')}
          </Link>
        </p>
      ) : null}
      <ProblemNotice problem={error} />
      {data && rows.length === 0 ? <Empty>{t('desk-work.requests-empty')}</Empty> : null}
      {fresh > 0 ? (
        <Button kind="quiet" onClick={showFresh}>
          {t('desk-work.changes-wait', { n: fresh })}
        </Button>
      ) : null}
      <BulkBar chosen={chosen} onClear={() => setChosen(new Set())} />
      {rows.length > 0 ? (
        <DataTable
          label={t('desk-work.requests')}
          rows={rows}
          columns={columns}
          selection={{ chosen, toggle, nameOf: (r) => r.ref }}
          keyOf={idOf}
          onOpen={(r) => void navigate({ to: '/requests/$id', params: { id: r.id } })}
          card={(r) => (
            <span className="grid gap-1">
              <span className="font-medium">
                {r.ref} · {r.subject}
              </span>
              <span className="flex flex-wrap gap-3 text-muted">
                <FateGlyph fate={r.fate} />
                <PhaseBar phase={r.phase} />
                {r.clientName ?? t('desk-work.unknown-client')}
              </span>
            </span>
          )}
          more={{ has: hasNextPage, load: () => void fetchNextPage(), busy: isFetchingNextPage }}
        />
      ) : null}
      <Suspense>{adding ? <NewRequest onClose={() => setAdding(false)} /> : null}</Suspense>
    </div>
  );
}

const withWords = ({ q: _before, ...rest }: Wanted, words: string): Wanted => (words ? { ...rest, q: words } : rest);
