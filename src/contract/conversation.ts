import { z } from 'zod';
import { SendAnyway } from './coach.ts';
import { At, Done, Id, IdParams, Line, Text } from './common.ts';
import { endpoint } from './endpoint.ts';

export const Attachment = z.object({
  id: Id,
  name: z.string(),
  type: z.string(),
  size: z.number().int(),
  inline: z.boolean(),
  contentId: z.string().nullable(),
});
const Delivery = z.object({
  recipient: z.string(),
  state: z.enum(['queued', 'sending', 'sent', 'retry', 'failed', 'unknown', 'undone', 'bounced']),
  at: At.nullable(),
  error: z.string().nullable(),
});
export const Message = z.object({
  id: Id,
  audience: z.enum(['both', 'ours']),
  channel: z.enum(['mail', 'room', 'call', 'visit', 'note']),
  direction: z.enum(['in', 'out', 'inside']),
  kind: z.string(),
  authorName: z.string(),
  verified: z.boolean(),
  subject: z.string().nullable(),
  body: z.string(),
  hasHtml: z.boolean(),
  quoted: z.string().nullable(),
  purpose: z.string(),
  minutes: z.number().int(),
  at: At,
  attachments: z.array(Attachment),
  delivery: z.array(Delivery),
});
export type Message = z.infer<typeof Message>;

export const reply = endpoint({
  method: 'POST',
  path: '/api/requests/:id/replies',
  access: 'agent',
  summary: 'Answer the client; the mail leaves after the undo time',
  params: IdParams,
  creates: true,
  body: z.strictObject({
    body: Text,
    purpose: z.enum(['reply', 'bad-news', 'offer']).default('reply'),
    minutes: z.number().int().min(0).max(1_440).default(0),
    attachmentIds: z.array(Id).max(10).default([]),
    sendAnyway: SendAnyway.optional(),
  }),
  response: z.object({ id: Id, leavesAt: At }),
});
export const undoSend = endpoint({
  method: 'POST',
  path: '/api/messages/:id/undo',
  access: 'agent',
  summary: 'Take a mail back before it has left; its files are uploads again',
  params: IdParams,
  response: Done.extend({ attachments: z.array(z.object({ id: Id, name: z.string(), size: z.number().int() })) }),
});
export const addNote = endpoint({
  method: 'POST',
  path: '/api/requests/:id/notes',
  access: 'agent',
  summary: 'A note, a call or a visit; a note never reaches the client',
  params: IdParams,
  creates: true,
  body: z.strictObject({
    channel: z.enum(['note', 'call', 'visit']),
    body: Text,
    minutes: z.number().int().min(0).max(1_440).default(0),
    shared: z.boolean().default(false),
    sendAnyway: SendAnyway.optional(),
  }),
  response: z.object({ id: Id }),
});
export const changeMinutes = endpoint({
  method: 'PUT',
  path: '/api/messages/:id/minutes',
  access: 'agent',
  summary: 'Minutes spent on a message (T20)',
  params: IdParams,
  body: z.strictObject({ minutes: z.number().int().min(0).max(1_440) }),
  response: Done,
});
export const writeInRoom = endpoint({
  method: 'POST',
  path: '/api/room/requests/:id/messages',
  access: 'room',
  summary: 'The client writes in the room',
  params: IdParams,
  creates: true,
  body: z.strictObject({ body: Text }),
  response: z.object({ id: Id }),
});
export const verifySender = endpoint({
  method: 'POST',
  path: '/api/messages/:id/accept-sender',
  access: 'agent',
  summary: 'An unverified mail is really from this contact',
  params: IdParams,
  body: z.strictObject({ contactName: Line.optional() }),
  response: Done,
});
// POST /api/attachments takes multipart/form-data and answers { id, name, size }; GET /api/attachments/:id and
// GET /api/room/attachments/:id answer the bytes as a download; GET /api/messages/:id/html answers the cleaned HTML for a sandboxed frame.
