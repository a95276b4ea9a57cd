import type { ReactNode } from 'react';
import type { InsightsPage } from '../../../contract/review.ts';
import { useT } from '../../i18n/i18n.tsx';
import { NumberList } from '../../ui/review/lines.tsx';

const REASONS = ['estimate', 'capacity', 'third-party', 'client', 'knowledge', 'forgotten', 'other'] as const;

/** P1: why promises were not kept, most frequent reason first, for either side. */
export function Missed({ missed }: { missed: InsightsPage['missed'] }): ReactNode {
  const t = useT();
  const items = (['ours', 'theirs'] as const).flatMap((side) =>
    missed[side].map(({ key, n }) => {
      const reason = REASONS.find((r) => r === key) ?? 'other';
      const who = t(side === 'ours' ? 'desk-review.by-us' : 'desk-review.by-them');
      return { metric: `missed-${side}`, key, n, words: `${t(`desk-review.reason.${reason}`)} (${who})` };
    }),
  );
  return (
    <div className="grid gap-2">
      <h3 className="font-medium">{t('desk-review.missed')}</h3>
      {items.length === 0 ? <p className="text-muted">{t('desk-review.missed-none')}</p> : <NumberList items={items} />}
    </div>
  );
}
