import { civilDay, type Clock, weekdayOf } from '../deadline/civil.ts';
import { readDeadlines } from '../deadline/read-deadlines.ts';
import { type Lexicon } from '../lexicon.ts';
import { fold, has, stripMarks } from '../text.ts';
import { type LedgerEntry } from '../types.ts';
import { amounts, readNumbers } from './values.ts';

/** A condition the client set, as far as it can be compared. What cannot be read stays silent. */
export type Condition = {
  readonly entry: LedgerEntry;
  readonly text: string;
  /** No cost at all (L5), or at most this many. */
  readonly maxCost: number | null;
  /** Allowed or forbidden minutes of the day. */
  readonly hours: { readonly from: number; readonly to: number; readonly forbidden: boolean } | null;
  /** Forbidden days, both ends included. */
  readonly closed: { readonly from: number; readonly to: number } | null;
  readonly weekdays: readonly number[] | null;
  readonly ownPlace: boolean;
  /** The longest term the client will bind themselves for. */
  readonly maxMonths: number | null;
  /** At most so many of something. */
  readonly maxCount: { readonly count: number; readonly of: string } | null;
  /** The one place named, as its words. */
  readonly place: readonly string[] | null;
  readonly never: boolean;
};

const TERM = /term|duration|commit|period|contract|length|okres|umow|czas trw|срок|период|договор|durée|engag/i;
const AT_MOST = /max|at most|no longer|au plus|plus d|najwyżej|nie dłuż|не доль|не боль|не более/;
const PLACE =
  /place|site|address|location|deliver|depot|where|miejsc|adres|lokaliz|dostaw|мест|адрес|объект|доставк|lieu|livraison/i;

/** The shortest stretch of months or years a text names, in months. */
export function longest(text: string, lexicon: Lexicon): number | null {
  const { numbers, units } = lexicon.deadline;
  const spans = readNumbers(text, numbers).flatMap((n) => {
    const unit = (text.slice(n.end, n.end + 24).match(/[^\s,.;:!?]+/g) ?? []).slice(0, 1);
    const name = units.find(([, re]) => unit[0] !== undefined && re.test(unit[0]))?.[0];
    return name === 'year' ? [n.value * 12] : name === 'month' ? [n.value] : [];
  });
  if (spans.length > 0) return Math.min(...spans);
  return units.some(([name, re]) => name === 'year' && text.split(/[\s,.;]+/).some((w) => re.test(w))) ? 12 : null;
}

/** "At most four people": the number and the thing counted; sums, dates and times are read elsewhere. */
function atMost(text: string, lexicon: Lexicon): Condition['maxCount'] {
  const { numbers, units } = lexicon.deadline;
  for (const n of readNumbers(text, numbers)) {
    const of = /^\s+([^\s,.;:!?]{4,})/.exec(text.slice(n.end))?.[1];
    if (of && !/^(?:eur|евро|euro)/.test(of) && !units.some(([, re]) => re.test(of))) return { count: n.value, of };
  }
  return null;
}

const COST =
  /cost|price|budget|fee|spend|money|charge|payment|amount|koszt|cen[ay]|budżet|opłat|kaucj|kwot|wydat|стоим|цен[аы]|бюджет|плат|расход|сумм|затрат|coût|prix|frais|tarif|montant|dépense/i;

export function readCondition(entry: LedgerEntry, lexicon: Lexicon, clock: Clock): Condition {
  const v = lexicon.values;
  const plain = (t: string): string => (lexicon.stripped ? stripMarks(fold(t)) : fold(t));
  const text = plain(entry.text);
  const value = plain(entry.value ?? '');
  const both = `${text} ; ${value}`;
  const never = has(v.never, both);
  const only = has(v.only, both);
  const typed = value === '' ? text : value;
  return {
    entry,
    text: both,
    maxCost: cost(entry, text, value, lexicon),
    hours: hours(typed, lexicon) ?? hours(text, lexicon),
    closed: closed(typed, text, lexicon, clock, never),
    weekdays: weekdays(typed, lexicon, never, only) ?? weekdays(text, lexicon, never, only),
    ownPlace: has(v.ownPlace, both),
    maxMonths: TERM.test(entry.key ?? '') || AT_MOST.test(both) ? longest(both, lexicon) : null,
    maxCount: AT_MOST.test(both) ? atMost(both, lexicon) : null,
    place: only && PLACE.test(entry.key ?? '') && value !== '' && !/\d/.test(value) ? value.split(/[\s,]+/) : null,
    never,
  };
}

function cost(entry: LedgerEntry, text: string, value: string, lexicon: Lexicon): number | null {
  if (/^(?:0(?:[.,]0+)?|zero|none) ?(?:eur|euros?|€|zł|pln|евро|руб|usd|\$|£)/.test(value)) return 0;
  if (/^0(?:[.,]0+)?(?:\s|€|$)/.test(value) && (entry.key === undefined || COST.test(entry.key))) return 0;
  if (entry.key !== undefined && COST.test(entry.key)) {
    const [cap] = amounts(value, lexicon.deadline.numbers);
    if (cap !== undefined) return cap;
  }
  const free = has(lexicon.values.free, text) || (has(lexicon.values.never, text) && COST.test(entry.key ?? ''));
  return free &&
    amounts(text, lexicon.deadline.numbers).length === 0 &&
    !has(lexicon.values.only, value) &&
    (entry.key === undefined || COST.test(entry.key))
    ? 0
    : null;
}

const CLOCK = /(?<![\d.,])([01]?\d|2[0-4])(?:[:.]([0-5]\d)| ?h ?([0-5]\d)?)?(?![\d.,]*\d|\s*(?:eur|€|%|евро))/g;

function hours(text: string, lexicon: Lexicon): Condition['hours'] {
  const v = lexicon.values;
  const marked =
    /\d[:.]\d\d|\d ?h(?![a-zа-я])|\d\s*[—-]\s*\d|(?:с|od|entre|from|between|między|de|до|do|po|после|после|after|before|avant|après|przed) \d/.test(
      text,
    );
  if (!marked || lexicon.deadline.months.some((m) => text.split(/\s+/).some((w) => m.test(w)))) return null;
  if (/\d{1,2}\/\d{1,2}/.test(text)) return null;
  const times = Array.from(text.matchAll(CLOCK), (m) => Number(m[1]) * 60 + Number(m[2] ?? m[3] ?? 0));
  const [a, b] = times;
  if (a === undefined) return null;
  const forbidden = has(v.never, text);
  if (b !== undefined) return { from: a, to: b, forbidden };
  if (has(v.before, text)) return { from: 0, to: a, forbidden };
  return has(v.after, text) ? { from: a, to: 1440, forbidden } : null;
}

function closed(typed: string, text: string, lexicon: Lexicon, clock: Clock, never: boolean): Condition['closed'] {
  const year = /(?<!\d)(20\d\d)(?!\d)/.exec(typed);
  if (year && never && !/\d{1,2}[./]\d{1,2}/.test(typed))
    return { from: civilDay(Number(year[1]), 1, 1), to: civilDay(Number(year[1]), 12, 31) };
  const days = [typed, text].map((t) =>
    readDeadlines(withPreposition(t), lexicon.deadline, clock).flatMap((d) =>
      d.kind === 'date' && d.day !== null ? [d.day] : [],
    ),
  );
  const found = days[0]?.length ? days[0] : (days[1] ?? []);
  const [a, b] = [...found].sort((x, y) => x - y);
  if (a === undefined) return null;
  const frozen =
    never ||
    /froz|freez|closed|block|заморо|закрыт|zamroż|zamknię|gel[ée]|fermé|blackout|стоп/.test(`${typed} ${text}`);
  if (b !== undefined && b > a) return frozen ? { from: a, to: b } : null;
  if (frozen) return has(lexicon.values.before, `${typed} ${text}`) ? { from: clock.day, to: a } : { from: a, to: a };
  if (has(lexicon.values.after, typed)) return { from: 0, to: a - 1 };
  return has(lexicon.values.before, typed) ? { from: a + 1, to: Number.MAX_SAFE_INTEGER } : null;
}

/** Typed values say "20-31 Dec" and "24/12" without the words a sentence has. */
const withPreposition = (t: string): string =>
  t
    .replace(/(?<!\d)(\d{1,2})\s*[—-]\s*(\d{1,2})(\.? \p{L}{3,})/gu, '$1$3 — $2$3')
    .replace(/(?<![\d./])(\d{1,2})\/(\d{1,2})(?![\d/])/g, 'on $1/$2');

function weekdays(text: string, lexicon: Lexicon, never: boolean, only: boolean): number[] | null {
  const words = text.split(/[\s,;/]+/);
  const named = lexicon.deadline.weekdays.flatMap((re, i) =>
    words.some((w) => re.test(w)) || DATIVE[i]?.test(text) ? [i] : [],
  );
  if (named.length === 0 || named.length > 5 || (never === only && !only)) return null;
  return never && !only ? [0, 1, 2, 3, 4, 5, 6].filter((d) => !named.includes(d)) : named;
}

/** Weekdays in the habitual plural («по пятницам», „w piątki”). */
const DATIVE = [
  /понедельник|poniedziałk/,
  /вторник|wtork/,
  /сред(?:а|ам|у)(?![а-я])|środy/,
  /четверг|czwartk/,
  /пятниц|piątk/,
  /суббот|sobot/,
  /воскресен|niedziel/,
];

export const isWeekday = (day: number, allowed: readonly number[]): boolean => allowed.includes(weekdayOf(day));
