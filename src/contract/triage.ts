import { z } from 'zod';
import { At, Done, Id, IdParams, Line, Reason, Side } from './common.ts';
import { endpoint } from './endpoint.ts';

export const Axis = z.enum(['yes', 'no', 'unknown']);
export const Fate = z.enum(['do-it', 'reasonable-not-possible', 'possible-not-reasonable', 'neither', 'not-placed']);
const ReasonableNo = z.enum([
  'outside-hours',
  'outside-scope',
  'over-allowance',
  'free-of-charge',
  'harms-someone-else',
]);
const PossibleNo = z.enum(['physical', 'technical', 'law-or-safety', 'capacity', 'third-party', 'missing-knowledge']);
export const Placement = z.object({
  id: Id,
  side: Side,
  reasonable: Axis,
  possible: Axis,
  reasonableKind: ReasonableNo.nullable(),
  possibleKind: PossibleNo.nullable(),
  reason: z.string(),
  evidence: z.string().nullable(),
  clause: z.string().nullable(),
  first: z.boolean(),
  byName: z.string(),
  at: At,
});
/** T3: what the agreement in force says; a person decides. */
export const Suggestion = z.object({
  reasonable: Axis,
  kind: z.string().nullable(),
  clause: z.string().nullable(),
  code: z.string(),
  data: z.record(z.string(), z.unknown()),
  agreementTitle: z.string().nullable(),
});
const PlaceBody = z.strictObject({
  reasonable: Axis,
  possible: Axis,
  reasonableKind: ReasonableNo.nullable().default(null),
  possibleKind: PossibleNo.nullable().default(null),
  reason: Reason,
  evidence: Line.nullable().default(null),
  clause: Line.nullable().default(null),
});
export const BoardCard = z.object({
  id: Id,
  ref: z.string(),
  subject: z.string(),
  clientName: z.string().nullable(),
  fate: Fate,
  theirFate: Fate.nullable(),
  minutes: z.number().int(),
  openedAt: At,
  phase: z.string(),
  ownerName: z.string().nullable(),
  version: z.number().int(),
});

export const placeRequest = endpoint({
  method: 'POST',
  path: '/api/requests/:id/placements',
  access: 'agent',
  summary: 'Place the request: reasonable × possible, with a reason (T1, T2)',
  params: IdParams,
  creates: true,
  ifMatch: true,
  body: PlaceBody,
  response: z.object({ fate: Fate, version: z.number().int() }),
});
export const board = endpoint({
  method: 'GET',
  path: '/api/board',
  access: 'agent',
  summary: 'Four cells and a tray',
  query: z.strictObject({ clientId: Id.optional(), since: At.optional() }),
  response: z.object({
    cells: z.array(
      z.object({ fate: Fate, count: z.number().int(), minutes: z.number().int(), cards: z.array(BoardCard) }),
    ),
    recentReasons: z.array(z.string()),
  }),
});
export const setDifficulty = endpoint({
  method: 'PUT',
  path: '/api/requests/:id/difficulty',
  access: 'agent',
  summary: 'Why it is hard for us (T5)',
  params: IdParams,
  body: z.strictObject({ text: z.string().trim().max(5_000) }),
  response: Done,
});
export const skipInterest = endpoint({
  method: 'POST',
  path: '/api/requests/:id/skip-interest',
  access: 'agent',
  summary: 'Go on without knowing what is behind it, with a reason (T5)',
  params: IdParams,
  creates: true,
  body: z.strictObject({ why: Reason }),
  response: Done,
});
export const collectForReview = endpoint({
  method: 'POST',
  path: '/api/requests/:id/collect',
  access: 'agent',
  summary: 'Collect for the review, without any “no” being sent (T16)',
  params: IdParams,
  creates: true,
  body: z.strictObject({ why: Reason }),
  response: Done,
});

// ── the room ──
export const placeByClient = endpoint({
  method: 'POST',
  path: '/api/room/requests/:id/placement',
  access: 'room',
  summary: 'How the client sees it themselves (T19)',
  params: IdParams,
  creates: true,
  body: z.strictObject({ reasonable: Axis, possible: Axis, reason: z.string().trim().max(2_000).default('') }),
  response: Done,
});
