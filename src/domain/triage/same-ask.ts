import { DAY, type Instant } from '../shared/instant.ts';
import { likeness } from '../listening/wording/similarity.ts';

/** What was asked: subject and first words, by whom, through which door, when. `text` is the author's own, without quotes and signature. */
export type Ask = {
  readonly id: string;
  readonly clientId: string;
  readonly subject: string;
  readonly text: string;
  readonly at: Instant;
};

export type SameAsk = { readonly same: boolean; readonly score: number };

const NO: SameAsk = { same: false, score: 0 };
/** How far back the same ask is looked for. */
const SAME_ASK_DAYS = 365;
/** Only the first words are compared: the ask stands there; long mails agree on too much else. */
const FIRST_CHARACTERS = 1_500;

/** Tuned on the labelled pairs of same-ask.test.ts for precision: to be told "they asked before" when they did not is worse than not to be told. */
const ENOUGH = { shared: 4, cover: 0.51, overlap: 0.31 };
/** A short ask ("weekend work free of charge?") must be found nearly whole. */
const ENOUGH_SHORT = { shared: 3, cover: 0.75, overlap: 0.25 };

/**
 * T11: is this the same ask through another person or channel? Same client, at most a year apart, by the wording of subject and text in the language
 * it was written in. It only suggests; a person confirms the link.
 */
export function sameAsk(a: Ask, b: Ask): SameAsk {
  if (a.id === b.id || a.clientId !== b.clientId || Math.abs(a.at - b.at) > SAME_ASK_DAYS * DAY) return NO;
  const whole = likeness(words(a), words(b));
  const same = [ENOUGH, ENOUGH_SHORT].some(
    (e) => whole.shared >= e.shared && whole.cover >= e.cover && whole.overlap >= e.overlap,
  );
  return same ? { same, score: Math.round(((whole.cover + whole.overlap) / 2) * 100) / 100 } : NO;
}

const words = (ask: Ask): string =>
  `${ask.subject.replace(/^(?:\s*(?:re|fwd?|odp|pd|tr|aw|отв|ha)\s*:)+/i, '')}\n${ask.text.slice(0, FIRST_CHARACTERS)}`;

/** T11: earlier asks that are likely the same, the likeliest first, three at most. */
export function askedBefore(
  ask: Ask,
  earlier: readonly Ask[],
): readonly { readonly id: string; readonly score: number }[] {
  return earlier
    .map((e) => ({ id: e.id, ...sameAsk(ask, e) }))
    .filter((e) => e.same)
    .sort((x, y) => y.score - x.score)
    .slice(0, 3)
    .map(({ id, score }) => ({ id, score }));
}
