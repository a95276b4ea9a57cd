import { cueSource, LETTER, stripMarks } from '../text.ts';
import { type DeadlineWords } from './words.ts';

export type DeadlineRule = { readonly re: RegExp; readonly op: string };

export type DeadlineGrammar = {
  readonly rules: readonly DeadlineRule[];
  readonly weekdays: readonly RegExp[];
  readonly months: readonly RegExp[];
  readonly units: readonly (readonly [unit: string, re: RegExp])[];
  readonly numbers: ReadonlyMap<string, number>;
};

const whole = (source: string): RegExp => new RegExp(`^(?:${cueSource(source)})$`);

/** Builds one language's grammar once; `strip` builds it for text typed without diacritics. */
export function compileDeadlines(words: DeadlineWords, strip: boolean): DeadlineGrammar {
  const s = (source: string): string => (strip ? stripMarks(source) : source);
  const numbers = new Map<string, number>();
  for (const pair of s(words.numbers).split(' ')) {
    const [word, value] = pair.split('=');
    if (word) numbers.set(word, Number(value));
  }
  // workday before day: "3 working days" must not stop at "3 … days"
  const order = ['minute', 'hour', 'workday', 'day', 'week', 'month', 'year'] as const;
  const macros: Record<string, string> = {
    '{n}': `(?<n>\\d{1,3}|${[...numbers.keys()].sort((a, b) => b.length - a.length).join('|')})`,
    '{wd}': `(?<wd>${words.weekdays.map(s).join('|')})`,
    '{mon}': `(?<mon>${words.months.map(s).join('|')})`,
    '{unit}': `(?<unit>${order.map((u) => s(words.units[u])).join('|')})`,
    '{t}': `(?:${s(words.time)})`,
  };
  const rules = words.rules.map(([source, op]) => {
    let expanded = s(source);
    for (const [name, value] of Object.entries(macros)) expanded = expandOnce(expanded, name, value);
    return { re: new RegExp(`(?<![${LETTER}])(?:${cueSource(expanded)})(?![${LETTER}])`, 'g'), op };
  });
  return {
    rules,
    weekdays: words.weekdays.map((w) => whole(s(w))),
    months: words.months.map((w) => whole(s(w))),
    units: order.map((u) => [u, whole(s(words.units[u]))] as const),
    numbers,
  };
}

/** A named group may occur once in an expression: later uses of a macro lose their names. */
function expandOnce(source: string, name: string, value: string): string {
  const parts = source.split(name);
  const bare = value.replace(/\(\?<\w+>/g, '(?:');
  return parts.map((p, i) => p + (i === 0 && parts.length > 1 ? value : i < parts.length - 1 ? bare : '')).join('');
}
