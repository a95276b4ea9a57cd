import * as wire from '../../contract/outside.ts';
import { type Kernel, serve } from '../../platform/http/serve.ts';
import { answerOutsideAgreement, outsideWords } from './outside-agreement.ts';

export function outsideRoutes(kernel: Kernel): void {
  serve(kernel, wire.outsideAgreement, ({ tx, params, now }) => outsideWords(tx, params.id, now));
  serve(kernel, wire.answerOutside, ({ tx, ctx, actor, params, body, now }) =>
    answerOutsideAgreement(tx, ctx, actor, params.id, body, now),
  );
}
