import { getRequest } from '../../contract/requests.ts';
import { withEtag } from '../../platform/http/answer.ts';
import { type Kernel, serve } from '../../platform/http/serve.ts';
import { requestPage } from './request-page.ts';

export function requestPageRoutes(kernel: Kernel): void {
  serve(kernel, getRequest, async ({ tx, actor, params, now }) => {
    const page = await requestPage(tx, params.id, now, actor);
    return withEtag(page, page.version);
  });
}
