import { z } from 'zod';
import { SendAnyway } from './coach.ts';
import { At, Done, Id, IdParams, Line, Reason, Side, Text } from './common.ts';
import { endpoint } from './endpoint.ts';

const StanceKind = z.enum(['works', 'works-if', 'does-not-work', 'need-others']);
const OptionState = z.enum(['draft', 'on-the-table', 'agreed', 'declined', 'withdrawn', 'expired', 'superseded']);
const Items = z.array(Line).max(50);
/** One thing a side undertakes; a promise once the accord is signed. `before`: place in weDo of what waits for it (P5). */
const Undertakings = z
  .array(
    z.strictObject({
      text: Line,
      due: At.optional(),
      hours: z.number().min(0).max(10_000).optional(),
      minor: z.number().int().min(0).optional(),
      before: z.number().int().min(0).optional(),
    }),
  )
  .max(30);
/** T8, L5: everything an option says, all costs included. Same shape as `OptionTerms` in domain/negotiation/words.ts. */
export const OptionTerms = z.strictObject({
  text: Text,
  costs: z
    .array(
      z.strictObject({
        label: Line,
        minor: z.number().int().min(0),
        currency: z.string().length(3),
        conditional: z.enum(['tax', 'optional-plan', 'restocking', 'return', 'other']).optional(),
        when: Line.optional(),
      }),
    )
    .max(30),
  date: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('by-hand'), at: At }),
    z.strictObject({ kind: z.literal('forecast'), p50: At, p90: At }),
    z.strictObject({ kind: z.literal('none'), why: Line }),
  ]),
  effortHours: z.number().min(0).max(100_000),
  place: Line.optional(),
  channel: Line.optional(),
  products: Items.optional(),
  scopeIn: Items,
  scopeOut: Items,
  assumptions: Items,
  weDo: Undertakings,
  youDo: Undertakings,
  meets: z.array(Id).max(50),
  misses: z.array(Id).max(50),
  authority: z
    .strictObject({ hours: z.number().min(0).optional(), money: z.number().int().min(0).optional() })
    .optional(),
});
export type OptionTerms = z.infer<typeof OptionTerms>;

export const Stance = z.object({
  id: Id,
  side: Side,
  kind: StanceKind,
  words: z.string().nullable(),
  wouldWork: z.string().nullable(),
  byName: z.string(),
  hash: z.string(),
  at: At,
  void: z.boolean(),
});
/** How the option stands to each ledger entry: computed by typed values, not guessed (L5, T8). */
export const Check = z.object({
  entryId: Id,
  verdict: z.enum(['meets', 'misses', 'says-nothing']),
  code: z.string(),
  data: z.record(z.string(), z.unknown()),
});
export const Option = z.object({
  id: Id,
  letter: z.string(),
  title: z.string(),
  side: Side,
  state: OptionState,
  roundId: Id.nullable(),
  parents: z.array(Id),
  hash: z.string(),
  revision: z.number().int(),
  terms: OptionTerms,
  expiresAt: At.nullable(),
  /** Several work: who picked this one, by name. */
  pickedByUs: z.string().nullable(),
  pickedByThem: z.string().nullable(),
  stances: z.array(Stance),
  checks: z.array(Check),
  needsApproval: z.boolean().optional(),
});
export type Option = z.infer<typeof Option>;
export const Round = z.object({
  id: Id,
  number: z.number().int(),
  reveal: z.enum(['at-once', 'when-both-answered']),
  openedAt: At,
  closesAt: At,
  closedAt: At.nullable(),
  outcome: z.enum(['agreed', 'several-work', 'none-works', 'paused']).nullable(),
});
export const Pause = z.object({
  id: Id,
  missing: z.string(),
  ourPeople: z.array(z.string()),
  theirPeople: z.array(z.string()),
  resumeAt: At,
  state: z.enum(['running', 'resumed', 'lapsed']),
  at: At,
});

const OptionBody = z.strictObject({
  title: Line,
  terms: OptionTerms,
  parents: z.array(Id).max(5).default([]),
  changedWhy: Reason.nullable().default(null),
  sendAnyway: SendAnyway.optional(),
});
export const InOption = z.strictObject({ id: Id, optionId: Id });
const StanceBody = z.strictObject({
  hash: z.string().length(64),
  kind: StanceKind,
  words: z.string().trim().max(2_000).nullable().default(null),
  /** What would make it work: asked with every “does not work”. */
  wouldWork: z.string().trim().max(2_000).nullable().default(null),
});
export const StanceGiven = z.object({ agreed: z.boolean(), accordId: Id.nullable() });

export const invitation = endpoint({
  method: 'GET',
  path: '/api/requests/:id/invitation',
  access: 'agent',
  summary: 'The ready invitation in the client’s language: no refusal, no promise, a question (T6)',
  params: IdParams,
  response: z.object({ subject: z.string(), body: z.string(), to: z.string() }),
});
export const inviteToTalk = endpoint({
  method: 'POST',
  path: '/api/requests/:id/invite',
  access: 'agent',
  summary: 'Invite the client into the room (T6)',
  params: IdParams,
  creates: true,
  body: z.strictObject({ subject: Line, body: Text, sendAnyway: SendAnyway.optional() }),
  response: z.object({ messageId: Id }),
});
export const draftOption = endpoint({
  method: 'POST',
  path: '/api/requests/:id/options',
  access: 'agent',
  summary: 'Draft an option',
  params: IdParams,
  creates: true,
  body: OptionBody,
  response: z.object({ id: Id, hash: z.string() }),
});
export const editOption = endpoint({
  method: 'PUT',
  path: '/api/requests/:id/options/:optionId',
  access: 'agent',
  summary: 'Word an option anew: earlier stances on it are void',
  params: InOption,
  ifMatch: true,
  body: OptionBody.omit({ parents: true }),
  response: z.object({ hash: z.string() }),
});
export const openRound = endpoint({
  method: 'POST',
  path: '/api/requests/:id/rounds',
  access: 'agent',
  summary: 'Put options on the table as a new round (T7, P6)',
  params: IdParams,
  creates: true,
  body: z.strictObject({
    optionIds: z.array(Id).min(1).max(5),
    reveal: z.enum(['at-once', 'when-both-answered']).default('at-once'),
    closesAt: At.optional(),
    oneOptionWhy: Reason.nullable().default(null),
    missesWhy: Reason.nullable().default(null),
    /** A round is still open: the new one ends it. */
    endsOpenRound: z.boolean().default(false),
  }),
  response: z.object({ id: Id, number: z.number().int() }),
});
export const takeStance = endpoint({
  method: 'POST',
  path: '/api/requests/:id/options/:optionId/stance',
  access: 'agent',
  summary: 'Say for our side what works, on the exact wording (T7)',
  params: InOption,
  creates: true,
  body: StanceBody.extend({ sendAnyway: SendAnyway.optional() }),
  response: StanceGiven,
});
export const withdrawOption = endpoint({
  method: 'POST',
  path: '/api/requests/:id/options/:optionId/withdraw',
  access: 'agent',
  summary: 'Take an option off the table',
  params: InOption,
  creates: true,
  body: z.strictObject({ why: Reason }),
  response: Done,
});
export const startPause = endpoint({
  method: 'POST',
  path: '/api/requests/:id/pauses',
  access: 'agent',
  summary: 'Knowledge pause: what is missing, who on both sides, until when (T13)',
  params: IdParams,
  creates: true,
  body: z.strictObject({
    missing: Line,
    ourPeople: z.array(Line).min(1).max(10),
    theirPeople: z.array(Line).min(1).max(10),
    resumeAt: At,
    sendAnyway: SendAnyway.optional(),
  }),
  response: z.object({ id: Id }),
});
export const setPrivateLimit = endpoint({
  method: 'PUT',
  path: '/api/requests/:id/private-limit',
  access: 'agent',
  summary: 'Our own limits: never leave our side',
  params: IdParams,
  body: z.strictObject({ text: z.string().trim().max(5_000) }),
  response: Done,
});

// ── the room ──
export const takeStanceInRoom = endpoint({
  method: 'POST',
  path: '/api/room/requests/:id/options/:optionId/stance',
  access: 'room',
  summary: 'The client says what works',
  params: InOption,
  creates: true,
  body: StanceBody,
  response: StanceGiven,
});
export const proposeOption = endpoint({
  method: 'POST',
  path: '/api/room/requests/:id/options',
  access: 'room',
  summary: 'The client puts an option of their own on the table',
  params: IdParams,
  creates: true,
  body: z.strictObject({ title: Line, text: Text, parents: z.array(Id).max(5).default([]) }),
  response: z.object({ id: Id, hash: z.string() }),
});
export const declineToDiscuss = endpoint({
  method: 'POST',
  path: '/api/room/requests/:id/decline',
  access: 'room',
  summary: '“Just do it”: recorded as declined to discuss (T12)',
  params: IdParams,
  creates: true,
  body: z.strictObject({ words: z.string().trim().max(2_000).default('') }),
  /** What they gain by talking, the first time; null once they have declined. */
  response: z.object({ benefit: z.string().nullable() }),
});
