import { z } from 'zod';
import { SendAnyway } from './coach.ts';
import { At, Done, Id, IdParams, Lang, Line, Text } from './common.ts';
import { endpoint } from './endpoint.ts';
import { Approval } from './promises.ts';
import { Visit } from './visits.ts';

const Absence = z.object({ from: At, until: At, substituteId: Id, substituteName: z.string() });
const Thing = z.object({
  id: Id,
  requestId: Id,
  ref: z.string(),
  text: z.string(),
  clientName: z.string().nullable(),
  due: At,
});

export const theirs = endpoint({
  method: 'GET',
  path: '/api/members/:id/theirs',
  access: 'agent',
  summary: 'Everything of one colleague: visits, promises, requests, next steps, approvals asked of them (S6)',
  params: IdParams,
  response: z.object({
    name: z.string(),
    absence: Absence.nullable(),
    visits: z.array(Visit),
    promises: z.array(Thing),
    requests: z.array(Thing),
    steps: z.array(Thing),
    approvals: z.array(Approval),
  }),
});
export type Theirs = z.infer<typeof theirs.response>;
export const setAbsence = endpoint({
  method: 'PUT',
  path: '/api/members/:id/absence',
  access: 'agent',
  summary: 'Away from–to, with who stands in; oneself, or a lead for anybody',
  params: IdParams,
  body: z.strictObject({ from: At, until: At, substituteId: Id }),
  response: Done,
});
export const endAbsence = endpoint({
  method: 'DELETE',
  path: '/api/members/:id/absence',
  access: 'agent',
  summary: 'Back again',
  params: IdParams,
  response: Done,
});
const Letter = z.object({
  kind: z.enum(['visit', 'request']),
  id: Id,
  about: z.enum(['substitute', 'moved']),
  clientName: z.string(),
  text: z.string(),
});
export const passOn = endpoint({
  method: 'POST',
  path: '/api/members/:id/pass-on',
  access: 'agent',
  summary: 'Pass the chosen things on to a colleague, or move the visits by so many days, all at once (S6)',
  params: IdParams,
  creates: true,
  body: z.strictObject({
    to: Id,
    visits: z.array(Id).max(500),
    /** The visits keep their person and move by so many days instead. */
    moveDays: z.number().int().min(1).max(90).nullable().default(null),
    promises: z.array(Id).max(500),
    requests: z.array(Id).max(500),
    steps: z.array(Id).max(500),
  }),
  response: z.object({ id: Id, undoUntil: At, letters: z.array(Letter) }),
});
export const undoPassOn = endpoint({
  method: 'POST',
  path: '/api/pass-ons/:id/undo',
  access: 'agent',
  summary: 'Take it back within a minute',
  params: IdParams,
  response: Done,
});
export const standInLetter = endpoint({
  method: 'GET',
  path: '/api/requests/:id/stand-in-letter',
  access: 'agent',
  summary: 'The ready word to the client: who has their request now; nothing is sent',
  params: IdParams,
  response: z.object({ to: z.string(), lang: Lang, subject: z.string(), body: z.string() }),
});
export const sendStandInLetter = endpoint({
  method: 'POST',
  path: '/api/requests/:id/stand-in-letter',
  access: 'agent',
  summary: 'Send it',
  params: IdParams,
  creates: true,
  body: z.strictObject({ subject: Line, body: Text, sendAnyway: SendAnyway.optional() }),
  response: z.object({ messageId: Id }),
});
