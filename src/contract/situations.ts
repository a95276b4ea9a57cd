import { z } from 'zod';
import { SendAnyway } from './coach.ts';
import { At, Done, Id, IdParams, Line, Reason, Text } from './common.ts';
import { endpoint } from './endpoint.ts';
import { OptionTerms } from './negotiation.ts';

/** S1: somebody of the client is beside themselves. What was said is ours alone. */
const Heated = z.object({
  id: Id,
  contactId: Id,
  contactName: z.string(),
  words: z.string(),
  byName: z.string(),
  at: At,
  /** Until then no machine writes to them; past once it has ended. */
  quietUntil: At,
  quiet: z.boolean(),
  form: z.enum(['none', 'offered', 'answered']),
});
const Fact = z.string().trim().min(1).max(5_000);
const Claim = z.object({
  id: Id,
  contactName: z.string(),
  happened: z.string(),
  happenedAt: z.string(),
  expected: z.string(),
  effect: z.string(),
  evidence: z.string(),
  at: At,
});
/** S4, S10: a cause on our side that the client review counts. */
const UnsaidKind = z.enum(['left-unsaid', 'sold-twice']);
export const Situations = z.object({
  heated: z.array(Heated),
  claims: z.array(Claim),
  unsaid: z.array(z.object({ id: Id, kind: UnsaidKind, words: z.string(), byName: z.string(), at: At })),
});
export type Situations = z.infer<typeof Situations>;

const Letter = z.strictObject({ subject: Line, body: Text, sendAnyway: SendAnyway.optional() });

export const claimsLetter = endpoint({
  method: 'GET',
  path: '/api/requests/:id/claims-letter/:contactId',
  access: 'agent',
  summary: 'The ready message that offers to put the claims in writing, in their language (S1)',
  params: z.strictObject({ id: Id, contactId: Id }),
  response: z.object({ subject: z.string(), body: z.string(), to: z.string() }),
});
export const logHeated = endpoint({
  method: 'POST',
  path: '/api/requests/:id/heated',
  access: 'agent',
  summary: 'Let it run out: what was said is logged, no machine writes to them meanwhile, a form is offered (S1)',
  params: IdParams,
  creates: true,
  body: z.strictObject({
    contactId: Id,
    words: Reason,
    minutes: z.number().int().min(0).max(1_440).default(0),
    quietDays: z.number().int().min(1).max(30).default(3),
    letter: Letter.nullable().default(null),
  }),
  response: z.object({ id: Id, messageId: Id.nullable() }),
});
export const endHeated = endpoint({
  method: 'POST',
  path: '/api/requests/:id/heated/:heatedId/end',
  access: 'agent',
  summary: 'It has calmed down: machines may write again',
  params: z.strictObject({ id: Id, heatedId: Id }),
  creates: true,
  body: z.strictObject({}),
  response: Done,
});
export const recordUnsaid = endpoint({
  method: 'POST',
  path: '/api/requests/:id/unsaid',
  access: 'agent',
  summary: 'What our side left unsaid, or sold although they had it: a cause the review counts (S4, S10)',
  params: IdParams,
  creates: true,
  body: z.strictObject({ kind: UnsaidKind, words: Reason }),
  response: Done,
});
export const readyWays = endpoint({
  method: 'GET',
  path: '/api/requests/:id/ways',
  access: 'agent',
  summary: 'Ways out as options ready to be edited, in the client’s language (S4, S10)',
  params: IdParams,
  query: z.strictObject({ situation: UnsaidKind, thing: z.string().trim().min(1).max(200) }),
  response: z.object({ ways: z.array(z.object({ code: z.string(), title: z.string(), terms: OptionTerms })) }),
});

// ── the room ──
// POST /api/room/uploads takes multipart/form-data and answers { id, name, size }.
export const sendClaims = endpoint({
  method: 'POST',
  path: '/api/room/requests/:id/claims',
  access: 'room',
  summary: 'The claims in facts: what happened, when, expected, effect, evidence (S1)',
  params: IdParams,
  creates: true,
  body: z.strictObject({
    happened: Fact,
    happenedAt: Line,
    expected: Fact,
    effect: Fact,
    evidence: z.string().trim().max(5_000).default(''),
    uploadIds: z.array(Id).max(10).default([]),
  }),
  response: z.object({ id: Id }),
});
