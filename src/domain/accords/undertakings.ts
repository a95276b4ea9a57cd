import type { OptionTerms } from '../negotiation/words.ts';
import type { Side } from '../request/words.ts';
import type { Instant } from '../shared/instant.ts';

/** What a side undertook, on its way to becoming a promise. `waitsFor` = place in this list of the promise of theirs it depends on (P5). */
export type Undertaken = {
  readonly side: Side;
  readonly text: string;
  readonly due: Instant;
  readonly hours: number;
  readonly minor: number;
  readonly waitsFor?: number;
};

/**
 * P4, P5: the promises that an accord in force gives rise to, the client's first, so that ours can point to them. Due on the day named beside it, else
 * on the accord's date (of a forecast the 9-of-10 one), else `fallback`. Work without hours of its own carries the option's effort when it is the only one.
 */
export function undertakenIn(terms: OptionTerms, fallback: Instant): readonly Undertaken[] {
  const { date } = terms;
  const due = date.kind === 'none' ? fallback : date.kind === 'by-hand' ? date.at : date.p90;
  const theirs = terms.youDo.map((u): Undertaken => ({
    side: 'theirs',
    text: u.text,
    due: u.due ?? due,
    hours: u.hours ?? 0,
    minor: u.minor ?? 0,
  }));
  const ours = terms.weDo.map((u, i): Undertaken => {
    const waitsFor = terms.youDo.findIndex((y) => y.before === i);
    return {
      side: 'ours',
      text: u.text,
      due: u.due ?? due,
      hours: u.hours ?? (terms.weDo.length === 1 ? terms.effortHours : 0),
      minor: u.minor ?? 0,
      ...(waitsFor < 0 ? {} : { waitsFor }),
    };
  });
  return [...theirs, ...ours];
}
