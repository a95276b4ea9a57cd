import { z } from 'zod';
import { ACTIONS, GUARDS } from '../domain/playbooks/words.ts';
import { BECAUSE } from '../domain/playbooks/suggest.ts';
import { At, Done, Id, IdParams, Line, Reason } from './common.ts';
import { endpoint } from './endpoint.ts';

const Action = z.enum(ACTIONS);
/** `s1` … `s14`, or the id of one of the team's own. */
const Which = z.union([z.string().regex(/^s([1-9]|1[0-4])$/), Id]);
const OwnStep = z.strictObject({
  title: Line,
  how: z.string().trim().max(1_000).default(''),
  action: Action.nullable().default(null),
  letter: z.string().trim().max(5_000).default(''),
});
const Own = z.object({
  id: Id,
  copiedFrom: z.string().nullable(),
  name: z.string(),
  when: z.string(),
  steps: z.array(OwnStep),
  version: z.number().int(),
  byName: z.string(),
  updatedAt: At,
});
export type OwnPlaybook = z.infer<typeof Own>;
const Written = z.strictObject({
  name: Line,
  when: z.string().trim().max(1_000).default(''),
  steps: z.array(OwnStep).min(1).max(30),
});

/** A playbook on a request; a step of a shipped one is worded by its id. */
const RunStep = z.object({
  id: z.string(),
  state: z.enum(['open', 'done', 'skipped']),
  action: Action.nullable(),
  guard: z.enum(GUARDS).nullable(),
  why: z.string().nullable(),
  title: z.string().nullable(),
  how: z.string().nullable(),
});
export const PlaybookOnRequest = z.object({
  run: z
    .object({
      id: Id,
      playbook: z.string(),
      name: z.string().nullable(),
      state: z.enum(['running', 'finished']),
      steps: z.array(RunStep),
    })
    .nullable(),
  earlier: z.array(z.object({ playbook: z.string(), name: z.string().nullable() })),
  suggested: z.object({ code: z.string(), because: z.enum(BECAUSE) }).nullable(),
});
export type PlaybookOnRequest = z.infer<typeof PlaybookOnRequest>;

export const listPlaybooks = endpoint({
  method: 'GET',
  path: '/api/playbooks',
  access: 'agent',
  summary: 'The team’s own playbooks; the shipped fourteen are part of the program',
  response: z.object({ items: z.array(Own) }),
});
export const writePlaybook = endpoint({
  method: 'POST',
  path: '/api/playbooks',
  access: 'lead',
  summary: 'A playbook of the team’s own, from nothing or as a copy',
  creates: true,
  body: Written.extend({ copiedFrom: Which.nullable().default(null) }),
  response: z.object({ id: Id }),
});
export const changePlaybook = endpoint({
  method: 'PUT',
  path: '/api/playbooks/:id',
  access: 'lead',
  summary: 'Word it anew; what already runs on requests stays as it was begun',
  params: IdParams,
  ifMatch: true,
  body: Written,
  response: z.object({ version: z.number().int() }),
});
export const archivePlaybook = endpoint({
  method: 'DELETE',
  path: '/api/playbooks/:id',
  access: 'lead',
  summary: 'Put it away',
  params: IdParams,
  response: Done,
});

const InRun = z.strictObject({ id: Id, runId: Id });
export const startPlaybook = endpoint({
  method: 'POST',
  path: '/api/requests/:id/playbooks',
  access: 'agent',
  summary: 'Begin a playbook on a request; none begins by itself',
  params: IdParams,
  creates: true,
  body: z.strictObject({ playbook: Which }),
  response: z.object({ id: Id }),
});
export const declinePlaybook = endpoint({
  method: 'POST',
  path: '/api/requests/:id/playbooks/decline',
  access: 'agent',
  summary: 'What was suggested does not fit here',
  params: IdParams,
  creates: true,
  body: z.strictObject({ playbook: Which }),
  response: Done,
});
export const movePlaybook = endpoint({
  method: 'POST',
  path: '/api/requests/:id/playbooks/:runId',
  access: 'agent',
  summary: 'Tick a step, skip it with a reason, move it, open it again, or leave the whole for free work (L6)',
  params: InRun,
  creates: true,
  body: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['done', 'open', 'up', 'down']), step: Line }),
    z.strictObject({ kind: z.literal('skip'), step: Line, why: Reason }),
    z.strictObject({ kind: z.literal('leave'), why: Reason }),
  ]),
  response: Done,
});
export const playbookLetter = endpoint({
  method: 'GET',
  path: '/api/requests/:id/playbooks/:runId/letters/:step',
  access: 'agent',
  summary: 'The ready message of a step, in the client’s language',
  params: InRun.extend({ step: z.string().max(60) }),
  response: z.object({ body: z.string(), to: z.string() }),
});
