import { z } from 'zod';
import { Accord } from './accords.ts';
import { Closing } from './closing.ts';
import { At, Done, Id, IdParams, Lang } from './common.ts';
import { RoomConflict } from './conflict.ts';
import { Attachment } from './conversation.ts';
import { endpoint } from './endpoint.ts';
import { Entry } from './listening.ts';
import { MethodChange } from './method-change.ts';
import { Check, Option, Pause, Round } from './negotiation.ts';
import { Ball, Phase, Talk } from './requests.ts';
import { Axis, Fate } from './triage.ts';

/** What a client may see. Built by the room's own database role: there is no field here for anything internal. */
const RoomMessage = z.object({
  id: Id,
  fromUs: z.boolean(),
  authorName: z.string(),
  channel: z.string(),
  purpose: z.string(),
  subject: z.string().nullable(),
  body: z.string(),
  quoted: z.string().nullable(),
  at: At,
  attachments: z.array(Attachment),
});
const RoomPromise = z.object({
  id: Id,
  ours: z.boolean(),
  makerName: z.string(),
  text: z.string(),
  state: z.string(),
  due: At,
  dueZone: z.string(),
  evidence: z.string().nullable(),
  settledAt: At.nullable(),
  replacesId: Id.nullable(),
  /** P5: it moves, because something of theirs is late. */
  shift: z.object({ to: At, because: z.string() }).nullable(),
});
const RoomOption = Option.omit({ needsApproval: true }).extend({ mine: z.boolean(), checks: z.array(Check) });
export const RoomPage = z.object({
  id: Id,
  ref: z.string(),
  version: z.number().int(),
  subject: z.string(),
  phase: Phase,
  talk: Talk,
  ball: Ball,
  nextDue: At,
  openedAt: At,
  closedAt: At.nullable(),
  firm: z.string(),
  clientName: z.string(),
  zone: z.string(),
  currency: z.string(),
  me: z.object({ name: z.string(), may: z.enum(['see', 'talk', 'decide']), lang: Lang }),
  conflict: RoomConflict.nullable(),
  methodChanges: z.array(MethodChange),
  /** S1: a form for their claims waits for them. */
  claimForm: z.boolean(),
  /** Several options work: each side picks one. */
  choosing: z.boolean(),
  /** S11: who decides this matter for the client, where one has been named. */
  decides: z.object({ me: z.boolean(), name: z.string() }).nullable(),
  theirPlacement: z.object({ reasonable: Axis, possible: Axis, fate: Fate, reason: z.string() }).nullable(),
  entries: z.array(Entry),
  rounds: z.array(Round),
  options: z.array(RoomOption),
  pauses: z.array(Pause),
  accords: z.array(Accord.omit({ waitsForApproval: true })),
  promises: z.array(RoomPromise),
  closing: Closing.nullable(),
  messages: z.array(RoomMessage),
});
export type RoomPage = z.infer<typeof RoomPage>;
const RoomRow = z.object({
  id: Id,
  ref: z.string(),
  subject: z.string(),
  phase: Phase,
  ball: Ball,
  openedAt: At,
  closedAt: At.nullable(),
  nextDue: At,
});

export const openRoom = endpoint({
  method: 'POST',
  path: '/api/room/session',
  access: 'public',
  summary: 'A click on the link’s page opens the room (opening the link alone does nothing)',
  body: z.strictObject({ token: z.string().max(200) }),
  response: z.object({ requestId: Id.nullable(), lang: Lang }),
  status: 201,
});
export const leaveRoom = endpoint({
  method: 'POST',
  path: '/api/room/leave',
  access: 'room',
  summary: 'Close the room on this device',
  beforeProof: true,
  response: Done,
});
export const roomMe = endpoint({
  method: 'GET',
  path: '/api/room/me',
  access: 'room',
  summary: 'Who I am here',
  response: z.object({
    name: z.string(),
    clientName: z.string(),
    firm: z.string(),
    lang: Lang,
    may: z.enum(['see', 'talk', 'decide']),
    requestId: Id.nullable(),
    /** This device is theirs beyond doubt; on another one nothing can be done before a code from their mailbox. */
    proven: z.boolean(),
  }),
});
export const roomRequests = endpoint({
  method: 'GET',
  path: '/api/room/requests',
  access: 'room',
  summary: 'All our requests',
  response: z.object({ items: z.array(RoomRow) }),
});
export const roomRequest = endpoint({
  method: 'GET',
  path: '/api/room/requests/:id',
  access: 'room',
  summary: 'One request, from the client’s side of the table',
  params: IdParams,
  response: RoomPage,
});
export const sendCode = endpoint({
  method: 'POST',
  path: '/api/room/code',
  access: 'room',
  summary: 'Send a code to the mailbox the link was made for',
  beforeProof: true,
  creates: true,
  body: z.strictObject({}),
  response: Done,
});
export const proveMailbox = endpoint({
  method: 'POST',
  path: '/api/room/proof',
  access: 'room',
  summary: 'The code from the mailbox: from now on this device is theirs',
  beforeProof: true,
  body: z.strictObject({ code: z.string().regex(/^\d{6}$/) }),
  response: Done,
});
