import { type Result, ok, refuse } from '../shared/result.ts';
import type { TalkState } from './words.ts';

/** What can happen to the talk about a request. */
export type TalkMove =
  'invite' | 'enter' | 'agree' | 'disagree' | 'decline' | 'suspend' | 'resume' | 'collect' | 'take-up-again';

/**
 * T6, T12, T16, S11: the talk as a table. `collect` never passes through a "no"; `disagree` is an edit that removed an agreement;
 * `resume` goes back to talking, since what was suspended was a talk or an agreement that the client's own side disputes.
 */
export const TALK_MOVES: Readonly<Record<TalkState, Partial<Record<TalkMove, TalkState>>>> = {
  none: { invite: 'inviting', enter: 'talking', suspend: 'suspended', collect: 'collected' },
  inviting: {
    invite: 'inviting',
    enter: 'talking',
    decline: 'declined-to-discuss',
    suspend: 'suspended',
    collect: 'collected',
  },
  talking: {
    invite: 'talking',
    enter: 'talking',
    agree: 'agreed',
    decline: 'declined-to-discuss',
    suspend: 'suspended',
    collect: 'collected',
  },
  agreed: { enter: 'agreed', disagree: 'talking', 'take-up-again': 'talking', suspend: 'suspended' },
  'declined-to-discuss': { invite: 'inviting', enter: 'talking', collect: 'collected' },
  suspended: { resume: 'talking' },
  collected: { invite: 'inviting', enter: 'talking', 'take-up-again': 'talking' },
};

/** Everything the table does not know but the rule needs. */
export type TalkFacts = {
  readonly talk: TalkState;
  /** T12: the benefit message has been shown once. */
  readonly benefitShown: boolean;
  /** S11: who decides this matter for the client. */
  readonly decisionMakerId?: string;
};

export type TalkCommand =
  | { readonly kind: Exclude<TalkMove, 'decline' | 'suspend' | 'resume' | 'take-up-again'> }
  | { readonly kind: 'just-do-it'; readonly words: string }
  | { readonly kind: 'suspend'; readonly why: string; readonly notice: 'queued' | 'sent' | 'failed' | 'unknown' }
  | { readonly kind: 'resume'; readonly decision: string; readonly byId: string }
  | { readonly kind: 'take-up-again'; readonly why: string };

export type TalkEvent =
  | { readonly kind: 'talk-moved'; readonly from: TalkState; readonly to: TalkState; readonly why?: string }
  | { readonly kind: 'benefit-due'; readonly words: string }
  | { readonly kind: 'declined-to-discuss'; readonly words: string };

/** T6, T12, T16, S11: what a move of the talk brings, or why it cannot be made. */
export function decideTalk(facts: TalkFacts, command: TalkCommand): Result<readonly TalkEvent[]> {
  switch (command.kind) {
    case 'just-do-it':
      return justDoIt(facts, command.words);
    case 'suspend':
      if (command.why.trim() === '') return refuse('reason-missing');
      if (command.notice !== 'sent') return refuse('notice-not-sent', { delivery: command.notice });
      return moved(facts.talk, 'suspend', command.why.trim());
    case 'resume':
      if (!facts.decisionMakerId) return refuse('decision-maker-missing');
      if (command.byId !== facts.decisionMakerId)
        return refuse('not-the-decision-maker', { decides: facts.decisionMakerId });
      if (command.decision.trim() === '') return refuse('reason-missing');
      return moved(facts.talk, 'resume', command.decision.trim());
    case 'take-up-again':
      if (command.why.trim() === '') return refuse('reason-missing');
      return moved(facts.talk, 'take-up-again', command.why.trim());
    default:
      return moved(facts.talk, command.kind);
  }
}

/** T12: the first "just do it" is answered with what they gain by talking; the second is recorded and counted. */
function justDoIt(facts: TalkFacts, words: string): Result<readonly TalkEvent[]> {
  const to = TALK_MOVES[facts.talk].decline;
  if (!to) return refuse('talk-does-not-allow', { talk: facts.talk, move: 'decline' });
  if (!facts.benefitShown) return ok([{ kind: 'benefit-due', words }]);
  return ok([
    { kind: 'declined-to-discuss', words },
    { kind: 'talk-moved', from: facts.talk, to },
  ]);
}

function moved(talk: TalkState, move: TalkMove, why?: string): Result<readonly TalkEvent[]> {
  const to = TALK_MOVES[talk][move];
  if (!to) return refuse('talk-does-not-allow', { talk, move });
  if (to === talk) return ok([]);
  return ok([{ kind: 'talk-moved', from: talk, to, ...(why ? { why } : {}) }]);
}
