import { z } from 'zod';
import { At, Id, IdParams, Reason } from './common.ts';
import { endpoint } from './endpoint.ts';

/** T1: what makes requests impossible, named once, with the open requests it stands before. */
const Obstacle = z.object({
  id: Id,
  kind: z.enum(['physical', 'technical', 'law-or-safety', 'capacity', 'third-party', 'missing-knowledge']),
  text: z.string(),
  byName: z.string(),
  at: At,
  n: z.number().int(),
  blocks: z.array(z.object({ id: Id, ref: z.string(), subject: z.string() })),
});
export type Obstacle = z.infer<typeof Obstacle>;
export const listObstacles = endpoint({
  method: 'GET',
  path: '/api/obstacles',
  access: 'agent',
  summary: 'What stands in the way of requests, the one that blocks most first (T1)',
  response: z.object({ items: z.array(Obstacle) }),
});
export const liftObstacle = endpoint({
  method: 'POST',
  path: '/api/obstacles/:id/lift',
  access: 'agent',
  summary: 'It no longer stands in the way: what it alone blocked comes back (T1)',
  params: IdParams,
  creates: true,
  body: z.strictObject({ why: Reason }),
  response: z.object({ back: z.number().int(), stillBlocked: z.number().int() }),
});
