import { z } from 'zod';
import { SendAnyway } from './coach.ts';
import { At, Done, Id, IdParams, Line, PageQuery, Reason, Side, page } from './common.ts';
import { endpoint } from './endpoint.ts';
import { PromiseKind } from './people.ts';

const PromiseState = z.enum([
  'proposed',
  'awaiting-approval',
  'given',
  'at-risk',
  'kept',
  'kept-early',
  'exceeded',
  'renegotiated',
  'broken',
  'withdrawn',
]);
export const Promise_ = z.object({
  id: Id,
  requestId: Id,
  ref: z.string(),
  side: Side,
  kind: PromiseKind,
  text: z.string(),
  state: PromiseState,
  due: At,
  dueZone: z.string(),
  target: At.nullable(),
  source: z.enum(['message', 'option', 'accord', 'call', 'sales']),
  makerId: Id.nullable(),
  makerName: z.string(),
  hours: z.number(),
  moneyMinor: z.number(),
  evidence: z.string().nullable(),
  missReason: z.string().nullable(),
  dependsOn: Id.nullable(),
  replacesId: Id.nullable(),
  approval: z
    .object({ id: Id, askedOf: Id, askedOfName: z.string(), state: z.string(), answer: z.string().nullable() })
    .nullable(),
  clientName: z.string().nullable(),
  createdAt: At,
});
export type PromiseRow = z.infer<typeof Promise_>;
const InPromise = z.strictObject({ id: Id });

export const makePromise = endpoint({
  method: 'POST',
  path: '/api/requests/:id/promises',
  access: 'agent',
  summary: 'Promise something, or write down what the client promised (P1, P5, T15)',
  params: IdParams,
  creates: true,
  body: z.strictObject({
    side: Side,
    kind: PromiseKind,
    text: Line,
    due: At,
    dueZone: z.string().max(64),
    source: z.enum(['message', 'call', 'sales']).default('message'),
    hours: z.number().min(0).max(10_000).default(0),
    moneyMinor: z.number().int().min(0).default(0),
    makerId: Id.optional(),
    openQuestionsWhy: Reason.nullable().default(null),
    dependsOn: Id.nullable().default(null),
    approver: Id.optional(),
    /** Asked for a person's word first, also within one's own limits: the promise waits, and this is what the approver reads (T14). */
    askFirst: Reason.optional(),
    sendAnyway: SendAnyway.optional(),
  }),
  response: z.object({ id: Id, state: PromiseState, approvalId: Id.nullable() }),
});
export const settlePromise = endpoint({
  method: 'POST',
  path: '/api/promises/:id/settle',
  access: 'agent',
  summary: 'Kept, exceeded, broken or withdrawn, with the evidence',
  params: InPromise,
  creates: true,
  body: z.strictObject({
    outcome: z.enum(['kept', 'exceeded', 'broken', 'withdrawn']),
    evidence: Line,
    missReason: z
      .enum(['estimate', 'capacity', 'third-party', 'client', 'knowledge', 'forgotten', 'other'])
      .nullable()
      .default(null),
    at: At.optional(),
  }),
  response: z.object({ state: PromiseState }),
});
export const movePromise = endpoint({
  method: 'POST',
  path: '/api/promises/:id/move',
  access: 'agent',
  summary: 'Renegotiate before it is due: a new promise takes its place and the client is told (P1)',
  params: InPromise,
  creates: true,
  body: z.strictObject({
    due: At,
    why: Reason,
    message: z.string().trim().min(1).max(10_000),
    sendAnyway: SendAnyway.optional(),
  }),
  response: z.object({ id: Id }),
});
export const listPromises = endpoint({
  method: 'GET',
  path: '/api/promises',
  access: 'agent',
  summary: 'Everything promised by either side, at risk first',
  query: PageQuery.extend({ state: z.enum(['open', 'settled', 'all']).default('open'), side: Side.optional() }),
  response: page(Promise_),
});
export const promiseFigures = endpoint({
  method: 'GET',
  path: '/api/promises/figures',
  access: 'agent',
  summary: 'Kept, early, broken by month',
  response: z.object({
    months: z.array(
      z.object({
        month: z.string(),
        kept: z.number(),
        early: z.number(),
        exceeded: z.number(),
        renegotiated: z.number(),
        broken: z.number(),
      }),
    ),
  }),
});

export const Approval = z.object({
  id: Id,
  requestId: Id,
  ref: z.string(),
  subject: z.enum(['promise', 'accord', 'option']),
  subjectId: Id,
  text: z.string(),
  hours: z.number(),
  moneyMinor: z.number(),
  kind: z.string(),
  due: At.nullable(),
  why: z.string(),
  askedByName: z.string(),
  askedOfName: z.string(),
  askedAt: At,
  state: z.enum(['asked', 'approved', 'refused', 'withdrawn']),
  clientName: z.string().nullable(),
});
export const listApprovals = endpoint({
  method: 'GET',
  path: '/api/approvals',
  access: 'agent',
  summary: 'Approvals asked of me, and those I asked',
  response: z.object({ ofMe: z.array(Approval), byMe: z.array(Approval) }),
});
export const answerApproval = endpoint({
  method: 'POST',
  path: '/api/approvals/:id/answer',
  access: 'agent',
  summary: 'Approve or refuse with a reason; the client never sees it before',
  params: IdParams,
  creates: true,
  body: z.strictObject({ answer: z.enum(['approved', 'refused']), words: z.string().trim().max(2_000).default('') }),
  response: Done,
});
