import { z } from 'zod';
import { At, Done, Id, IdParams, Line } from './common.ts';
import { endpoint } from './endpoint.ts';
import { Ball } from './requests.ts';
import { Fate } from './triage.ts';

/** What of the table of requests is shown. */
export const ViewFilter = z.strictObject({
  phase: z.enum(['open', 'initiation', 'resolution', 'closing', 'closed', 'all']),
  fate: Fate.optional(),
  ball: Ball.optional(),
  ownerId: Id.optional(),
  clientId: Id.optional(),
  watched: z.literal(true).optional(),
  q: z.string().trim().max(200).optional(),
});
const View = z.object({ id: Id, name: z.string(), team: z.boolean(), mine: z.boolean(), filter: ViewFilter });

export const listViews = endpoint({
  method: 'GET',
  path: '/api/views',
  access: 'agent',
  summary: 'Saved views of the table: one’s own and the team’s',
  response: z.object({ items: z.array(View) }),
});
export const saveView = endpoint({
  method: 'POST',
  path: '/api/views',
  access: 'agent',
  summary: 'Keep a view of the table under a name, for oneself or for the team',
  creates: true,
  body: z.strictObject({ name: Line.max(60), team: z.boolean().default(false), filter: ViewFilter }),
  response: z.object({ id: Id }),
});
export const dropView = endpoint({
  method: 'DELETE',
  path: '/api/views/:id',
  access: 'agent',
  summary: 'Forget a view; one of the team is its maker’s or a lead’s to forget',
  params: IdParams,
  response: Done,
});
export const snooze = endpoint({
  method: 'PUT',
  path: '/api/today/snooze',
  access: 'agent',
  summary: 'Put a line of Today off until a date, or take it up again (until: null)',
  body: z.strictObject({
    item: z.string().regex(/^[a-z-]{1,40}:[0-9a-f-]{36}$/),
    due: At.nullable(),
    until: At.nullable(),
  }),
  response: Done,
});
export const watchRequest = endpoint({
  method: 'PUT',
  path: '/api/requests/:id/watch',
  access: 'agent',
  summary: 'Keep an eye on a request of somebody else’s; said again, what came until now is seen',
  params: IdParams,
  body: z.strictObject({ on: z.boolean() }),
  response: Done,
});
export const changeMany = endpoint({
  method: 'POST',
  path: '/api/requests/bulk',
  access: 'agent',
  summary: 'One act for many requests; those that refuse it are named and the rest goes on',
  creates: true,
  body: z.strictObject({
    ids: z.array(Id).min(1).max(200),
    act: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('assign'), ownerId: Id }),
      z.strictObject({ kind: z.literal('describe'), as: z.string().trim().min(1).max(100) }),
      z.strictObject({ kind: z.literal('watch'), on: z.boolean() }),
      z.strictObject({ kind: z.literal('snooze'), until: At }),
    ]),
  }),
  response: z.object({
    done: z.number().int(),
    refused: z.array(z.object({ id: Id, ref: z.string(), code: z.string() })),
  }),
});
