import { z } from 'zod';
import { SendAnyway } from './coach.ts';
import { At, Done, Id, IdParams, Lang, Line, Reason, Text } from './common.ts';
import { endpoint } from './endpoint.ts';

const VisitState = z.enum(['planned', 'confirmed', 'done', 'by-proxy', 'done-remotely', 'blocked', 'called-off']);
const Window = z.strictObject({ from: At, to: At });
const ClashKind = z.enum(['same-person', 'same-system', 'same-client']);
const Clash = z.object({
  kind: ClashKind,
  otherId: Id,
  clientName: z.string(),
  purpose: z.string(),
  from: At,
  to: At,
  /** Who would be in two places, or whose the other visit is. */
  people: z.array(z.string()),
  /** What was said about it, once the people have spoken (S3). */
  settled: z.string().nullable(),
});
export type Clash = z.infer<typeof Clash>;
export const Visit = z.object({
  id: Id,
  clientId: Id,
  clientName: z.string(),
  requestId: Id.nullable(),
  ref: z.string().nullable(),
  contactId: Id.nullable(),
  contactName: z.string().nullable(),
  promiseId: Id.nullable(),
  purpose: z.string(),
  remote: z.boolean(),
  place: z.string().nullable(),
  system: z.string().nullable(),
  from: At,
  to: At,
  zone: z.string(),
  state: VisitState,
  toldAt: At.nullable(),
  /** It has changed since the client got its calendar entry. */
  toldAgain: z.boolean(),
  proxyName: z.string().nullable(),
  words: z.string().nullable(),
  people: z.array(z.object({ id: Id, name: z.string() })),
  slots: z.array(z.object({ from: At, to: At })),
  clashes: z.array(Clash),
});
export type Visit = z.infer<typeof Visit>;

const Plan = z.strictObject({
  clientId: Id,
  requestId: Id.nullable(),
  contactId: Id.nullable(),
  purpose: Line,
  remote: z.boolean().default(false),
  place: Line.nullable().default(null),
  system: Line.nullable().default(null),
  from: At,
  to: At,
  zone: z.string().min(1).max(64),
  memberIds: z.array(Id).min(1).max(20),
  /** Other times the client may pick from; held until one is taken. */
  slots: z.array(Window).max(5).default([]),
  /** Also as a promise of the person who plans, due when the window ends. */
  promise: z.boolean().default(false),
  /** Planned although it clashes: why (S3). */
  despite: Reason.nullable().default(null),
});

export const listVisits = endpoint({
  method: 'GET',
  path: '/api/visits',
  access: 'agent',
  summary: 'Visits of a period with what clashes, by person, client or request (S3)',
  query: z.strictObject({
    from: At,
    to: At,
    memberId: Id.optional(),
    clientId: Id.optional(),
    requestId: Id.optional(),
  }),
  response: z.object({ items: z.array(Visit) }),
});
export const checkVisit = endpoint({
  method: 'POST',
  path: '/api/visits/check',
  access: 'agent',
  summary: 'What a visit would clash with, while it is being planned (S3)',
  body: z.strictObject({
    id: Id.nullable(),
    clientId: Id,
    system: z.string().max(500).nullable(),
    remote: z.boolean(),
    memberIds: z.array(Id).max(20),
    from: At,
    to: At,
    slots: z.array(Window).max(5),
  }),
  response: z.object({ clashes: z.array(Clash) }),
});
export const planVisit = endpoint({
  method: 'POST',
  path: '/api/visits',
  access: 'agent',
  summary: 'Plan a visit; with a clash only knowingly (S3)',
  creates: true,
  body: Plan,
  response: z.object({ id: Id, clashes: z.array(Clash) }),
});
export const changePeople = endpoint({
  method: 'PUT',
  path: '/api/visits/:id/people',
  access: 'agent',
  summary: 'Who of ours comes instead',
  params: IdParams,
  body: z.strictObject({ memberIds: z.array(Id).min(1).max(20) }),
  response: z.object({ clashes: z.array(Clash) }),
});
export const moveVisit = endpoint({
  method: 'POST',
  path: '/api/visits/:id/move',
  access: 'agent',
  summary: 'Another time for it (S13); a promise that hangs on it moves with it, before it is due',
  params: IdParams,
  creates: true,
  body: z.strictObject({ from: At, to: At, why: Reason, slots: z.array(Window).max(5).default([]) }),
  response: z.object({
    clashes: z.array(Clash),
    next: z.array(z.object({ id: Id, clientName: z.string(), from: At })),
  }),
});
export const endVisit = endpoint({
  method: 'POST',
  path: '/api/visits/:id/end',
  access: 'agent',
  summary: 'Done, accepted by somebody else, done from afar, blocked or called off (S8, S13)',
  params: IdParams,
  creates: true,
  body: z.strictObject({
    outcome: z.enum(['done', 'by-proxy', 'done-remotely', 'blocked', 'called-off']),
    /** Ours alone: what happened. */
    words: z.string().trim().max(2_000).default(''),
    proxyName: z.string().trim().max(200).default(''),
    minutes: z.number().int().min(0).max(1_440).default(0),
  }),
  response: z.object({
    state: VisitState,
    /** Who waits next that day: offered a word about the delay, or about coming earlier (S8). */
    next: z.array(z.object({ id: Id, clientName: z.string(), from: At })),
  }),
});

export const VisitLetter = z.enum([
  'invitation',
  'moved',
  'done',
  'by-proxy',
  'done-remotely',
  'blocked',
  'called-off',
  'later',
  'earlier',
  'two-teams',
  'substitute',
]);
export type VisitLetter = z.infer<typeof VisitLetter>;
export const visitMessage = endpoint({
  method: 'GET',
  path: '/api/visits/:id/message',
  access: 'agent',
  summary: 'The ready message to the client about this visit, in their language; nothing is sent',
  params: IdParams,
  query: z.strictObject({ about: VisitLetter }),
  response: z.object({
    to: z.string(),
    lang: Lang,
    subject: z.string(),
    body: z.string(),
    /** A calendar entry goes with it. */
    calendar: z.boolean(),
  }),
});
export const sendVisitMessage = endpoint({
  method: 'POST',
  path: '/api/visits/:id/message',
  access: 'agent',
  summary: 'Send it, with the calendar entry where the time is said',
  params: IdParams,
  creates: true,
  body: z.strictObject({ about: VisitLetter, subject: Line, body: Text, sendAnyway: SendAnyway.optional() }),
  response: z.object({ messageId: Id, requestId: Id }),
});
export const settleClash = endpoint({
  method: 'PUT',
  path: '/api/visits/:id/clashes/:otherId',
  access: 'agent',
  summary: 'The people of both visits have spoken: what was agreed (S3)',
  params: z.strictObject({ id: Id, otherId: Id }),
  body: z.strictObject({ words: Reason }),
  response: Done,
});
export const houseRules = endpoint({
  method: 'GET',
  path: '/api/house-rules',
  access: 'agent',
  summary: 'What we accept at a client’s table and what not (S8)',
  response: z.object({ text: z.string(), own: z.boolean() }),
});
export const setHouseRules = endpoint({
  method: 'PUT',
  path: '/api/house-rules',
  access: 'lead',
  summary: 'Word the house rules; empty text brings the supplied ones back',
  body: z.strictObject({ text: z.string().trim().max(5_000) }),
  response: Done,
});

// ── the room ──
export const RoomVisit = z.object({
  id: Id,
  requestId: Id.nullable(),
  purpose: z.string(),
  remote: z.boolean(),
  place: z.string().nullable(),
  from: At,
  to: At,
  zone: z.string(),
  state: VisitState,
  proxyName: z.string().nullable(),
  people: z.array(z.string()),
  slots: z.array(z.object({ from: At, to: At })),
});
export const roomVisits = endpoint({
  method: 'GET',
  path: '/api/room/visits',
  access: 'room',
  summary: 'Our visits, as we were told of them',
  response: z.object({ items: z.array(RoomVisit) }),
});
export const confirmVisit = endpoint({
  method: 'POST',
  path: '/api/room/visits/:id/confirm',
  access: 'room',
  summary: 'This time suits us, or another one that was offered: picking is accepting',
  params: IdParams,
  creates: true,
  body: z.strictObject({ from: At }),
  response: z.object({ from: At, to: At }),
});
