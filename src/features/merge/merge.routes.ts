import * as wire from '../../contract/merge.ts';
import { type Kernel, serve } from '../../platform/http/serve.ts';
import { mergeRequests } from './merge-requests.ts';
import { splitRequest } from './split-request.ts';

export function mergeRoutes(kernel: Kernel): void {
  serve(kernel, wire.mergeRequests, ({ tx, actor, params, body, now }) =>
    mergeRequests(tx, actor, params.id, body.into, body.why, now),
  );
  serve(kernel, wire.splitRequest, ({ tx, actor, params, body, now }) => splitRequest(tx, actor, params.id, body, now));
}
