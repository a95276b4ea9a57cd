import type { Money } from '../../shared/money.ts';
import type { CostItem } from '../../negotiation/words.ts';
import { type Finding, meets, misses, saysNothing } from './verdict.ts';

/** All costs that can arise together, in minor units: what is certain, and every conditional cost above zero. */
export const costAtMost = (costs: readonly CostItem[]): number =>
  costs.reduce((n, c) => n + (c.conditional ? Math.max(0, c.minor) : c.minor), 0);

const told = (c: CostItem): Record<string, unknown> => ({
  label: c.label,
  minor: c.minor,
  currency: c.currency,
  ...(c.conditional ? { conditional: c.conditional } : {}),
});

/**
 * L5: "no cost" means nothing at all. Any cost above zero breaks it, in any currency, also one that only may arise; a limit above zero
 * is compared with everything that can arise together. Amounts in another currency are not guessed.
 */
export function checkMoney(max: Money, costs: readonly CostItem[]): Finding {
  if (max.minor <= 0) {
    const certain = costs.reduce((n, c) => n + (c.conditional ? 0 : c.minor), 0);
    const breaking = costs.filter((c) => c.minor > 0 && (c.conditional !== undefined || certain > 0));
    if (breaking.length === 0) return meets('costs-nothing');
    return {
      verdict: 'misses',
      reasons: breaking.map((c) => ({ code: c.conditional ? 'conditional-cost' : 'costs-something', data: told(c) })),
    };
  }
  const foreign = costs.filter((c) => c.minor !== 0 && c.currency !== max.currency);
  const total = costAtMost(costs.filter((c) => c.currency === max.currency));
  const data = { minor: total, max: max.minor, currency: max.currency };
  if (total > max.minor) return misses('over-the-limit', data);
  if (foreign.length > 0) return saysNothing('other-currency', { costs: foreign.map(told) });
  return meets('within-the-limit', data);
}
