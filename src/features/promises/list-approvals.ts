import type { Tx } from '../../platform/db/tx.ts';
import { demandOfAccord } from '../accords/public.ts';
import { openApprovals } from './approval.store.ts';
import { firmOf } from './firm.store.ts';

type Approvals = Awaited<ReturnType<typeof openApprovals>>;

/** T15: who is asked sees what it would bind us to; for an accord that is everything its wording gives away, all together. */
export async function listApprovals(tx: Tx, who: Parameters<typeof openApprovals>[1]): Promise<Approvals> {
  const { currency } = await firmOf(tx);
  const found: Approvals = [];
  for (const approval of await openApprovals(tx, who)) {
    if (approval.subject !== 'accord') found.push(approval);
    else {
      const { hours, moneyMinor, kind } = await demandOfAccord(tx, approval.subjectId, currency);
      found.push({ ...approval, hours, moneyMinor, kind });
    }
  }
  return found;
}
