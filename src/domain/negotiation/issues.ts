import { costAtMost } from '../listening/checks/check-money.ts';
import type { Side } from '../request/words.ts';
import type { OptionTerms } from './words.ts';

/** What a side wants of one issue. Ordinal only: nothing is ever added up, least of all across sides. */
export type IssueMark = {
  readonly issue: 'cost' | 'date' | 'effort' | 'misses';
  readonly side: Side;
  readonly direction: 'less' | 'more' | 'neutral';
  readonly mark: 'must' | 'want' | 'nice';
};

/** The value of an issue in an option; undefined where it cannot be compared (no date, mixed currencies). */
function issueValue(terms: OptionTerms, issue: IssueMark['issue']): number | undefined {
  switch (issue) {
    case 'cost':
      return new Set(terms.costs.filter((c) => c.minor !== 0).map((c) => c.currency)).size > 1
        ? undefined
        : costAtMost(terms.costs);
    case 'date':
      return terms.date.kind === 'none' ? undefined : terms.date.kind === 'forecast' ? terms.date.p90 : terms.date.at;
    case 'effort':
      return terms.effortHours;
    case 'misses':
      return terms.misses.length;
  }
}

/** How option A compares with option B for one side, over the issues that side recorded. */
export type Comparison = {
  readonly better: readonly IssueMark['issue'][];
  readonly worse: readonly IssueMark['issue'][];
  readonly unknown: readonly IssueMark['issue'][];
};

export function compare(a: OptionTerms, b: OptionTerms, marks: readonly IssueMark[], side: Side): Comparison {
  const better: IssueMark['issue'][] = [];
  const worse: IssueMark['issue'][] = [];
  const unknown: IssueMark['issue'][] = [];
  for (const mark of marks) {
    if (mark.side !== side || mark.direction === 'neutral') continue;
    const [x, y] = [issueValue(a, mark.issue), issueValue(b, mark.issue)];
    if (x === undefined || y === undefined || currency(a, b, mark.issue)) unknown.push(mark.issue);
    else if (x !== y) (x < y === (mark.direction === 'less') ? better : worse).push(mark.issue);
  }
  return { better, worse, unknown };
}

/** Costs in two different currencies cannot be compared. */
function currency(a: OptionTerms, b: OptionTerms, issue: IssueMark['issue']): boolean {
  if (issue !== 'cost') return false;
  return new Set([...a.costs, ...b.costs].filter((c) => c.minor !== 0).map((c) => c.currency)).size > 1;
}
