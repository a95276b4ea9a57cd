import { z } from 'zod';
import { SendAnyway } from './coach.ts';
import { At, Done, Id, IdParams, Reason, Text } from './common.ts';
import { endpoint } from './endpoint.ts';

export const Closing = z.object({
  id: Id,
  state: z.enum(['sent', 'confirmed', 'objected', 'silent', 'waived']),
  asked: z.string(),
  done: z.string(),
  kept: z.string(),
  comesBack: z.string(),
  objection: z.string().nullable(),
  silentAfter: At,
  at: At,
  answeredAt: At.nullable(),
});
export type Closing = z.infer<typeof Closing>;
export const closingDraft = endpoint({
  method: 'GET',
  path: '/api/requests/:id/closing-draft',
  access: 'agent',
  summary: 'A closing message drawn from the ledger, in the client’s language (C2)',
  params: IdParams,
  response: z.object({
    asked: z.string(),
    done: z.string(),
    kept: z.string(),
    comesBack: z.string(),
    openPromises: z.number().int(),
  }),
});
export const sendClosing = endpoint({
  method: 'POST',
  path: '/api/requests/:id/closings',
  access: 'agent',
  summary: 'Send the closing message; the client confirms, objects, or a stated time passes',
  params: IdParams,
  creates: true,
  body: z.strictObject({ asked: Text, done: Text, kept: Text, comesBack: Text, sendAnyway: SendAnyway.optional() }),
  response: z.object({ id: Id, silentAfter: At }),
});
export const waiveClosing = endpoint({
  method: 'POST',
  path: '/api/requests/:id/waive-closing',
  access: 'lead',
  summary: 'Close without an answer, knowingly and with a reason',
  params: IdParams,
  creates: true,
  body: z.strictObject({ why: Reason }),
  response: Done,
});
export const answerClosing = endpoint({
  method: 'POST',
  path: '/api/room/requests/:id/closing',
  access: 'room',
  summary: 'Yes, closed – or not yet',
  params: IdParams,
  creates: true,
  body: z.strictObject({
    closingId: Id,
    answer: z.enum(['closed', 'not-yet']),
    words: z.string().trim().max(5_000).default(''),
  }),
  response: Done,
});
