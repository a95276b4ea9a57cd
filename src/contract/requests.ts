import { z } from 'zod';
import { Accord } from './accords.ts';
import { Contact } from './clients.ts';
import { Closing } from './closing.ts';
import { At, Done, Id, IdParams, Line, PageQuery, Reason, Text, page } from './common.ts';
import { Conflict } from './conflict.ts';
import { Message } from './conversation.ts';
import { endpoint } from './endpoint.ts';
import { Entry } from './listening.ts';
import { MethodChange } from './method-change.ts';
import { Option, Pause, Round } from './negotiation.ts';
import { PlaybookOnRequest } from './playbooks.ts';
import { Promise_ } from './promises.ts';
import { Situations } from './situations.ts';
import { Axis, Fate, Placement, Suggestion } from './triage.ts';

export const Phase = z.enum(['initiation', 'resolution', 'closing', 'closed']);
export const Ball = z.enum(['ours', 'theirs', 'third']);
export const Talk = z.enum(['none', 'inviting', 'talking', 'agreed', 'declined-to-discuss', 'suspended', 'collected']);

/** One row of the table; PostgreSQL builds the JSON, so this shape is checked in tests, not per row. */
export const RequestRow = z.object({
  id: Id,
  ref: z.string(),
  subject: z.string(),
  clientName: z.string().nullable(),
  contactName: z.string().nullable(),
  phase: Phase,
  fate: Fate,
  ball: Ball,
  nextStep: z.string(),
  nextDue: z.string(),
  nextPromise: z.string().nullable(),
  ownerName: z.string().nullable(),
  openedAt: z.string(),
  updatedAt: z.string(),
  minutes: z.number(),
  /** Brought by an import and not touched since: no step of it is due. */
  imported: z.boolean(),
});
export type RequestRow = z.infer<typeof RequestRow>;

/** What the request allows now, and the one move that is most useful (principle 2: one next step); null when closed. */
const Moves = z.object({
  allowed: z.array(z.string()),
  next: z.object({ code: z.string(), ball: z.enum(['ours', 'theirs', 'third']) }).nullable(),
});

export const RequestPage = z.object({
  id: Id,
  ref: z.string(),
  version: z.number().int(),
  subject: z.string(),
  kind: z.string(),
  phase: Phase,
  talk: Talk,
  ball: Ball,
  nextStep: z.string(),
  nextDue: At,
  nextOwnerId: Id.nullable(),
  ownerId: Id.nullable(),
  ownerName: z.string().nullable(),
  reasonable: Axis,
  possible: Axis,
  fate: Fate,
  theirFate: Fate.nullable(),
  interestSkippedWhy: z.string().nullable(),
  ourDifficulty: z.string().nullable(),
  privateLimit: z.string().nullable(),
  suggestion: Suggestion.nullable(),
  minutes: z.number().int(),
  openedAt: At,
  firstAnswerAt: At.nullable(),
  closedAt: At.nullable(),
  client: z
    .object({
      id: Id,
      name: z.string(),
      since: z.string().nullable(),
      kept: z.number().int(),
      broken: z.number().int(),
      lang: z.string(),
      /** T12: how many times they declined to discuss. */
      declined: z.number().int(),
      coverage: z.string().nullable(),
      hoursUsed: z.number().nullable(),
      hoursAllowed: z.number().nullable(),
    })
    .nullable(),
  contact: Contact.nullable(),
  contacts: z.array(Contact),
  entries: z.array(Entry),
  placements: z.array(Placement),
  messages: z.array(Message),
  rounds: z.array(Round),
  options: z.array(Option),
  pauses: z.array(Pause),
  accords: z.array(Accord),
  promises: z.array(Promise_),
  closing: Closing.nullable(),
  conflict: Conflict.nullable(),
  methodChanges: z.array(MethodChange),
  situations: Situations,
  playbook: PlaybookOnRequest,
  /** T10: what was asked first, as it was said, and how far what was agreed is from it. */
  firstAsk: z
    .object({
      messageId: Id,
      words: z.string(),
      byName: z.string(),
      at: At,
      placement: z.object({ reasonable: Axis, possible: Axis, reason: z.string() }).nullable(),
      distance: z.array(
        z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('money'), asked: z.number(), agreed: z.number(), currency: z.string() }),
          z.object({ kind: z.literal('date'), asked: At, agreed: At.nullable() }),
        ]),
      ),
    })
    .nullable(),
  /** Several options work: each side picks one. */
  choosing: z.boolean(),
  /** S11: who decides this matter for the client, where one has been named. */
  decisionMakerId: Id.nullable(),
  /** Where it goes on, when it was merged. */
  mergedInto: z.object({ id: Id, ref: z.string() }).nullable(),
  /** Whether the reader keeps an eye on it. */
  watched: z.boolean(),
  moves: Moves,
});
export type RequestPage = z.infer<typeof RequestPage>;

export const listRequests = endpoint({
  method: 'GET',
  path: '/api/requests',
  access: 'agent',
  summary: 'The table of requests; q searches what people wrote',
  query: PageQuery.extend({
    phase: z.enum(['open', 'initiation', 'resolution', 'closing', 'closed', 'all']).default('open'),
    fate: Fate.optional(),
    ball: Ball.optional(),
    ownerId: Id.optional(),
    clientId: Id.optional(),
    /** Those I keep an eye on. */
    watched: z.literal('true').optional(),
    q: z.string().trim().max(200).optional(),
    /** The requests behind a figure of a review or of Insights: what was counted (keys joined by commas), from when to when. */
    metric: z.string().max(40).optional(),
    key: z.string().max(200).optional(),
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
  }),
  response: page(RequestRow),
});
export const getRequest = endpoint({
  method: 'GET',
  path: '/api/requests/:id',
  access: 'agent',
  summary: 'Everything about one request, both sides of the table (ETag = version)',
  params: IdParams,
  response: RequestPage,
});
export const createRequest = endpoint({
  method: 'POST',
  path: '/api/requests',
  access: 'agent',
  summary: 'Write down what a client asked for (by telephone, in person)',
  creates: true,
  body: z.strictObject({
    subject: Line,
    body: Text,
    clientId: Id,
    contactId: Id,
    channel: z.enum(['call', 'visit', 'note']).default('call'),
  }),
  response: z.object({ id: Id, ref: z.string() }),
});
export const setNextStep = endpoint({
  method: 'PUT',
  path: '/api/requests/:id/next-step',
  access: 'agent',
  summary: 'Next step, whose move, by when: no open request is without (C7)',
  params: IdParams,
  ifMatch: true,
  body: z.strictObject({ text: Line, ball: Ball, due: At, ownerId: Id.nullable().default(null) }),
  response: z.object({ version: z.number().int() }),
});
export const assignRequest = endpoint({
  method: 'PUT',
  path: '/api/requests/:id/owner',
  access: 'agent',
  summary: 'Who looks after it',
  params: IdParams,
  body: z.strictObject({ ownerId: Id }),
  response: Done,
});
export const setParties = endpoint({
  method: 'PUT',
  path: '/api/requests/:id/parties',
  access: 'agent',
  summary: 'Unknown – who is it? Name the client and the contact',
  params: IdParams,
  body: z.strictObject({ clientId: Id, contactId: Id }),
  response: Done,
});
export const describeRequest = endpoint({
  method: 'PUT',
  path: '/api/requests/:id/kind',
  access: 'agent',
  summary: 'What kind of request it is: similar ones are found by it (P2)',
  params: IdParams,
  body: z.strictObject({ kind: z.string().trim().min(1).max(100) }),
  response: Done,
});
export const movePhase = endpoint({
  method: 'POST',
  path: '/api/requests/:id/phase',
  access: 'agent',
  summary: 'To resolution, or back to initiation; closing has its own door',
  params: IdParams,
  creates: true,
  ifMatch: true,
  body: z.strictObject({ to: z.enum(['initiation', 'resolution']), why: Reason }),
  response: z.object({ version: z.number().int() }),
});
const TimelineItem = z.object({
  seq: z.number().int(),
  at: At,
  kind: z.string(),
  actorName: z.string().nullable(),
  actorKind: z.enum(['member', 'contact', 'system', 'mail']),
  data: z.record(z.string(), z.unknown()),
});
export const timeline = endpoint({
  method: 'GET',
  path: '/api/requests/:id/timeline',
  access: 'agent',
  summary: 'What happened, in order, from the ledger',
  params: IdParams,
  query: z.strictObject({ after: z.coerce.number().int().min(0).default(0) }),
  response: z.object({ items: z.array(TimelineItem) }),
});
