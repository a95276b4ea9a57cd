import { type Result, ok, refuse } from '../shared/result.ts';
import type { CostItem, OptionTerms } from '../negotiation/words.ts';
import { foldWord } from './wording/tokens.ts';

export type Declined = { readonly optionId: string; readonly terms: OptionTerms };

const list = (items: readonly string[] = []): string =>
  items
    .map((i) => foldWord(i).trim())
    .sort()
    .join('|');
const cost = (c: CostItem): string => `${c.minor} ${c.currency} ${c.conditional ?? ''}`;

/** What an offer comes to, apart from how it is put: money, date, place, channel, products, scope. */
function substance(terms: OptionTerms): string {
  const { date } = terms;
  const when = date.kind === 'by-hand' ? [date.at] : date.kind === 'forecast' ? [date.p50, date.p90] : [];
  return JSON.stringify([
    terms.costs
      .filter((c) => c.minor !== 0)
      .map(cost)
      .sort(),
    when,
    list(terms.place ? [terms.place] : []),
    list(terms.channel ? [terms.channel] : []),
    list(terms.products),
    list(terms.scopeIn),
    list(terms.scopeOut),
    list(terms.weDo.map((u) => u.text)),
    list(terms.youDo.map((u) => u.text)),
  ]);
}

/**
 * L7: an offer that was declined is made again only when something changed, and that is said. New words for the same money, date, place and work
 * are the same offer.
 */
export function mayOffer(
  terms: OptionTerms,
  declined: readonly Declined[],
  changedWhy?: string,
): Result<{ readonly repeats?: string }> {
  const own = substance(terms);
  const before = declined.find((d) => substance(d.terms) === own);
  if (!before) return ok({});
  return changedWhy?.trim()
    ? ok({ repeats: before.optionId })
    : refuse('declined-before', { optionId: before.optionId });
}
