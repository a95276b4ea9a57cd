import { z } from 'zod';
import { At, Id, IdParams } from './common.ts';
import { endpoint } from './endpoint.ts';

/** Why no date can be stated, with the figures the words need. */
const NoDate = z.object({
  code: z.enum(['no-history', 'too-few-similar', 'tail-too-thin', 'too-many-still-open']),
  n: z.number().nullable(),
  needed: z.number().nullable(),
  open: z.number().nullable(),
});
const Suggestion = z.object({
  dates: z.object({ nineOfTen: At, half: At, target: At }).nullable(),
  refusal: NoDate.nullable(),
  /** What the answer stands on: this group, this kind, or everything (0, 1, 2); finished and open ones of it, and this group's own. */
  basis: z
    .object({ level: z.number().int(), alike: z.number().int(), open: z.number().int(), own: z.number().int() })
    .nullable(),
  kind: z.string(),
  /** Where the period begins that was looked at. */
  from: At.nullable(),
  /** How old the request is already: only requests that got as old were counted. */
  agedDays: z.number(),
  /** The chance of the date that was asked about. */
  chance: z.number().nullable(),
  /** Of the last suggestions so many were kept, which is too few: the dates are later than usual. */
  drifts: z.object({ kept: z.number().int(), scored: z.number().int() }).nullable(),
  /** Our open promises on this request, with the chance each has now. */
  promises: z.array(z.object({ id: Id, chance: z.number().nullable(), atRisk: z.boolean() })),
});
export type Suggestion = z.infer<typeof Suggestion>;

export const suggestDate = endpoint({
  method: 'GET',
  path: '/api/requests/:id/forecast',
  access: 'agent',
  summary: 'A date to promise with a stated chance, or the reason why there is none (P2)',
  params: IdParams,
  query: z.strictObject({ due: At.optional() }),
  response: Suggestion,
});
const Similar = z.object({
  id: Id,
  ref: z.string(),
  subject: z.string(),
  clientName: z.string().nullable(),
  openedAt: At,
  doneAt: At.nullable(),
});
export const similarRequests = endpoint({
  method: 'GET',
  path: '/api/requests/:id/similar',
  access: 'agent',
  summary: 'The requests a suggested date was read from, open ones first (P2)',
  params: IdParams,
  query: z.strictObject({ level: z.coerce.number().int().min(0).max(2).default(0) }),
  response: z.object({ items: z.array(Similar) }),
});

export const requestKinds = endpoint({
  method: 'GET',
  path: '/api/forecast/kinds',
  access: 'agent',
  summary: 'The kinds of requests there are',
  response: z.object({ kinds: z.array(z.string()) }),
});

const Kept = z.object({
  key: z.string(),
  n: z.number().int(),
  kept: z.number().int(),
  /** The chance stated on average, 0 to 1. */
  stated: z.number(),
});
export const calibration = endpoint({
  method: 'GET',
  path: '/api/forecast/calibration',
  access: 'agent',
  summary: 'Chance stated against chance kept (P2)',
  response: z.object({
    guard: z.object({ scored: z.number().int(), kept: z.number().int(), drifts: z.boolean(), readAt: z.number() }),
    suggestions: z.object({
      given: z.number().int(),
      taken: z.number().int(),
      due: z.number().int(),
      kept: z.number().int(),
    }),
    /** By tenths of the chance: key 9 is from 90 to 100 %. */
    chances: z.array(Kept),
    months: z.array(Kept),
    kinds: z.array(Kept),
    refusals: z.array(z.object({ code: z.string(), n: z.number().int() })),
  }),
});
