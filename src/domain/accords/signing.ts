import type { Side } from '../request/words.ts';
import { type Result, ok, refuse } from '../shared/result.ts';
import { moveAccord } from './accord-moves.ts';
import type { AccordState } from './words.ts';

export type AccordFacts = {
  readonly state: AccordState;
  readonly fingerprint: string;
  /** Who has signed, by side. */
  readonly signed: Partial<Readonly<Record<Side, string>>>;
  /** The option's wording the two sides agreed on is still the one this text was made of. */
  readonly stillAgreed: boolean;
};

export type Signing = {
  readonly side: Side;
  readonly personId: string;
  /** Of the text the person saw. */
  readonly seen: string;
  readonly typedName: string;
  readonly understood: boolean;
  /** May this person bind their side: within authority or approved for us, a contact who decides for them. */
  readonly entitled: boolean;
};

/**
 * P4: one signs for one side, the text one saw, knowingly, and entitled to. Half-signed after the first name, in force after both; from
 * the first signature nothing in it changes any more.
 */
export function sign(accord: AccordFacts, s: Signing): Result<'half-signed' | 'in-force'> {
  const moved = moveAccord(accord.state, accord.state === 'drawn-up' ? 'first-signature' : 'second-signature');
  if (!moved.ok) return moved;
  if (s.seen !== accord.fingerprint) return refuse('stale-wording', { current: accord.fingerprint });
  if (!accord.stillAgreed) return refuse('no-longer-agreed');
  if (accord.signed[s.side === 'ours' ? 'theirs' : 'ours'] === s.personId) return refuse('acts-for-both-sides');
  if (accord.signed[s.side]) return refuse('signed-already', { side: s.side });
  if (!s.entitled) return refuse('not-entitled-to-sign', { side: s.side });
  if (!s.understood) return refuse('tick-missing');
  if (s.typedName.trim().length < 3) return refuse('name-missing');
  return ok(accord.signed[s.side === 'ours' ? 'theirs' : 'ours'] ? 'in-force' : 'half-signed');
}
