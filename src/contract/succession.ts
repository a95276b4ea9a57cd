import { z } from 'zod';
import { SendAnyway } from './coach.ts';
import { Done, Id, IdParams, Line } from './common.ts';
import { endpoint } from './endpoint.ts';

/** What goes over to the successor, counted before somebody presses the button. */
const Inheritance = z.object({
  requests: z.number().int(),
  promises: z.number().int(),
  decides: z.number().int(),
  waitingMails: z.number().int(),
});

export const inheritanceOf = endpoint({
  method: 'GET',
  path: '/api/contacts/:id/inheritance',
  access: 'agent',
  summary: 'What a person of the client has in hand here: requests, promises, decisions, mails on their way (S5)',
  params: IdParams,
  response: Inheritance,
});
export const contactGone = endpoint({
  method: 'POST',
  path: '/api/contacts/:id/gone',
  access: 'agent',
  summary: 'A person left or died: nothing is sent to them any more, a successor takes over (S5)',
  params: IdParams,
  creates: true,
  body: z.strictObject({ how: z.enum(['left', 'died']), successorId: Id.nullable().default(null) }),
  response: Inheritance,
});
export const contactBack = endpoint({
  method: 'POST',
  path: '/api/contacts/:id/back',
  access: 'agent',
  summary: 'Marked by mistake: the person is there; what went to the successor stays with them',
  params: IdParams,
  creates: true,
  body: z.strictObject({}),
  response: Done,
});
export const goneLetter = endpoint({
  method: 'GET',
  path: '/api/contacts/:id/gone-letter',
  access: 'agent',
  summary: 'Words to the successor, in their language: condolence, or welcome (S5)',
  params: IdParams,
  response: z.object({ to: z.string(), subject: z.string(), body: z.string(), requestId: Id.nullable() }).nullable(),
});
export const sendGoneLetter = endpoint({
  method: 'POST',
  path: '/api/contacts/:id/gone-letter',
  access: 'agent',
  summary: 'Send these words to the successor',
  params: IdParams,
  creates: true,
  body: z.strictObject({
    requestId: Id,
    subject: Line,
    body: z.string().trim().min(1).max(10_000),
    sendAnyway: SendAnyway.optional(),
  }),
  response: Done,
});
