import type { Side } from '../request/words.ts';
import { type IssueMark, compare } from './issues.ts';
import type { OptionTerms } from './words.ts';

type Named = { readonly id: string; readonly terms: OptionTerms };
export type Dominated = { readonly id: string; readonly by: string; readonly worseOn: readonly IssueMark['issue'][] };

/**
 * Options that are worse for a side than another one on the table: nowhere better on what that side recorded, and worse somewhere. Said to our
 * agent before sending. What cannot be compared counts as not worse.
 */
export function dominated(options: readonly Named[], marks: readonly IssueMark[], side: Side): readonly Dominated[] {
  return options.flatMap((option) => {
    for (const other of options) {
      if (other.id === option.id) continue;
      const { better, worse, unknown } = compare(option.terms, other.terms, marks, side);
      if (better.length === 0 && unknown.length === 0 && worse.length > 0)
        return [{ id: option.id, by: other.id, worseOn: worse }];
    }
    return [];
  });
}

/** Our `nice` against their `must` on one issue, and the reverse on another: something to trade. */
export type TradeHint = { readonly weGive: IssueMark['issue']; readonly weGet: IssueMark['issue'] };

export function tradeHints(marks: readonly IssueMark[]): readonly TradeHint[] {
  const marked = (side: Side, issue: IssueMark['issue']): IssueMark['mark'] | undefined =>
    marks.find((m) => m.side === side && m.issue === issue)?.mark;
  const issues = [...new Set(marks.map((m) => m.issue))];
  const weGive = issues.filter((i) => marked('ours', i) === 'nice' && marked('theirs', i) === 'must');
  const weGet = issues.filter((i) => marked('ours', i) === 'must' && marked('theirs', i) === 'nice');
  return weGive.flatMap((give) => weGet.map((get) => ({ weGive: give, weGet: get })));
}

/** Once agreed, one look: an option that is better for both on something they recorded, and worse for neither. */
export function betterForBoth(agreed: Named, others: readonly Named[], marks: readonly IssueMark[]): readonly string[] {
  const gains = (other: Named, side: Side): boolean => {
    const { better, worse, unknown } = compare(other.terms, agreed.terms, marks, side);
    return better.length > 0 && worse.length === 0 && unknown.length === 0;
  };
  return others.filter((o) => o.id !== agreed.id && gains(o, 'ours') && gains(o, 'theirs')).map((o) => o.id);
}
