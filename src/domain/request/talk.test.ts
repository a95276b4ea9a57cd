import { describe, expect, it } from 'vitest';
import { type TalkCommand, type TalkFacts, decideTalk } from './talk.ts';
import type { TalkState } from './words.ts';

const at = (talk: TalkState, more: Partial<TalkFacts> = {}): TalkFacts => ({ talk, benefitShown: false, ...more });
const outcome = (facts: TalkFacts, command: TalkCommand): string => {
  const result = decideTalk(facts, command);
  return result.ok ? result.value.map((e) => (e.kind === 'talk-moved' ? e.to : e.kind)).join(' ') : result.refusal.code;
};

describe('the talk about a request', () => {
  it.each<[string, TalkFacts, TalkCommand, string]>([
    ['[T6] one action opens the conversation', at('none'), { kind: 'invite' }, 'inviting'],
    ['[T6] an invitation sent twice changes nothing', at('inviting'), { kind: 'invite' }, ''],
    ['[T6] the client comes in', at('inviting'), { kind: 'enter' }, 'talking'],
    ['[T7] both sides agree', at('talking'), { kind: 'agree' }, 'agreed'],
    ['[T7] nobody agrees before there was a talk', at('none'), { kind: 'agree' }, 'talk-does-not-allow'],
    ['[T7] an edited agreement is a talk again', at('agreed'), { kind: 'disagree' }, 'talking'],
    [
      '[S2] a change of method takes an agreement up again, with a reason',
      at('agreed'),
      { kind: 'take-up-again', why: 'they prefer remote' },
      'talking',
    ],
    ['[S2] … and not without one', at('agreed'), { kind: 'take-up-again', why: '' }, 'reason-missing'],
    [
      '[T12] the first "just do it" is answered with what they gain',
      at('talking'),
      { kind: 'just-do-it', words: 'just do it' },
      'benefit-due',
    ],
    [
      '[T12] the second is recorded as declined to discuss',
      at('talking', { benefitShown: true }),
      { kind: 'just-do-it', words: 'do it' },
      'declined-to-discuss declined-to-discuss',
    ],
    [
      '[T12] nobody can decline a talk they were never asked into',
      at('none'),
      { kind: 'just-do-it', words: 'do it' },
      'talk-does-not-allow',
    ],
    ['[T12] who declined may come in after all', at('declined-to-discuss'), { kind: 'enter' }, 'talking'],
    ['[T16] an awkward request is collected without a no', at('none'), { kind: 'collect' }, 'collected'],
    ['[T16] what was agreed is not collected', at('agreed'), { kind: 'collect' }, 'talk-does-not-allow'],
    [
      '[S11] work is suspended once the notice has left',
      at('agreed'),
      { kind: 'suspend', why: 'two directors, two wishes', notice: 'sent' },
      'suspended',
    ],
    [
      '[S11] a notice in the queue suspends nothing',
      at('agreed'),
      { kind: 'suspend', why: 'x', notice: 'queued' },
      'notice-not-sent',
    ],
    [
      '[S11] the decision maker resumes',
      at('suspended', { decisionMakerId: 'nowak' }),
      { kind: 'resume', decision: 'the first way', byId: 'nowak' },
      'talking',
    ],
    [
      '[S11] somebody else does not',
      at('suspended', { decisionMakerId: 'nowak' }),
      { kind: 'resume', decision: 'x', byId: 'lis' },
      'not-the-decision-maker',
    ],
    [
      '[S11] an empty seat asks for a name',
      at('suspended'),
      { kind: 'resume', decision: 'x', byId: 'lis' },
      'decision-maker-missing',
    ],
    ['[S11] a suspended talk invites nobody', at('suspended'), { kind: 'invite' }, 'talk-does-not-allow'],
  ])('%s', (_name, facts, command, expected) => expect(outcome(facts, command)).toBe(expected));
});
