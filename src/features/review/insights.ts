import type { InsightsPage } from '../../contract/review.ts';
import { figuresOf } from '../../domain/review/figures.ts';
import { periodBefore } from '../../domain/review/period.ts';
import type { Period } from '../../domain/review/words.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { refused } from '../../platform/http/refused.ts';
import { cycleStrip } from '../today/public.ts';
import { clientsIn, talliesIn } from './tally.store.ts';

/** The review's figures for all clients, and what we only ask ourselves: reasons, first answers, choices, what is stuck, work by client. */
export async function insightsPage(tx: Tx, period: Period, now: number): Promise<InsightsPage> {
  if (period.to < period.from) throw refused('period-backwards');
  const before = periodBefore(period);
  const [here, past] = [await talliesIn(tx, period, null), await talliesIn(tx, before, null)];
  const figures = figuresOf(period, here, past);
  return {
    period,
    before,
    ...figures,
    phases: await cycleStrip(tx, now),
    clients: await clientsIn(tx, period),
  };
}
