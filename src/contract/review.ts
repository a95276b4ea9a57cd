import { z } from 'zod';
import { At, Done, Id, IdParams, Lang, Line, Side } from './common.ts';
import { endpoint } from './endpoint.ts';
import { Fate } from './triage.ts';

const Day = z.iso.date();
const N = z.number().int();
const Period = z.object({ from: Day, to: Day });
const Cause = z.enum([
  'outside-hours',
  'outside-scope',
  'over-allowance',
  'free-of-charge',
  'harms-someone-else',
  'physical',
  'technical',
  'law-or-safety',
  'capacity',
  'third-party',
  'missing-knowledge',
  'said-again',
  'broken-promise',
  'left-unsaid',
  'sold-twice',
]);
const Count = z.object({ n: N, minutes: N });
const Outcomes = z.object({
  kept: N,
  early: N,
  exceeded: N,
  moved: N,
  broken: N,
  keptShare: z.number().nullable(),
});
const Words = z.array(z.object({ key: z.string(), n: N }));
/** What is counted for the client and for the desk alike. Same shape as `Figures` in domain/review/figures.ts, less what is ours alone. */
const SharedFigures = z.object({
  requests: N,
  minutes: N,
  cells: z.array(Count.extend({ fate: Fate, share: z.number(), daysPerWeek: z.number(), before: Count })),
  discussion: Count.extend({ daysPerWeek: z.number(), before: Count }),
  causes: z.array(Count.extend({ cause: Cause, before: N })),
  ask: z.object({ asAsked: N, conditionsKept: N, changed: N, declined: N, noAgreement: N, open: N }),
  conditions: z.object({ asked: N, missed: N }),
  promises: z.object({ ours: Outcomes, theirs: Outcomes }),
  repeats: z.object({ times: N, requests: N, before: N }),
  closing: z.object({ opened: N, closed: N, how: Words, before: N }),
  months: z.array(z.object({ month: Day, cells: z.record(Fate, N), minutes: N })),
});
const BeforeAfter = z.object({
  before: N,
  after: N,
  beforeAMonth: z.number(),
  afterAMonth: z.number(),
  trend: z.enum(['fewer', 'same', 'more']),
});
const ReviewAction = z.object({
  id: Id,
  cause: Cause,
  text: z.string(),
  side: Side,
  ownerName: z.string(),
  dueOn: Day,
  oursAgreed: z.boolean(),
  theirsAgreed: z.boolean(),
  done: z.boolean(),
});
export type ReviewAction = z.infer<typeof ReviewAction>;

/** What the client sees, and nothing else: built from counts, from words read through the room's own door, and from our commentary. */
export const ReviewDocument = z.object({
  firm: z.string(),
  clientName: z.string(),
  lang: Lang,
  period: Period,
  before: Period,
  commentary: z.string(),
  figures: SharedFigures,
  neverPossible: z.array(z.object({ id: Id, ref: z.string(), subject: z.string(), limit: Cause })),
  examples: z.array(
    z.object({
      id: Id,
      ref: z.string(),
      subject: z.string(),
      fate: Fate,
      minutes: N,
      words: z.string(),
      agreed: z.string().nullable(),
    }),
  ),
  since: z.array(ReviewAction.extend({ agreedFor: Period, counts: BeforeAfter })),
});
export type ReviewDocument = z.infer<typeof ReviewDocument>;

const ReviewRow = z.object({
  id: Id,
  clientId: Id,
  clientName: z.string(),
  period: Period,
  sharedAt: At.nullable(),
  actions: N,
});
const ReviewPage = z.object({
  id: Id,
  version: N,
  clientId: Id,
  sharedAt: At.nullable(),
  /** What has changed since it was shared is not with the client yet. */
  changed: z.boolean(),
  document: ReviewDocument,
  leftOut: z.array(Id),
  actions: z.array(ReviewAction),
  contacts: z.array(z.object({ id: Id, name: z.string() })),
});
export type ReviewPage = z.infer<typeof ReviewPage>;
const ActionBody = z.strictObject({ cause: Cause, text: Line, side: Side, ownerName: Line, dueOn: Day });

export const listReviews = endpoint({
  method: 'GET',
  path: '/api/reviews',
  access: 'agent',
  summary: 'The reviews there are, newest period first',
  query: z.strictObject({ clientId: Id.optional() }),
  response: z.object({ items: z.array(ReviewRow), suggested: Period }),
});
export const openReview = endpoint({
  method: 'POST',
  path: '/api/reviews',
  access: 'agent',
  summary: 'The review of a client and a period: the one there is, or a new draft (T17)',
  creates: true,
  body: z.strictObject({ clientId: Id, from: Day, to: Day }),
  response: z.object({ id: Id }),
});
export const getReview = endpoint({
  method: 'GET',
  path: '/api/reviews/:id',
  access: 'agent',
  summary: 'A review exactly as the client would see it now',
  params: IdParams,
  response: ReviewPage,
});
export const writeReview = endpoint({
  method: 'PUT',
  path: '/api/reviews/:id',
  access: 'agent',
  summary: 'Our commentary, and examples that are better left out',
  params: IdParams,
  ifMatch: true,
  body: z.strictObject({ commentary: z.string().trim().max(10_000), leftOut: z.array(Id).max(50) }),
  response: z.object({ version: N }),
});
export const shareReview = endpoint({
  method: 'POST',
  path: '/api/reviews/:id/share',
  access: 'agent',
  summary: 'Freeze it and put it into the client’s room; a personal link for each contact named',
  params: IdParams,
  creates: true,
  ifMatch: true,
  body: z.strictObject({ contactIds: z.array(Id).max(20) }),
  response: z.object({ version: N, links: z.array(z.object({ name: z.string(), link: z.string() })) }),
});
export const proposeAction = endpoint({
  method: 'POST',
  path: '/api/reviews/:id/actions',
  access: 'agent',
  summary: 'Propose what one side does about a cause; the other side agrees in the room (T18)',
  params: IdParams,
  creates: true,
  body: ActionBody.extend({ agreedWithThem: z.boolean().default(false) }),
  response: z.object({ id: Id }),
});
export const moveAction = endpoint({
  method: 'POST',
  path: '/api/review-actions/:id',
  access: 'agent',
  summary: 'Agree to what they proposed, or say that it is done',
  params: IdParams,
  body: z.strictObject({ move: z.enum(['agree', 'done']) }),
  response: Done,
});
export const roomReviews = endpoint({
  method: 'GET',
  path: '/api/room/reviews',
  access: 'room',
  summary: 'Our reviews',
  response: z.object({ items: z.array(z.object({ id: Id, period: Period, sharedAt: At })) }),
});
export const roomReview = endpoint({
  method: 'GET',
  path: '/api/room/reviews/:id',
  access: 'room',
  summary: 'One review, as it was shared',
  params: IdParams,
  response: z.object({ id: Id, sharedAt: At, document: ReviewDocument, actions: z.array(ReviewAction) }),
});
export const proposeActionInRoom = endpoint({
  method: 'POST',
  path: '/api/room/reviews/:id/actions',
  access: 'room',
  summary: 'The client proposes what one side does about a cause (T18)',
  params: IdParams,
  creates: true,
  body: ActionBody,
  response: z.object({ id: Id }),
});
export const agreeActionInRoom = endpoint({
  method: 'POST',
  path: '/api/room/review-actions/:id/agree',
  access: 'room',
  summary: 'The client agrees to what we proposed',
  params: IdParams,
  response: Done,
});

export const InsightsPage = SharedFigures.extend({
  period: Period,
  before: Period,
  missed: z.object({ ours: Words, theirs: Words }),
  firstAnswers: z.object({ opened: N, written: N, none: N }),
  rounds: z.object({ choice: N, oneOption: N }),
  favours: N,
  phases: z.array(z.object({ phase: z.enum(['initiation', 'resolution', 'closing']), open: N, stuck: N })),
  clients: z.array(
    Count.extend({
      id: Id.nullable(),
      name: z.string().nullable(),
      awkward: N,
      awkwardMinutes: N,
      repeats: N,
      kept: N,
      broken: N,
    }),
  ),
});
export type InsightsPage = z.infer<typeof InsightsPage>;
export const insights = endpoint({
  method: 'GET',
  path: '/api/insights',
  access: 'agent',
  summary: 'The same figures for all clients, for ourselves',
  query: z.strictObject({ from: Day.optional(), to: Day.optional() }),
  response: InsightsPage,
});
