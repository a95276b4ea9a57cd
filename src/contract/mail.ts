import { z } from 'zod';
import { At, Done, Id, IdParams, PageQuery, Reason, page } from './common.ts';
import { endpoint } from './endpoint.ts';

const KeptAside = z.object({
  id: Id,
  receivedAt: At,
  source: z.string(),
  from: z.string().nullable(),
  subject: z.string().nullable(),
  size: z.number().int(),
  reason: z.string(),
  tries: z.number().int(),
});
const OutboxItem = z.object({
  id: Id,
  recipient: z.string(),
  requestId: Id.nullable(),
  ref: z.string().nullable(),
  subject: z.string().nullable(),
  state: z.string(),
  attempts: z.number().int(),
  error: z.string().nullable(),
  createdAt: At,
});
const MailboxState = z.object({
  id: Id,
  name: z.string(),
  address: z.string(),
  kind: z.string(),
  state: z.string(),
  stateAt: At.nullable(),
  error: z.string().nullable(),
});

export const listKeptAside = endpoint({
  method: 'GET',
  path: '/api/mail/kept-aside',
  access: 'agent',
  summary: 'Mail that could not be read, with the reason',
  query: PageQuery,
  response: page(KeptAside),
});
export const retryMail = endpoint({
  method: 'POST',
  path: '/api/mail/:id/retry',
  access: 'agent',
  summary: 'Try to read a mail again',
  params: IdParams,
  response: Done,
});
export const ignoreMail = endpoint({
  method: 'POST',
  path: '/api/mail/:id/ignore',
  access: 'lead',
  summary: 'Put a kept-aside mail away for good',
  params: IdParams,
  body: z.strictObject({ why: Reason }),
  response: Done,
});
export const listTroubledOutbox = endpoint({
  method: 'GET',
  path: '/api/mail/outbox',
  access: 'agent',
  summary: 'Mail that has not arrived: waiting, failed, or unknown',
  query: PageQuery,
  response: page(OutboxItem),
});
export const settleOutbox = endpoint({
  method: 'POST',
  path: '/api/mail/outbox/:id/settle',
  access: 'agent',
  summary: 'A person settles an unknown delivery, or sends again',
  params: IdParams,
  body: z.strictObject({ as: z.enum(['sent', 'send-again', 'given-up']) }),
  response: Done,
});
export const mailboxes = endpoint({
  method: 'GET',
  path: '/api/mailboxes',
  access: 'agent',
  summary: 'Mailboxes and how they are',
  response: z.object({ items: z.array(MailboxState), smtp: z.boolean() }),
});
export const makeIntakeToken = endpoint({
  method: 'POST',
  path: '/api/mail/intake-token',
  access: 'owner',
  summary: 'A new token with which a mail server hands over mail; shown once, the old one ends',
  response: z.object({ token: z.string() }),
});
// GET /api/mail/:id/raw answers message/rfc822 as a download; POST /api/mail takes message/rfc822 bytes,
// from a colleague or with `Authorization: Bearer <intake token>`, and answers 202 { stored, known } after they are stored.
