import { HOUR, type Instant } from '../shared/instant.ts';
import { offsetAt } from '../calendar/zone.ts';
import type { ConditionValue, EntryKind, EntryState } from '../listening/words.ts';
import type { PromiseKind } from '../promises/words.ts';
import { isoDate } from './deadline/civil.ts';
import { CONNECTIVES, MAY } from './context-words.ts';
import { type CheckContext, type DraftKind, type Lang, type LedgerEntry } from './types.ts';

/** What the product knows when somebody writes: their own authority (T15) and what the client said and has (L1, L4). */
export type DraftFacts = {
  /** The author's clock. */
  readonly zone: string;
  readonly author: {
    readonly name: string;
    readonly hours: number;
    readonly moneyMinor: number;
    readonly kinds: readonly PromiseKind[];
  };
  readonly entries: readonly {
    readonly kind: EntryKind;
    readonly state: EntryState;
    readonly text: string;
    readonly answer: string | null;
    readonly value: ConditionValue | null;
  }[];
  readonly products: readonly { readonly name: string; readonly from: string | null }[];
};

/** The context of a check: the same in the page and on the server. What was withdrawn or disputed holds nobody to anything. */
export function contextOf(facts: DraftFacts, kind: DraftKind, lang: Lang, now: Instant): CheckContext {
  const { author } = facts;
  return {
    now: wallClock(facts.zone, now),
    kind,
    author: {
      name: author.name,
      may: author.kinds.flatMap((k) => MAY[lang][k] ?? []),
      max_hours: author.hours,
      max_discount_eur: author.moneyMinor / 100,
    },
    ledger: [
      ...facts.entries.flatMap((e) => entryOf(e, lang, facts.zone)),
      ...facts.products.map(({ name, from }) => ({
        kind: 'already-has' as const,
        text: name,
        value: from ?? undefined,
      })),
    ],
  };
}

function entryOf(e: DraftFacts['entries'][number], lang: Lang, zone: string): LedgerEntry[] {
  if (e.kind === 'question')
    return e.state === 'answered' && e.answer ? [{ kind: 'fact', text: `${e.text} ${e.answer}`, value: e.answer }] : [];
  if (e.state !== 'standing') return [];
  return [{ kind: e.kind, text: e.text, ...(e.value ? typed(e.value, lang, zone) : {}) }];
}

/** A typed condition in the words that the rules compare: a key in English, a value in the draft's language. */
function typed(v: ConditionValue, lang: Lang, zone: string): { key?: string; value?: string } {
  const { only, never, by, after } = CONNECTIVES[lang];
  const day = (t: Instant): string => wallClock(zone, t).slice(0, 10);
  switch (v.kind) {
    case 'money':
      return { key: 'cost', value: `${v.max.minor / 100} ${v.max.currency}` };
    case 'date':
      if (v.latest !== undefined) return { key: 'date', value: `${by} ${day(v.latest)}` };
      return v.earliest === undefined ? {} : { key: 'date', value: `${after} ${day(v.earliest)}` };
    case 'place':
      return { key: 'place', value: `${v.rule === 'only' ? only : never} ${v.places.join(', ')}` };
    case 'channel':
      return { key: 'channel', value: `${v.rule === 'only' ? only : never} ${v.channels.join(', ')}` };
    case 'scope':
      return v.rule === 'excludes' ? { key: 'scope', value: `${never} ${v.items.join(', ')}` } : {};
    case 'product':
      return { key: 'product', value: v.rule === 'has' ? v.name : `${v.rule === 'only' ? only : never} ${v.name}` };
  }
}

/** ISO 8601 by the clock of a place, with its offset. */
function wallClock(zone: string, t: Instant): string {
  const offset = offsetAt(zone, t);
  const two = (n: number): string => String(Math.floor(n)).padStart(2, '0');
  const size = Math.abs(offset);
  const sign = offset < 0 ? '-' : '+';
  return `${isoUtc(t + offset)}${sign}${two(size / HOUR)}:${two((size % HOUR) / 60_000)}`;
}

const isoUtc = (wall: number): string => {
  const day = Math.floor(wall / 86_400_000);
  const minute = Math.floor((wall - day * 86_400_000) / 60_000);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${isoDate(day)}T${two(Math.floor(minute / 60))}:${two(minute % 60)}:00`;
};
