import type { RequestFacts } from './request-facts.ts';
import { TALK_MOVES } from './talk.ts';
import type { Ball, Phase } from './words.ts';

type Test = (facts: RequestFacts) => boolean;

/** `may`: the move is allowed. `now`: it is the most useful one, unless a row above it is. `ball`: who moves when it is the next step. */
type Row = { readonly phases: readonly Phase[]; readonly ball: Ball; readonly may: Test; readonly now: Test };

const OPEN: readonly Phase[] = ['initiation', 'resolution', 'closing'];
const WORK: readonly Phase[] = ['initiation', 'resolution'];
const START: readonly Phase[] = ['initiation'];
const DOING: readonly Phase[] = ['resolution'];

const always: Test = () => true;
const never: Test = () => false;
const talks = (f: RequestFacts, move: keyof (typeof TALK_MOVES)['none']): boolean =>
  TALK_MOVES[f.talk][move] !== undefined;
const free: Test = (f) => f.talk !== 'agreed' && f.talk !== 'suspended' && f.pause !== 'running';
const awkward: Test = (f) => f.fate !== 'do-it' && f.fate !== 'not-placed';

const ours = (phases: readonly Phase[], may: Test, now: Test): Row => ({ phases, ball: 'ours', may, now });
const theirs = (phases: readonly Phase[], now: Test): Row => ({ phases, ball: 'theirs', may: now, now });

/**
 * Every move a request knows, the most urgent first; the first row whose `now` holds is the one next step (screens.md, principle 2).
 * C7: the last row of each phase always holds, so an open request always has one. Waiting is a step too: the client's, with a reminder.
 */
const MOVES = {
  'name-client': ours(
    OPEN,
    (f) => !f.clientKnown,
    (f) => !f.clientKnown,
  ),
  'get-decision': ours(
    OPEN,
    (f) => f.talk === 'suspended',
    (f) => f.talk === 'suspended',
  ),
  'resume-pause': ours(
    WORK,
    (f) => f.pause !== 'none',
    (f) => f.pause === 'lapsed',
  ),
  'save-promise': ours(
    OPEN,
    (f) => f.ourPromisesAtRisk > 0,
    (f) => f.ourPromisesAtRisk > 0,
  ),
  'offer-shift': ours(
    OPEN,
    (f) => f.theirLatePromises > 0,
    (f) => f.theirLatePromises > 0,
  ),
  'show-benefit': ours(
    WORK,
    (f) => f.benefitDue,
    (f) => f.benefitDue,
  ),
  reply: ours(OPEN, always, (f) => f.unanswered && (f.phase !== 'initiation' || f.talk !== 'none')),
  'close-on-silence': ours(
    ['closing'],
    (f) => f.closing === 'silent',
    (f) => f.closing === 'silent',
  ),
  'note-interest': ours(
    OPEN,
    always,
    (f) => f.phase === 'initiation' && f.interest === 'unknown' && f.talk !== 'collected',
  ),
  place: ours(WORK, always, (f) => f.phase === 'initiation' && f.fate === 'not-placed'),
  'await-pause': { phases: WORK, ball: 'third', may: never, now: (f) => f.pause === 'running' },
  'talk-about-difference': ours(
    WORK,
    (f) => f.sidesDiffer,
    (f) => f.sidesDiffer && free(f) && f.talk !== 'collected',
  ),
  'answer-options': ours(
    WORK,
    (f) => f.waitForOurStance > 0 && free(f),
    (f) => f.waitForOurStance > 0 && free(f),
  ),
  'pick-one': ours(
    WORK,
    (f) => f.round === 'several-work' && free(f),
    (f) => f.round === 'several-work' && free(f),
  ),
  'next-round': ours(
    WORK,
    (f) => f.round === 'none-works' && free(f),
    (f) => f.round === 'none-works' && free(f),
  ),
  'draw-up-accord': ours(
    WORK,
    (f) => f.talk === 'agreed' && f.accord === 'none',
    (f) => f.talk === 'agreed' && f.accord === 'none',
  ),
  'await-approval': { phases: OPEN, ball: 'ours', may: never, now: (f) => f.approvalsAsked > 0 },
  'sign-accord': ours(
    WORK,
    (f) => signable(f) && !f.weSigned,
    (f) => signable(f) && !f.weSigned,
  ),
  'await-signature': theirs(WORK, (f) => signable(f) && f.weSigned),
  'await-stances': theirs(WORK, (f) => f.waitForTheirStance > 0),
  'table-options': ours(
    WORK,
    (f) => f.interest !== 'unknown' && free(f),
    (f) => f.talk === 'talking' && f.interest !== 'unknown' && f.optionsOnTable === 0 && f.phase === 'initiation',
  ),
  'take-up-again': ours(
    WORK,
    (f) => talks(f, 'take-up-again'),
    (f) => f.talk === 'collected',
  ),
  'answer-outside-agreement': ours(
    WORK,
    (f) => f.fate === 'possible-not-reasonable',
    (f) => f.talk === 'declined-to-discuss' && f.fate === 'possible-not-reasonable' && f.optionsOnTable === 0,
  ),
  'await-client': theirs(START, (f) => f.talk === 'inviting'),
  invite: ours(
    WORK,
    (f) => f.clientKnown && talks(f, 'invite'),
    (f) => f.phase === 'initiation' && f.talk === 'none' && awkward(f),
  ),
  collect: ours(
    WORK,
    (f) => talks(f, 'collect'),
    (f) => f.phase === 'initiation' && f.talk === 'declined-to-discuss' && awkward(f),
  ),
  begin: ours(START, always, always),
  'make-promise': ours(
    WORK,
    (f) => f.talk !== 'suspended',
    (f) => f.phase === 'resolution' && f.promisesMade === 0,
  ),
  'keep-promise': ours(
    OPEN,
    (f) => f.ourOpenPromises > 0,
    (f) => f.phase === 'resolution' && f.ourOpenPromises > 0,
  ),
  'await-their-promise': theirs(DOING, (f) => f.theirOpenPromises > 0),
  'send-closing': ours(DOING, (f) => f.talk !== 'suspended', always),
  'await-confirmation': theirs(['closing'], always),
  'waive-closing': ours(['closing'], (f) => f.closing !== 'none', never),
  'pause-for-knowledge': ours(WORK, free, never),
  suspend: ours(WORK, (f) => talks(f, 'suspend'), never),
  'log-call': ours(OPEN, always, never),
  note: ours(['initiation', 'resolution', 'closing', 'closed'], always, never),
  'hand-over': ours(OPEN, always, never),
  reopen: ours(['closed'], always, never),
} satisfies Record<string, Row>;

export type MoveCode = keyof typeof MOVES;
export type Moves = {
  readonly allowed: readonly MoveCode[];
  readonly next: { readonly code: MoveCode; readonly ball: Ball } | null;
};

const signable: Test = (f) => f.accord === 'drawn-up' || f.accord === 'half-signed';
const ROWS = Object.entries(MOVES) as readonly (readonly [MoveCode, Row])[];

/** The moves a request allows and the one that is most useful now; a closed request has none that is. C1, C2, C7, T5, T6, T19. */
export function moves(facts: RequestFacts): Moves {
  const here = ROWS.filter(([, row]) => row.phases.includes(facts.phase));
  const next = here.find(([, row]) => row.now(facts));
  return {
    allowed: here.filter(([, row]) => row.may(facts)).map(([code]) => code),
    next: next ? { code: next[0], ball: next[1].ball } : null,
  };
}
