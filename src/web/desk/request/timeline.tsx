import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useWords } from '../../i18n/i18n.tsx';
import { ProblemNotice } from '../../ui/light/notice.tsx';
import { getTimeline } from '../doors.ts';

/** What happened, in order, straight from the ledger. */
export function Timeline({ id, version }: { id: string; version: number }): ReactNode {
  const { t, perhaps } = useWords();
  const format = useFormat();
  const { data, error } = useQuery({
    queryKey: ['timeline', id, version],
    queryFn: () => getTimeline({ params: { id } }),
  });
  const detail = (d: Record<string, unknown>): string =>
    ['text', 'reason', 'words', 'why', 'title', 'name', 'evidence']
      .map((k) => d[k])
      .find((v): v is string => typeof v === 'string' && v !== '') ?? '';
  return (
    <>
      <ProblemNotice problem={error} />
      <ol className="grid gap-2" aria-label={t('desk-work.timeline')}>
        {data?.items.map((e) => (
          <li key={e.seq} className="grid grid-cols-[9rem_1fr] gap-3">
            <time dateTime={e.at} className="text-muted">
              {format.when(e.at)}
            </time>
            <span>
              {perhaps(`desk-work.event.${e.kind}`) ?? e.kind}{' '}
              {detail(e.data) ? <span className="text-muted">“{detail(e.data)}”</span> : null}
              {e.actorName ? <span className="text-muted"> · {e.actorName}</span> : null}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
