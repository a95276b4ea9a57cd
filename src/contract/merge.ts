import { z } from 'zod';
import { Id, IdParams, Line, Reason } from './common.ts';
import { endpoint } from './endpoint.ts';

export const mergeRequests = endpoint({
  method: 'POST',
  path: '/api/requests/:id/merge',
  access: 'lead',
  summary: 'The same thing twice: this request goes on in another of the same client',
  params: IdParams,
  creates: true,
  body: z.strictObject({ into: Id, why: Reason }),
  response: z.object({ id: Id, ref: z.string() }),
});
export const splitRequest = endpoint({
  method: 'POST',
  path: '/api/requests/:id/split',
  access: 'agent',
  summary: 'Two things in one: these messages become a request of their own',
  params: IdParams,
  creates: true,
  body: z.strictObject({ messageIds: z.array(Id).min(1).max(100), subject: Line }),
  response: z.object({ id: Id, ref: z.string() }),
});
