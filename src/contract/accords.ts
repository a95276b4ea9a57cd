import { z } from 'zod';
import { At, Id, Line, Side } from './common.ts';
import { endpoint } from './endpoint.ts';

const Signature = z.object({
  side: Side,
  typedName: z.string(),
  organisation: z.string(),
  identifiedBy: z.enum(['room-link', 'password']),
  at: At,
});
export const Accord = z.object({
  id: Id,
  number: z.number().int(),
  state: z.enum(['drawn-up', 'half-signed', 'in-force', 'amended', 'ended']),
  lang: z.string(),
  text: z.string(),
  document: z.unknown(),
  fingerprint: z.string(),
  optionId: Id,
  signatures: z.array(Signature),
  createdAt: At,
  inForceAt: At.nullable(),
  amendsId: Id.nullable(),
  waitsForApproval: z.boolean().optional(),
});
export type Accord = z.infer<typeof Accord>;
const InAccord = z.strictObject({ id: Id });
const SignBody = z.strictObject({ fingerprint: z.string().length(64), typedName: Line, understood: z.literal(true) });
const Signed = z.object({ state: z.enum(['half-signed', 'in-force']) });

export const signAccord = endpoint({
  method: 'POST',
  path: '/api/accords/:id/sign',
  access: 'agent',
  summary: 'Sign for our side, within authority (P4, T15)',
  params: InAccord,
  creates: true,
  body: SignBody,
  response: Signed,
});
export const signAccordInRoom = endpoint({
  method: 'POST',
  path: '/api/room/accords/:id/sign',
  access: 'room',
  summary: 'The client signs the exact text by name and tick (P4)',
  params: InAccord,
  creates: true,
  body: SignBody,
  response: Signed,
});
// GET /api/accords/:id.pdf and GET /api/room/accords/:id.pdf answer application/pdf (routes without a JSON response).

export const askAccordApproval = endpoint({
  method: 'POST',
  path: '/api/accords/:id/ask-approval',
  access: 'agent',
  summary: 'Ask a named person to approve what exceeds my authority, before anybody signs for us (T15)',
  params: InAccord,
  creates: true,
  body: z.strictObject({ approver: Id, why: Line }),
  response: z.object({ id: Id }),
});
