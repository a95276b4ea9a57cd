import { z } from 'zod';
import { At, Done, Id, IdParams, Line, Reason } from './common.ts';
import { endpoint } from './endpoint.ts';

const Delivery = z.enum(['queued', 'sent', 'failed', 'unknown']);
/** S11: people of one client want opposite things. */
export const Conflict = z.object({
  id: Id,
  matter: z.string(),
  state: z.enum(['told', 'suspended', 'decided']),
  at: At,
  suspendedAt: At.nullable(),
  decision: z.string().nullable(),
  decidedAt: At.nullable(),
  decidedBy: z.string().nullable(),
  people: z.array(z.object({ contactId: Id, name: z.string(), words: z.string().nullable(), delivery: Delivery })),
});
export type Conflict = z.infer<typeof Conflict>;
export const RoomConflict = Conflict.omit({ people: true }).extend({
  people: z.array(z.object({ name: z.string(), words: z.string().nullable() })),
  /** Who may be named as the one who decides. */
  mayDecide: z.array(z.object({ id: Id, name: z.string() })),
});
export type RoomConflict = z.infer<typeof RoomConflict>;

export const openConflict = endpoint({
  method: 'POST',
  path: '/api/requests/:id/conflict',
  access: 'agent',
  summary:
    'Two people of the client want opposite things: each position, a written notice, the question who decides (S11)',
  params: IdParams,
  creates: true,
  body: z.strictObject({
    matter: Line,
    positions: z
      .array(z.strictObject({ contactId: Id, words: Reason }))
      .min(2)
      .max(10),
  }),
  response: z.object({ id: Id }),
});
export const sendNoticeAgain = endpoint({
  method: 'POST',
  path: '/api/requests/:id/conflict/notice',
  access: 'agent',
  summary: 'Send the notice again to those it has not reached (S11)',
  params: IdParams,
  creates: true,
  body: z.strictObject({}),
  response: z.object({ sent: z.number().int() }),
});
export const nameDecider = endpoint({
  method: 'PUT',
  path: '/api/requests/:id/decision-maker',
  access: 'agent',
  summary: 'Who decides this matter for the client, as they said in writing (S11)',
  params: IdParams,
  body: z.strictObject({ contactId: Id, why: Reason }),
  response: Done,
});
export const recordDecision = endpoint({
  method: 'POST',
  path: '/api/requests/:id/conflict/decision',
  access: 'agent',
  summary: 'The decision, from a message the decision maker wrote (S11)',
  params: IdParams,
  creates: true,
  body: z.strictObject({ messageId: Id, decision: Reason }),
  response: Done,
});

// ── the room ──
export const nameDeciderInRoom = endpoint({
  method: 'POST',
  path: '/api/room/requests/:id/decision-maker',
  access: 'room',
  summary: 'The client says who decides',
  params: IdParams,
  creates: true,
  body: z.strictObject({ contactId: Id }),
  response: Done,
});
export const decideConflict = endpoint({
  method: 'POST',
  path: '/api/room/requests/:id/conflict/decision',
  access: 'room',
  summary: 'The decision maker decides; the work goes on',
  params: IdParams,
  creates: true,
  body: z.strictObject({ decision: Reason }),
  response: Done,
});
