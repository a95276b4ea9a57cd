import { readRules } from '../calendar/read-rules.ts';
import { ok, type Refusal, type Result } from '../shared/result.ts';
import type { Terms } from './terms.ts';

/** One thing to put right in the terms: where it stands (`allowances[0].amount`) and what was found there. */
export type TermsProblem = { readonly row: string; readonly code: string; readonly found: string };
export type TermsRefusal = Refusal<'terms-have-problems'> & {
  readonly data: { readonly problems: readonly TermsProblem[] };
};

type Report = (row: string, code: string, found?: unknown) => void;
type Check = (value: unknown, row: string, report: Report) => void;

const text: Check = (v, row, report) => {
  if (typeof v !== 'string' || v.trim() === '') report(row, 'text-missing', v);
};
const flag: Check = (v, row, report) => {
  if (typeof v !== 'boolean') report(row, 'not-yes-or-no', v);
};
const whole =
  (from: number): Check =>
  (v, row, report) => {
    if (typeof v !== 'number' || !Number.isSafeInteger(v) || v < from) report(row, 'not-a-whole-number', v);
  };
const oneOf =
  (...choices: readonly string[]): Check =>
  (v, row, report) => {
    if (typeof v !== 'string' || !choices.includes(v)) report(row, 'choice-unknown', v);
  };
const orNull =
  (check: Check): Check =>
  (v, row, report) => {
    if (v !== null) check(v, row, report);
  };
const list =
  (check: Check): Check =>
  (v, row, report) => {
    if (!Array.isArray(v)) report(row, 'not-a-list', v);
    else v.forEach((item: unknown, i) => check(item, `${row}[${i}]`, report));
  };
const entry =
  (fields: Readonly<Record<string, Check>>): Check =>
  (v, row, report) => {
    if (typeof v !== 'object' || v === null || Array.isArray(v)) return report(row, 'not-an-object', v);
    const given: Record<string, unknown> = { ...v };
    const at = (name: string): string => (row === '' ? name : `${row}.${name}`);
    for (const [name, check] of Object.entries(fields)) check(given[name], at(name), report);
    for (const name of Object.keys(given)) if (!Object.hasOwn(fields, name)) report(at(name), 'field-unknown', name);
  };

const money = entry({
  minor: whole(0),
  currency: (v, row, report) => {
    if (typeof v !== 'string' || !/^[A-Z]{3}$/.test(v)) report(row, 'not-a-currency', v);
  },
});
const amount: Check = (v, row, report) => {
  const isDays = typeof v === 'object' && v !== null && 'days' in v;
  entry(isDays ? { days: whole(0) } : { minutes: whole(1) })(v, row, report);
};
const coverage: Check = (v, row, report) => {
  entry({ zone: text, rules: () => {}, clause: text })(v, row, report);
  if (typeof v !== 'object' || v === null || !('zone' in v) || typeof v.zone !== 'string') return;
  const read = readRules(v.zone, 'rules' in v ? v.rules : undefined);
  if (read.ok) return;
  for (const p of read.refusal.data.problems) {
    report(
      [row, p.code === 'zone-unknown' ? '' : 'rules', p.row].filter((part) => part !== '').join('.'),
      p.code,
      p.found,
    );
  }
};

const terms = entry({
  coverage: orNull(coverage),
  services: list(entry({ tag: text, name: text, scope: oneOf('in', 'out'), clause: text })),
  allowances: list(
    entry({
      key: text,
      name: text,
      unit: oneOf('minutes', 'cases'),
      amount: whole(0),
      per: oneOf('month', 'quarter', 'year'),
      services: orNull(list(text)),
      carryOver: orNull(entry({ upTo: orNull(whole(0)) })),
      overage: orNull(entry({ price: money, per: whole(1), step: whole(1) })),
      clause: text,
    }),
  ),
  prices: list(
    entry({
      key: text,
      name: text,
      services: list(text),
      unit: oneOf('hour', 'day', 'visit', 'piece', 'fixed'),
      price: money,
      clause: text,
    }),
  ),
  targets: list(
    entry({
      measure: oneOf('first-response', 'next-response', 'resolution'),
      kind: orNull(text),
      priority: orNull(text),
      amount,
      clause: text,
    }),
  ),
  boundaries: list(entry({ asset: text, work: orNull(text), covered: flag, wording: text, clause: text })),
  people: list(entry({ contactId: text, may: list(oneOf('ask', 'decide', 'sign')), clause: text })),
});

/** What may stand only once: two of them would leave it open which one holds. */
const KEYS: readonly [field: keyof Terms, of: readonly string[]][] = [
  ['services', ['tag']],
  ['allowances', ['key']],
  ['prices', ['key']],
  ['targets', ['measure', 'kind', 'priority']],
  ['boundaries', ['asset', 'work']],
  ['people', ['contactId']],
];

function twice(given: Terms, report: Report): void {
  for (const [field, of] of KEYS) {
    const seen = new Set<string>();
    const rows = given[field];
    if (!Array.isArray(rows)) continue;
    rows.forEach((row: Record<string, unknown>, i) => {
      const key = JSON.stringify(of.map((name) => row[name]));
      if (seen.has(key)) report(`${field}[${i}]`, 'stands-twice', key);
      seen.add(key);
    });
  }
}

const isTerms = (value: unknown, problems: readonly TermsProblem[]): value is Terms =>
  value !== undefined && problems.length === 0;

const EMPTY: Terms = {
  coverage: null,
  services: [],
  allowances: [],
  prices: [],
  targets: [],
  boundaries: [],
  people: [],
};

/** Reads the terms of a version from JSON; what is left out is empty. Refuses with everything that is wrong at once. */
export function readTerms(value: unknown): Result<Terms, TermsRefusal> {
  const problems: TermsProblem[] = [];
  const report: Report = (row, code, found) => {
    const shown = typeof found === 'string' ? found : (JSON.stringify(found) ?? '');
    problems.push({ row, code, found: shown.slice(0, 80) });
  };
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  const given: unknown = isObject ? { ...EMPTY, ...value } : value;
  terms(given, '', report);
  if (isTerms(given, problems)) {
    twice(given, report);
    if (problems.length === 0) return ok(given);
  }
  return { ok: false, refusal: { code: 'terms-have-problems', data: { problems } } };
}
