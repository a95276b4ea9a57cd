import { z } from 'zod';
import { At, Done, Id, IdParams, Lang, Reason } from './common.ts';
import { VALUES } from '../domain/coach/standard.ts';
import { endpoint } from './endpoint.ts';
import { PromiseKind } from './people.ts';

const Rule = z.enum([
  'binds-others',
  'over-authority',
  'condition-clash',
  'reflex-no',
  'rude',
  'blame',
  'excuse',
  'no-plan',
  'asked-again',
  'already-has',
  'riddle',
  'sweetening',
  'no-empathy',
  'vague-date',
]);
const Status = z.enum(['off', 'trial', 'on']);

/** Going on against a finding that stops: the reason is kept in the ledger and the lead sees it (T14, T15). */
export const SendAnyway = z.strictObject({ reason: Reason });

/** What `data.findings` of the problem `coach-stops` holds: where in which field, why in a sentence, and the ways out. */
const StopFinding = z.object({
  rule: Rule,
  field: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  quote: z.string(),
  sentence: z.string(),
  entry: z.string().optional(),
  ways: z.array(z.object({ key: z.string(), label: z.string(), text: z.string().optional() })),
});
export type StopFinding = z.infer<typeof StopFinding>;

const Sentence = z.string().min(1).max(40);

/** Everything the coach needs in the page, so that no draft ever crosses the network to be read. */
export const Coaching = z.object({
  /** The author's clock. */
  zone: z.string(),
  /** What the client reads. */
  lang: Lang,
  author: z.object({ name: z.string(), hours: z.number(), moneyMinor: z.number(), kinds: z.array(PromiseKind) }),
  /** What the client said, as the core compares it (instants in milliseconds). */
  entries: z.array(
    z.object({
      kind: z.enum(['interest', 'fact', 'condition', 'already-has', 'question']),
      state: z.enum(['open', 'answered', 'standing', 'withdrawn', 'disputed']),
      text: z.string(),
      answer: z.string().nullable(),
      value: z.unknown().nullable(),
    }),
  ),
  products: z.array(z.object({ name: z.string(), from: z.string().nullable() })),
  rules: z.array(z.object({ rule: Rule, lang: Lang, status: Status })),
  /** `rule:sentence` of what this person or the team no longer wants to hear. */
  hushed: z.array(z.string()),
  /** Hours of the agreement in force, or our own: working dates ahead with their end, and closed dates by name. */
  calendar: z.object({
    agreement: z.string().nullable(),
    until: z.string(),
    days: z.array(z.object({ date: z.string(), end: At })),
    closed: z.array(z.object({ date: z.string(), name: z.string() })),
  }),
});
export type Coaching = z.infer<typeof Coaching>;

export const coaching = endpoint({
  method: 'GET',
  path: '/api/requests/:id/coach',
  access: 'agent',
  summary: 'What the coach needs to read a draft in the page',
  params: IdParams,
  response: Coaching,
});
export const reportShowings = endpoint({
  method: 'POST',
  path: '/api/coach/showings',
  access: 'agent',
  summary: 'Hints were on the screen: rule and a hash of the sentence, no words',
  body: z.strictObject({ items: z.array(z.strictObject({ rule: Rule, lang: Lang, sentence: Sentence })).max(50) }),
  response: Done,
});
export const callWrong = endpoint({
  method: 'POST',
  path: '/api/coach/wrong',
  access: 'agent',
  summary: '“That’s wrong”: counted against the rule; too many send it back to trial',
  body: z.strictObject({ rule: Rule, lang: Lang, sentence: Sentence }),
  response: z.object({ backToTrial: z.boolean() }),
});
export const hush = endpoint({
  method: 'POST',
  path: '/api/coach/hush',
  access: 'agent',
  summary: 'Not again about this sentence: for me, or for the team',
  body: z.strictObject({ rule: Rule, sentence: Sentence, scope: z.enum(['me', 'team']) }),
  response: Done,
});

const RuleRow = z.object({
  rule: Rule,
  lang: Lang,
  status: Status,
  /** Null while nobody has set it, or when it went back by itself. */
  byName: z.string().nullable(),
  byItself: z.boolean(),
  at: At.nullable(),
  shown: z.number().int(),
  wrong: z.number().int(),
  /** What it would have said about messages that were sent, newest first. */
  wouldHaveSaid: z.array(z.string()),
});
export const listRules = endpoint({
  method: 'GET',
  path: '/api/coach/rules',
  access: 'agent',
  summary: 'The rules of the coach in one language: status, showings, called wrong',
  query: z.strictObject({ lang: Lang }),
  response: z.object({ items: z.array(RuleRow) }),
});
export const changeRule = endpoint({
  method: 'PUT',
  path: '/api/coach/rules/:rule',
  access: 'lead',
  summary: 'A rule off, on trial or on, in one language',
  params: z.strictObject({ rule: Rule }),
  body: z.strictObject({ lang: Lang, status: Status }),
  response: Done,
});
export const listSentAnyway = endpoint({
  method: 'GET',
  path: '/api/coach/sent-anyway',
  access: 'lead',
  summary: 'What was sent against the coach’s stop, with the reasons, newest first',
  query: z.strictObject({ days: z.coerce.number().int().min(1).max(366).default(30) }),
  response: z.object({
    items: z.array(
      z.object({
        seq: z.number().int(),
        at: At,
        byName: z.string(),
        requestId: Id.nullable(),
        ref: z.string().nullable(),
        reason: z.string(),
        findings: z.array(z.object({ rule: Rule, quote: z.string() })),
      }),
    ),
  }),
});

const Value = z.enum(VALUES);
export const serviceStandard = endpoint({
  method: 'GET',
  path: '/api/coach/standard',
  access: 'agent',
  summary: 'The team’s service standard: each value in its own words, or null for those of the product (P10)',
  response: z.object({
    items: z.array(
      z.object({ value: Value, words: z.string().nullable(), byName: z.string().nullable(), at: At.nullable() }),
    ),
  }),
});
export const wordValue = endpoint({
  method: 'PUT',
  path: '/api/coach/standard/:value',
  access: 'lead',
  summary: 'Say a value in the team’s own words; null goes back to those of the product',
  params: z.strictObject({ value: Value }),
  body: z.strictObject({ words: Reason.nullable() }),
  response: Done,
});
export const listeningTrend = endpoint({
  method: 'GET',
  path: '/api/coach/trends',
  access: 'agent',
  summary: 'Half a year of listening by month: one’s own; for a lead also a colleague’s or the team’s (L9)',
  query: z.strictObject({ who: z.union([Id, z.literal('team')]).optional() }),
  response: z.object({
    months: z.array(
      z.object({
        month: z.string(),
        /** Clients had to say it again. */
        repeats: z.number().int(),
        /** Drafts that asked what had been answered. */
        askedAgain: z.number().int(),
        /** Drafts that offered against a condition, or what they have. */
        againstWords: z.number().int(),
        shown: z.number().int(),
        wrong: z.number().int(),
        overridden: z.number().int(),
      }),
    ),
  }),
});
