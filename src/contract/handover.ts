import { z } from 'zod';
import { SendAnyway } from './coach.ts';
import { At, Done, Id, IdParams, Line, Reason, Side } from './common.ts';
import { endpoint } from './endpoint.ts';

const Severity = z.enum(['steady', 'watch', 'critical']);
const Mood = z.enum(['good', 'neutral', 'tense', 'angry']);
const IfThen = z.object({ when: Line, we: Line });

/** What the ledger knows and what goes along by itself: nobody has to type it, nobody has to ask the client for it again (P7). */
const Carried = z.object({
  conditions: z.array(z.string()),
  has: z.array(z.string()),
  questions: z.array(z.string()),
  promises: z.array(
    z.object({
      id: Id,
      side: Side,
      text: z.string(),
      due: At,
      ownerName: z.string(),
      /** It becomes the receiver's. */
      goes: z.boolean(),
    }),
  ),
});
export type Carried = z.infer<typeof Carried>;

export const Handover = z.object({
  id: Id,
  fromId: Id,
  fromName: z.string(),
  toId: Id,
  toName: z.string(),
  severity: Severity,
  mood: Mood,
  summary: z.string(),
  carried: Carried,
  ifThen: z.array(IfThen),
  asked: z.array(z.object({ question: z.string(), answer: z.string().nullable() })),
  state: z.enum(['offered', 'accepted', 'withdrawn']),
  restated: z.string().nullable(),
  at: At,
  told: z.boolean(),
});
export type Handover = z.infer<typeof Handover>;

export const handoverOf = endpoint({
  method: 'GET',
  path: '/api/requests/:id/handover',
  access: 'agent',
  summary: 'What a handover would carry, the latest one, and the word to the client once it is accepted (P7)',
  params: IdParams,
  response: z.object({
    ready: Carried.extend({ summary: z.string() }),
    latest: Handover.nullable(),
    letter: z.object({ to: z.string(), subject: z.string(), body: z.string() }).nullable(),
  }),
});
export const handOver = endpoint({
  method: 'POST',
  path: '/api/requests/:id/handovers',
  access: 'agent',
  summary: 'Hand a request over: how serious, in what mood, what goes along, what if (P7)',
  params: IdParams,
  creates: true,
  body: z.strictObject({
    toId: Id,
    severity: Severity,
    mood: Mood,
    summary: z.string().trim().min(20).max(5_000),
    ifThen: z.array(IfThen).max(10).default([]),
    /** Our open promises that become the receiver's; the others stay with their owners. */
    promiseIds: z.array(Id).max(100).default([]),
  }),
  response: z.object({ id: Id }),
});
export const askBack = endpoint({
  method: 'POST',
  path: '/api/handovers/:id/ask',
  access: 'agent',
  summary: 'The receiver asks before accepting',
  params: IdParams,
  creates: true,
  body: z.strictObject({ question: Reason }),
  response: Done,
});
export const answerBack = endpoint({
  method: 'POST',
  path: '/api/handovers/:id/answer',
  access: 'agent',
  summary: 'Who handed it over answers',
  params: IdParams,
  creates: true,
  body: z.strictObject({ answer: Reason }),
  response: Done,
});
export const receiveHandover = endpoint({
  method: 'POST',
  path: '/api/handovers/:id/receive',
  access: 'agent',
  summary: 'The receiver says in own words what they understood; then it is theirs',
  params: IdParams,
  creates: true,
  body: z.strictObject({ restated: z.string().trim().max(5_000) }),
  response: Done,
});
export const withdrawHandover = endpoint({
  method: 'POST',
  path: '/api/handovers/:id/withdraw',
  access: 'agent',
  summary: 'Take a handover back before it is accepted',
  params: IdParams,
  creates: true,
  body: z.strictObject({}),
  response: Done,
});
export const tellWhoHasIt = endpoint({
  method: 'POST',
  path: '/api/handovers/:id/tell',
  access: 'agent',
  summary: 'The client is told who has it now',
  params: IdParams,
  creates: true,
  body: z.strictObject({
    subject: Line,
    body: z.string().trim().min(1).max(10_000),
    sendAnyway: SendAnyway.optional(),
  }),
  response: z.object({ messageId: Id }),
});
