import { z } from 'zod';
import { SendAnyway } from './coach.ts';
import { At, Done, Id, IdParams, Line, Reason, Text } from './common.ts';
import { endpoint } from './endpoint.ts';
import { InOption, StanceGiven } from './negotiation.ts';
import { Fate } from './triage.ts';

const Seen = z.strictObject({ hash: z.string().length(64) });

export const pickOption = endpoint({
  method: 'POST',
  path: '/api/requests/:id/options/:optionId/pick',
  access: 'agent',
  summary: 'Several options work: the one our side picks, on its exact wording (T7)',
  params: InOption,
  creates: true,
  body: Seen,
  response: StanceGiven,
});
export const withdrawStance = endpoint({
  method: 'POST',
  path: '/api/requests/:id/options/:optionId/stance/withdraw',
  access: 'agent',
  summary: 'Take back what our side said to an option, until somebody has signed',
  params: InOption,
  creates: true,
  body: z.strictObject({}),
  response: Done,
});

// ── the room ──
export const pickOptionInRoom = endpoint({
  method: 'POST',
  path: '/api/room/requests/:id/options/:optionId/pick',
  access: 'room',
  summary: 'Several options work: the one the client picks',
  params: InOption,
  creates: true,
  body: Seen,
  response: StanceGiven,
});
export const withdrawStanceInRoom = endpoint({
  method: 'POST',
  path: '/api/room/requests/:id/options/:optionId/stance/withdraw',
  access: 'room',
  summary: 'The client takes back what they said to an option',
  params: InOption,
  creates: true,
  body: z.strictObject({}),
  response: Done,
});

/** T11: what our side already said to the same ask: the position that stands, its reasons, who gave it. */
const Standing = z.object({
  requestId: Id,
  ref: z.string(),
  subject: z.string(),
  askedBy: z.string(),
  channel: z.string(),
  at: At,
  phase: z.string(),
  fate: Fate,
  talk: z.string(),
  placement: z
    .object({
      reason: z.string(),
      evidence: z.string().nullable(),
      clause: z.string().nullable(),
      byName: z.string(),
      at: At,
    })
    .nullable(),
  accord: z.object({ number: z.number().int(), state: z.string() }).nullable(),
  lastWord: z.object({ words: z.string(), byName: z.string(), at: At }).nullable(),
});
export type Standing = z.infer<typeof Standing>;
export const sameAsk = endpoint({
  method: 'GET',
  path: '/api/requests/:id/same-ask',
  access: 'agent',
  summary: 'The same ask through another door: what likely is one, what was linked, what stands (T11)',
  params: IdParams,
  response: z.object({ suggested: z.array(Standing), linked: z.array(Standing), askedAgain: z.array(Standing) }),
});
export const linkSameAsk = endpoint({
  method: 'PUT',
  path: '/api/requests/:id/same-ask/:toId',
  access: 'agent',
  summary: 'Say that both ask for the same, or that they do not (T11)',
  params: z.strictObject({ id: Id, toId: Id }),
  body: z.strictObject({ same: z.boolean() }),
  response: Done,
});

export const recordJustDoIt = endpoint({
  method: 'POST',
  path: '/api/requests/:id/just-do-it',
  access: 'agent',
  summary: 'They said “just do it” by mail or telephone (T12)',
  params: IdParams,
  creates: true,
  body: z.strictObject({ words: Reason }),
  response: Done,
});
export const benefitMessage = endpoint({
  method: 'GET',
  path: '/api/requests/:id/benefit-message',
  access: 'agent',
  summary: 'The ready message that shows what they gain by talking, in the client’s language (T12)',
  params: IdParams,
  response: z.object({ subject: z.string(), body: z.string(), to: z.string() }),
});
export const sendBenefit = endpoint({
  method: 'POST',
  path: '/api/requests/:id/benefit-message',
  access: 'agent',
  summary: 'Show them what they gain by talking (T12)',
  params: IdParams,
  creates: true,
  body: z.strictObject({ subject: Line, body: Text, sendAnyway: SendAnyway.optional() }),
  response: z.object({ messageId: Id }),
});
export const talkAfterAll = endpoint({
  method: 'POST',
  path: '/api/room/requests/:id/talk',
  access: 'room',
  summary: 'They look at it together with us after all',
  params: IdParams,
  creates: true,
  body: z.strictObject({}),
  response: Done,
});
