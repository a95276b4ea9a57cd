import { costAtMost } from '../listening/checks/check-money.ts';
import type { Money } from '../shared/money.ts';
import type { Instant } from '../shared/instant.ts';
import type { OptionTerms, Undertaking } from './words.ts';

/** A cell of the side-by-side table; pages put it into the reader's words. Null = the option says nothing about it. */
export type Cell =
  | { readonly kind: 'money'; readonly amounts: readonly Money[] }
  | { readonly kind: 'at'; readonly at: Instant }
  | { readonly kind: 'hours'; readonly hours: number }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | null;

const ROWS = [
  'cost',
  'cost-at-most',
  'date-half',
  'date-nine-of-ten',
  'effort',
  'place',
  'channel',
  'scope-in',
  'scope-out',
  'we-do',
  'you-do',
  'assumptions',
  'meets',
  'misses',
] as const;

export type RowCode = (typeof ROWS)[number];
export type DifferenceRow = { readonly row: RowCode; readonly cells: readonly Cell[]; readonly differs: boolean };

/** Options side by side, always in the same order of rows; rows that no option fills are left out, rows that differ are marked. */
export function sideBySide(options: readonly OptionTerms[]): readonly DifferenceRow[] {
  return ROWS.map((row) => {
    const cells = options.map(CELL[row]);
    return { row, cells, differs: new Set(cells.map(key)).size > 1 };
  }).filter(({ cells }) => cells.some((cell) => cell !== null));
}

const CELL: Readonly<Record<RowCode, (terms: OptionTerms) => Cell>> = {
  cost: (t) => money(t, (costs) => costs.reduce((n, c) => n + (c.conditional ? 0 : c.minor), 0)),
  'cost-at-most': (t) => money(t, costAtMost),
  'date-half': ({ date }) => (date.kind === 'forecast' ? { kind: 'at', at: date.p50 } : null),
  'date-nine-of-ten': ({ date }) =>
    date.kind === 'none' ? null : { kind: 'at', at: date.kind === 'forecast' ? date.p90 : date.at },
  effort: (t) => ({ kind: 'hours', hours: t.effortHours }),
  place: (t) => list(t.place ? [t.place] : []),
  channel: (t) => list(t.channel ? [t.channel] : []),
  'scope-in': (t) => list(t.scopeIn),
  'scope-out': (t) => list(t.scopeOut),
  'we-do': (t) => list(t.weDo.map(text)),
  'you-do': (t) => list(t.youDo.map(text)),
  assumptions: (t) => list(t.assumptions),
  meets: (t) => list([...t.meets].sort()),
  misses: (t) => list([...t.misses].sort()),
};

const text = (u: Undertaking): string => u.text;
const list = (items: readonly string[]): Cell => (items.length === 0 ? null : { kind: 'list', items });

/** One amount for each currency, in the order of their codes; an option without any cost costs nothing in no currency. */
function money(terms: OptionTerms, total: (costs: OptionTerms['costs']) => number): Cell {
  const currencies = [...new Set(terms.costs.map((c) => c.currency))].sort();
  return {
    kind: 'money',
    amounts: currencies.map((currency) => ({
      currency,
      minor: total(terms.costs.filter((c) => c.currency === currency)),
    })),
  };
}

/** Nothing in one currency is nothing in another: free options do not differ in cost. */
const key = (cell: Cell): string =>
  JSON.stringify(cell?.kind === 'money' ? cell.amounts.filter((a) => a.minor !== 0) : cell);
