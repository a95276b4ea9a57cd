import { z } from 'zod';
import { At, Done, Id, Line, Reason, Side } from './common.ts';
import { endpoint } from './endpoint.ts';

const EntryKind = z.enum(['interest', 'fact', 'condition', 'already-has', 'question']);
const Money = z.object({ minor: z.number().int(), currency: z.string().length(3) });
const Words = z.array(Line).min(1).max(30);
/** L5: what can be compared by value rather than guessed. Same shape as `ConditionValue` in domain/listening/words.ts. */
export const EntryValue = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('money'), max: Money }),
  z.object({ kind: z.literal('date'), latest: At.optional(), earliest: At.optional() }),
  z.object({ kind: z.literal('place'), rule: z.enum(['only', 'never']), places: Words }),
  z.object({ kind: z.literal('channel'), rule: z.enum(['only', 'never']), channels: Words }),
  z.object({ kind: z.literal('scope'), rule: z.enum(['includes', 'excludes']), items: Words }),
  z.object({ kind: z.literal('product'), rule: z.enum(['has', 'only', 'never']), name: Line, key: Line.optional() }),
]);
export type EntryValue = z.infer<typeof EntryValue>;
const EntrySource = z.object({
  id: Id,
  messageId: Id.nullable(),
  quote: z.string(),
  start: z.number().nullable(),
  end: z.number().nullable(),
  saidBy: z.string().nullable(),
  at: At,
});
export const Entry = z.object({
  id: Id,
  kind: EntryKind,
  state: z.enum(['open', 'answered', 'standing', 'withdrawn', 'disputed']),
  text: z.string(),
  value: z.unknown().nullable(),
  answer: z.string().nullable(),
  said: z.number().int(),
  side: Side,
  dispute: z.string().nullable(),
  standing: z.boolean(),
  createdAt: At,
  sources: z.array(EntrySource),
});
export type Entry = z.infer<typeof Entry>;

const InRequest = z.strictObject({ id: Id });
const InEntry = z.strictObject({ id: Id, entryId: Id });
const Quote = z.strictObject({
  messageId: Id,
  quote: z.string().trim().min(1).max(2_000),
  start: z.number().int().min(0),
  end: z.number().int().min(0),
});

export const addEntry = endpoint({
  method: 'POST',
  path: '/api/requests/:id/entries',
  access: 'agent',
  summary: 'Put the client’s own words on the ledger (L1)',
  params: InRequest,
  creates: true,
  body: z.strictObject({
    kind: EntryKind,
    text: Line,
    value: EntryValue.nullable().default(null),
    source: Quote.nullable().default(null),
    standing: z.boolean().default(false),
  }),
  response: z.object({ id: Id, similar: z.array(z.object({ id: Id, text: z.string(), likeness: z.number() })) }),
});
export const saidAgain = endpoint({
  method: 'POST',
  path: '/api/requests/:id/entries/:entryId/said-again',
  access: 'agent',
  summary: 'The client had to say it again (L2)',
  params: InEntry,
  creates: true,
  body: z.strictObject({ source: Quote.nullable().default(null) }),
  response: z.object({ said: z.number().int() }),
});
export const answerQuestion = endpoint({
  method: 'POST',
  path: '/api/requests/:id/entries/:entryId/answer',
  access: 'agent',
  summary: 'An open question gets its answer and becomes a fact',
  params: InEntry,
  creates: true,
  body: z.strictObject({ answer: Line }),
  response: Done,
});
export const changeEntry = endpoint({
  method: 'PUT',
  path: '/api/requests/:id/entries/:entryId',
  access: 'agent',
  summary: 'Correct an entry, or withdraw it',
  params: InEntry,
  body: z.strictObject({
    kind: EntryKind.optional(),
    text: Line.optional(),
    value: EntryValue.nullable().optional(),
    state: z.enum(['standing', 'withdrawn']).optional(),
    why: Reason.optional(),
  }),
  response: Done,
});

// ── the room ──
export const disputeEntry = endpoint({
  method: 'POST',
  path: '/api/room/requests/:id/entries/:entryId/dispute',
  access: 'room',
  summary: '“That is not it”: the client corrects what we understood',
  params: InEntry,
  creates: true,
  body: z.strictObject({ words: Line }),
  response: Done,
});
export const addOwnEntry = endpoint({
  method: 'POST',
  path: '/api/room/requests/:id/entries',
  access: 'room',
  summary: 'The client adds an interest, a condition, or what they already have',
  params: InRequest,
  creates: true,
  body: z.strictObject({
    kind: z.enum(['interest', 'fact', 'condition', 'already-has']),
    text: Line,
    value: EntryValue.nullable().default(null),
  }),
  response: z.object({ id: Id }),
});
export const answerOpenQuestion = endpoint({
  method: 'POST',
  path: '/api/room/requests/:id/entries/:entryId/answer',
  access: 'room',
  summary: 'The client answers one of our questions',
  params: InEntry,
  creates: true,
  body: z.strictObject({ answer: Line }),
  response: Done,
});
