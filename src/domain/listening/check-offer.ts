import type { OptionTerms } from '../negotiation/words.ts';
import { checkDate } from './checks/check-date.ts';
import { checkMoney } from './checks/check-money.ts';
import { checkOneOf, checkProduct, checkScope } from './checks/check-things.ts';
import { type Finding, type Reason, meets, misses, saysNothing } from './checks/verdict.ts';
import type { ConditionValue, Entry, OwnedProduct } from './words.ts';

export type EntryFinding = Finding & { readonly entryId: string };

export type OfferCheck = {
  /** One finding for each interest, condition and belonging that stands. */
  readonly entries: readonly EntryFinding[];
  /** L4: offered products that the client owns, from us or from anyone else. */
  readonly owned: readonly Reason[];
  /** T8: conditions the offer breaks without saying so; none may be on the table like this. */
  readonly unsaid: readonly string[];
};

/**
 * T8, L4, L5: holds an offer against what the client said and owns. Typed values are compared; where there is only wording, what the
 * offer itself claims is repeated as claimed. Disputed and withdrawn entries and questions are not judged.
 */
export function checkOffer(
  terms: OptionTerms,
  entries: readonly Entry[],
  products: readonly OwnedProduct[],
): OfferCheck {
  const judged = entries.filter((e) => e.state === 'standing' && e.kind !== 'question' && e.kind !== 'fact');
  const findings = judged.map((entry) => ({ entryId: entry.id, ...checkEntry(terms, entry) }));
  return {
    entries: findings,
    owned: products
      .map((p) => checkProduct('has', p, terms.products ?? []))
      .filter((f) => f.verdict === 'misses')
      .flatMap((f) => f.reasons),
    unsaid: findings.filter((f) => f.verdict === 'misses' && !terms.misses.includes(f.entryId)).map((f) => f.entryId),
  };
}

function checkEntry(terms: OptionTerms, entry: Entry): Finding {
  if (entry.value) return checkValue(terms, entry.value);
  if (entry.kind === 'already-has') return checkProduct('has', { name: entry.text }, terms.products ?? []);
  if (terms.misses.includes(entry.id)) return misses('said-by-the-offer');
  if (terms.meets.includes(entry.id)) return meets('said-by-the-offer');
  return saysNothing('only-words');
}

function checkValue(terms: OptionTerms, value: ConditionValue): Finding {
  switch (value.kind) {
    case 'money':
      return checkMoney(value.max, terms.costs);
    case 'date':
      return checkDate(value, terms.date);
    case 'place':
      return checkOneOf(value.rule, value.places, terms.place);
    case 'channel':
      return checkOneOf(value.rule, value.channels, terms.channel);
    case 'scope':
      return checkScope(value.rule, value.items, terms.scopeIn, terms.scopeOut);
    case 'product':
      return checkProduct(value.rule, value, terms.products ?? []);
  }
}
