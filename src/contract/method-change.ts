import { z } from 'zod';
import { SendAnyway } from './coach.ts';
import { At, Done, Id, IdParams, Line, Reason } from './common.ts';
import { endpoint } from './endpoint.ts';
import { OptionTerms, StanceGiven } from './negotiation.ts';

/** S2: another way to the agreed goal. `made` once an accord on it is in force; `kept` when they stayed with what was agreed. */
export const MethodChange = z.object({
  id: Id,
  number: z.number().int(),
  state: z.enum(['open', 'chosen', 'made', 'kept']),
  words: z.string(),
  at: At,
  agreedId: Id,
  wishedId: Id,
  /** What changes with the new way; entries of the ledger by id, amounts in minor units, above zero = dearer. */
  between: z.object({
    cost: z.array(z.object({ currency: z.string(), minor: z.number() })),
    from: At.nullable(),
    to: At.nullable(),
    effortHours: z.number(),
    gives: z.array(Id),
    loses: z.array(Id),
    gains: z.array(Id),
  }),
});
export type MethodChange = z.infer<typeof MethodChange>;

export const askOtherWay = endpoint({
  method: 'POST',
  path: '/api/requests/:id/method-changes',
  access: 'agent',
  summary: 'They want it done another way: the new way goes on the table beside the agreed one (S2)',
  params: IdParams,
  creates: true,
  body: z.strictObject({
    words: Reason,
    title: Line,
    terms: OptionTerms,
    missesWhy: Reason.nullable().default(null),
    sendAnyway: SendAnyway.optional(),
  }),
  response: z.object({ id: Id, number: z.number().int(), optionId: Id }),
});

const InChange = z.strictObject({ id: Id, changeId: Id });
const Seen = z.strictObject({ hash: z.string().length(64) });
// ── the room ──
export const takeNewWay = endpoint({
  method: 'POST',
  path: '/api/room/requests/:id/method-changes/:changeId/take',
  access: 'room',
  summary: 'The client chooses the new way; an accord that amends the old one waits for their signature (S2)',
  params: InChange,
  creates: true,
  body: Seen,
  response: StanceGiven,
});
export const stayWithAgreed = endpoint({
  method: 'POST',
  path: '/api/room/requests/:id/method-changes/:changeId/stay',
  access: 'room',
  summary: 'The client stays with what was agreed (S2)',
  params: InChange,
  creates: true,
  body: Seen,
  response: Done,
});
