import type { MethodChange } from '../../contract/method-change.ts';
import type { Option } from '../../contract/negotiation.ts';
import { type Way, betweenWays } from '../../domain/negotiation/method-change.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { toTerms } from '../accords/public.ts';
import { changeRows } from './method-change.store.ts';

type Seen = Pick<Option, 'id' | 'terms' | 'checks'>;

/** S2: the changes of method with what each would change, read off the options as the reader sees them. */
export async function methodChangesOf(tx: Tx, requestId: string, options: readonly Seen[]): Promise<MethodChange[]> {
  return (await changeRows(tx, requestId)).flatMap((row) => {
    const agreed = options.find((o) => o.id === row.agreedId);
    const wished = options.find((o) => o.id === row.wishedId);
    if (!agreed || !wished) return [];
    const { date, ...between } = betweenWays(way(agreed), way(wished));
    const at = (instant: number | null): string | null => (instant === null ? null : iso(instant));
    const { cost, gives, loses, gains, effortHours } = between;
    const lists = { cost: [...cost], gives: [...gives], loses: [...loses], gains: [...gains] };
    return [{ ...row, between: { ...lists, effortHours, from: at(date.from), to: at(date.to) } }];
  });
}

/** What an option meets: what our side says it does, and what its figures show; what they show to be missed is not met. */
function way({ terms, checks }: Seen): Way {
  const missed = new Set(checks.filter((c) => c.verdict === 'misses').map((c) => c.entryId));
  const met = [...terms.meets, ...checks.filter((c) => c.verdict === 'meets').map((c) => c.entryId)];
  return { terms: toTerms(terms), meets: [...new Set(met)].filter((id) => !missed.has(id)) };
}
