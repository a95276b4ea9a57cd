import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/i18n.tsx';
import { ProblemNotice } from '../../ui/light/notice.tsx';
import { TimelineItem } from '../../ui/light/timeline-item.tsx';
import { getTimeline } from '../doors.ts';

const SIDES = { member: 'ours', contact: 'theirs', mail: 'theirs', system: 'system' } as const;

/** What happened, in order, straight from the ledger. */
export function Timeline({ id, version }: { id: string; version: number }): ReactNode {
  const { t, perhaps } = useWords();
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
      <ol className="grid" aria-label={t('desk-work.timeline')}>
        {data?.items.map((e) => (
          <TimelineItem
            key={e.seq}
            at={e.at}
            side={SIDES[e.actorKind]}
            who={e.actorName ?? t(`desk-work.actor.${e.actorKind}`)}
          >
            {perhaps(`desk-work.event.${e.kind}`) ?? e.kind}
            {detail(e.data) ? <span className="text-muted"> “{detail(e.data)}”</span> : null}
          </TimelineItem>
        ))}
      </ol>
    </>
  );
}
