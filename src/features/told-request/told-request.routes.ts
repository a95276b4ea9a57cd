import { createRequest as wire } from '../../contract/requests.ts';
import { type Kernel, serve } from '../../platform/http/serve.ts';
import { createRequest } from './create-request.ts';

export function toldRequestRoutes(kernel: Kernel): void {
  serve(kernel, wire, ({ tx, actor, body, now }) => createRequest(tx, actor, body, now));
}
