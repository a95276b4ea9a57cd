import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FATES } from '../triage/words.ts';
import { moves } from './moves.ts';
import { ARRIVED, type RequestFacts } from './request-facts.ts';
import { PHASES, TALK_STATES } from './words.ts';

const known: RequestFacts = { ...ARRIVED, interest: 'known', fate: 'possible-not-reasonable' };
const talking: RequestFacts = { ...known, talk: 'talking', unanswered: false };
const doing: RequestFacts = { ...talking, phase: 'resolution', talk: 'agreed', accord: 'in-force', promisesMade: 2 };
const closing: RequestFacts = { ...doing, phase: 'closing', closing: 'waiting' };

describe('the one next step', () => {
  it.each<[string, RequestFacts, string]>([
    ['nobody knows who wrote', { ...ARRIVED, clientKnown: false }, 'name-client ours'],
    ['[T5] first be curious: what is behind it', ARRIVED, 'note-interest ours'],
    ['[T2] then place it', { ...ARRIVED, interest: 'known' }, 'place ours'],
    ['[T5] skipped with a reason counts as asked', { ...ARRIVED, interest: 'skipped' }, 'place ours'],
    [
      '[T19] the sides see it differently: talk about that',
      { ...known, sidesDiffer: true },
      'talk-about-difference ours',
    ],
    ['[T6] an awkward request opens a conversation', known, 'invite ours'],
    ['a request that is reasonable and possible is simply begun', { ...known, fate: 'do-it' }, 'begin ours'],
    ['[T6] invited: their move', { ...known, talk: 'inviting', unanswered: false }, 'await-client theirs'],
    ['the client answered the invitation by mail', { ...known, talk: 'inviting' }, 'reply ours'],
    ['[T12] just do it: show what they gain', { ...talking, benefitDue: true }, 'show-benefit ours'],
    ['[T7] what if', talking, 'table-options ours'],
    [
      '[T7] options wait for their stance',
      { ...talking, round: 'open', optionsOnTable: 2, waitForTheirStance: 2 },
      'await-stances theirs',
    ],
    [
      '[T7] their own option waits for our stance',
      { ...talking, round: 'open', optionsOnTable: 3, waitForOurStance: 1, waitForTheirStance: 2 },
      'answer-options ours',
    ],
    ['[T7] nothing works yet', { ...talking, round: 'none-works', optionsOnTable: 1 }, 'next-round ours'],
    ['[T7] several work: pick one', { ...talking, round: 'several-work', optionsOnTable: 2 }, 'pick-one ours'],
    ['[T13] nobody knows enough: the pause runs', { ...talking, pause: 'running' }, 'await-pause third'],
    ['[T13] the date of the pause has come', { ...talking, pause: 'lapsed' }, 'resume-pause ours'],
    ['[P4] agreed: draw up the accord', { ...talking, talk: 'agreed' }, 'draw-up-accord ours'],
    ['[P4] drawn up: sign', { ...talking, talk: 'agreed', accord: 'drawn-up' }, 'sign-accord ours'],
    [
      '[T15] it exceeds my authority: the approval is asked',
      { ...talking, talk: 'agreed', accord: 'drawn-up', approvalsAsked: 1 },
      'await-approval ours',
    ],
    [
      '[P4] we signed: their move',
      { ...talking, talk: 'agreed', accord: 'half-signed', weSigned: true },
      'await-signature theirs',
    ],
    ['[C1] in force: begin', { ...talking, talk: 'agreed', accord: 'in-force', weSigned: true }, 'begin ours'],
    ['[S11] suspended: get the decision', { ...talking, talk: 'suspended' }, 'get-decision ours'],
    ['[T16] collected for the review', { ...talking, talk: 'collected' }, 'take-up-again ours'],
    [
      '[P3] declined to discuss, outside the agreement: the honest no',
      { ...talking, talk: 'declined-to-discuss' },
      'answer-outside-agreement ours',
    ],
    [
      '[T16] declined to discuss, impossible: collect it',
      { ...talking, talk: 'declined-to-discuss', fate: 'neither' },
      'collect ours',
    ],
    [
      'a promise at risk comes before everything but a stop',
      { ...doing, ourOpenPromises: 1, ourPromisesAtRisk: 1, unanswered: true },
      'save-promise ours',
    ],
    [
      '[P5] they are late: offer to move what depends on it',
      { ...doing, theirOpenPromises: 1, theirLatePromises: 1 },
      'offer-shift ours',
    ],
    ['[C7] work without any promise', { ...doing, promisesMade: 0 }, 'make-promise ours'],
    ['our promise is open', { ...doing, ourOpenPromises: 1, theirOpenPromises: 1 }, 'keep-promise ours'],
    ['only theirs is open', { ...doing, theirOpenPromises: 1 }, 'await-their-promise theirs'],
    ['[C2] all is done: say so', doing, 'send-closing ours'],
    ['[C2] said: they confirm or object', closing, 'await-confirmation theirs'],
    ['[C2] the stated time has passed', { ...closing, closing: 'silent' }, 'close-on-silence ours'],
    ['a question instead of a confirmation is answered', { ...closing, unanswered: true }, 'reply ours'],
  ])('%s', (_name, facts, expected) => {
    const { next } = moves(facts);
    expect(`${next?.code} ${next?.ball}`).toBe(expected);
  });

  it('closed: nothing is next, and it can be re-opened', () => {
    expect(moves({ ...closing, phase: 'closed', closing: 'none' })).toEqual({
      allowed: ['note', 'reopen'],
      next: null,
    });
  });
});

describe('the moves that are allowed', () => {
  it.each<[string, RequestFacts, string, boolean]>([
    ['[T5] no options before the interest is known', { ...talking, interest: 'unknown' }, 'table-options', false],
    ['[T5] … or knowingly skipped', { ...talking, interest: 'skipped' }, 'table-options', true],
    ['[C2] nothing closes from resolution', doing, 'close-on-silence', false],
    ['[C2] nothing is waived before a closing message', doing, 'waive-closing', false],
    ['[C2] a client who may still answer is not silent', closing, 'close-on-silence', false],
    ['[C1] no closing message from initiation', talking, 'send-closing', false],
    ['[S11] no promise while work is suspended', { ...doing, talk: 'suspended' }, 'make-promise', false],
    ['[T13] no new options while the pause runs', { ...talking, pause: 'running' }, 'table-options', false],
    ['[T16] collecting is offered beside the talk', talking, 'collect', true],
  ])('%s', (_name, facts, code, expected) =>
    expect((moves(facts).allowed as readonly string[]).includes(code)).toBe(expected),
  );

  it('[C7] every open request has a next step; what we are to do is allowed', () => {
    const count = fc.nat({ max: 2 });
    const facts: fc.Arbitrary<RequestFacts> = fc.record({
      phase: fc.constantFrom(...PHASES),
      talk: fc.constantFrom(...TALK_STATES),
      clientKnown: fc.boolean(),
      unanswered: fc.boolean(),
      interest: fc.constantFrom('unknown', 'known', 'skipped'),
      fate: fc.constantFrom(...FATES),
      sidesDiffer: fc.boolean(),
      benefitDue: fc.boolean(),
      pause: fc.constantFrom('none', 'running', 'lapsed'),
      round: fc.constantFrom('none', 'open', 'several-work', 'none-works'),
      optionsOnTable: count,
      waitForOurStance: count,
      waitForTheirStance: count,
      accord: fc.constantFrom('none', 'drawn-up', 'half-signed', 'in-force'),
      weSigned: fc.boolean(),
      approvalsAsked: count,
      promisesMade: count,
      ourOpenPromises: count,
      ourPromisesAtRisk: count,
      theirOpenPromises: count,
      theirLatePromises: count,
      closing: fc.constantFrom('none', 'waiting', 'silent'),
    });
    fc.assert(
      fc.property(facts, (f) => {
        const { allowed, next } = moves(f);
        expect(next === null).toBe(f.phase === 'closed');
        if (next?.ball === 'ours' && next.code !== 'await-approval') expect(allowed).toContain(next.code);
      }),
      { numRuns: 3_000 },
    );
  });
});
