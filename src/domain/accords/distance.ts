import { costAtMost } from '../listening/checks/check-money.ts';
import type { ConditionValue } from '../listening/words.ts';
import type { OptionTerms } from '../negotiation/words.ts';
import type { Instant } from '../shared/instant.ts';

/** How far what was agreed is from what was asked first; amounts in minor units of one currency, dates as instants. */
export type Distance =
  | { readonly kind: 'money'; readonly asked: number; readonly agreed: number; readonly currency: string }
  | { readonly kind: 'date'; readonly asked: Instant; readonly agreed: Instant | null };

/**
 * T10: the first ask against the agreement, by what can be compared: the first limit on cost they named – with every cost, also the conditional
 * ones –, and the first latest date, with the date of the agreement (of a forecast the 9-of-10 one). `conditions`: theirs, the earliest first.
 */
export function distanceFrom(conditions: readonly ConditionValue[], agreed: OptionTerms): readonly Distance[] {
  const found: Distance[] = [];
  const money = conditions.find((c) => c.kind === 'money');
  if (money) {
    const { minor: asked, currency } = money.max;
    const costs = agreed.costs.filter((c) => c.currency === currency);
    if (costs.length === agreed.costs.length) found.push({ kind: 'money', asked, agreed: costAtMost(costs), currency });
  }
  const date = conditions.find((c) => c.kind === 'date' && c.latest !== undefined);
  if (date?.kind === 'date' && date.latest !== undefined) {
    const at = agreed.date.kind === 'none' ? null : agreed.date.kind === 'by-hand' ? agreed.date.at : agreed.date.p90;
    found.push({ kind: 'date', asked: date.latest, agreed: at });
  }
  return found;
}
