import { costAtMost } from '../listening/checks/check-money.ts';
import type { Instant } from '../shared/instant.ts';
import type { Money } from '../shared/money.ts';
import type { NegotiationEvent } from './events.ts';
import { type Table, findOption, openRound } from './table.ts';
import type { OptionTerms } from './words.ts';

/** One of two ways to the same goal, with the ids of the interests and conditions it meets. */
export type Way = { readonly terms: OptionTerms; readonly meets: readonly string[] };

/** What changes when the new way takes the place of the agreed one. */
export type BetweenWays = {
  /** By how much it gets dearer (cheaper: below zero), in minor units, every cost counted, also the conditional ones; only what differs. */
  readonly cost: readonly Money[];
  /** The dates of both (of a forecast the 9-of-10 one); null where none can be given. */
  readonly date: { readonly from: Instant | null; readonly to: Instant | null };
  readonly effortHours: number;
  /** Ids of what the agreed way already meets, of what the new one gives up of it, and of what only the new one meets. */
  readonly gives: readonly string[];
  readonly loses: readonly string[];
  readonly gains: readonly string[];
};

/** S2: the agreed way against the wished one, by what can be compared. */
export function betweenWays(agreed: Way, wished: Way): BetweenWays {
  const currencies = [...new Set([...agreed.terms.costs, ...wished.terms.costs].map((c) => c.currency))].sort();
  const total = ({ terms }: Way, currency: string): number =>
    costAtMost(terms.costs.filter((c) => c.currency === currency));
  return {
    cost: currencies
      .map((currency) => ({ currency, minor: total(wished, currency) - total(agreed, currency) }))
      .filter(({ minor }) => minor !== 0),
    date: { from: dateOf(agreed.terms), to: dateOf(wished.terms) },
    effortHours: wished.terms.effortHours - agreed.terms.effortHours,
    gives: agreed.meets,
    loses: agreed.meets.filter((id) => !wished.meets.includes(id)),
    gains: wished.meets.filter((id) => !agreed.meets.includes(id)),
  };
}

const dateOf = ({ date }: OptionTerms): Instant | null =>
  date.kind === 'none' ? null : date.kind === 'by-hand' ? date.at : date.p90;

/** S2: they stay with what was agreed: the new way is declined, and a round that was about it ends with it. */
export function stayWithAgreed(table: Table, optionId: string): readonly NegotiationEvent[] {
  const round = openRound(table);
  const about = round !== undefined && findOption(table, optionId)?.roundId === round.id;
  return [
    { kind: 'option-declined', optionId },
    ...(about ? [{ kind: 'round-closed', roundId: round.id, outcome: 'none-works' } as const] : []),
  ];
}
