import type { FastifyReply } from 'fastify';
import { translator } from '../../platform/i18n/translator.ts';
import { type Tx, inRoom, inWorkspace } from '../../platform/db/tx.ts';
import { instant } from '../../platform/db/time.ts';
import { refused } from '../../platform/http/refused.ts';
import type { Kernel } from '../../platform/http/serve.ts';
import { sharedReview } from './agree-actions.ts';
import { insightsCsv, reviewCsv } from './figures-csv.ts';
import { insightsPage } from './insights.ts';
import { actionsOf } from './review.store.ts';
import { reviewPdf } from './review-pdf.ts';
import { firmToday } from './tally.store.ts';
import { reviewPage } from './write-review.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function send(reply: FastifyReply, name: string, type: string, content: Buffer | string): FastifyReply {
  return reply
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('content-security-policy', 'sandbox')
    .type(type)
    .send(content);
}

type Named = { params: unknown };
const nameOf = (request: Named): { id: string; kind: 'pdf' | 'csv' } => {
  const { file } = request.params as { file: string };
  const [, id, kind] = /^([0-9a-f-]{36})\.(pdf|csv)$/.exec(file) ?? [];
  if (!id) throw refused('not-found');
  return { id, kind: kind as 'pdf' | 'csv' };
};

/** The review on paper and as a spreadsheet: for the desk as it is now, in the room as it was shared. */
export function paperRoutes(kernel: Kernel): void {
  const { app, ctx } = kernel;
  const answer = async (reply: FastifyReply, kind: 'pdf' | 'csv', get: () => Promise<Parameters<typeof reviewPdf>>) => {
    const [document, actions, at] = await get();
    const name = `review-${document.period.from}-${document.period.to}.${kind}`;
    if (kind === 'pdf') return send(reply, name, 'application/pdf', await reviewPdf(document, actions, at));
    return send(reply, name, 'text/csv; charset=utf-8', reviewCsv(translator(document.lang), document));
  };
  const desk = { schema: { summary: 'A review as PDF or CSV', tags: ['agent'] } };
  app.get('/api/review-papers/:file', desk, async (request, reply) => {
    const actor = await kernel.memberOf(request);
    if (!actor) throw refused('signed-out');
    const { id, kind } = nameOf(request);
    const read = (tx: Tx) => reviewPage(tx, ctx, id, ctx.now());
    const page = await inWorkspace(ctx.db, actor, read);
    return answer(reply, kind, async () => [page.document, page.actions, ctx.now()]);
  });
  const room = { schema: { summary: 'A shared review as PDF or CSV, for the client', tags: ['room'] } };
  app.get('/api/room/review-papers/:file', room, async (request, reply) => {
    const actor = await kernel.contactOf(request);
    if (!actor) throw refused('signed-out');
    if (actor.requestId) throw refused('not-found');
    const { id, kind } = nameOf(request);
    return answer(reply, kind, () =>
      inRoom(ctx.db, actor, async (tx) => {
        const review = await sharedReview(tx, actor.clientId, id);
        return [review.document, await actionsOf(tx, id), instant(review.sharedAt)];
      }),
    );
  });
  const all = { schema: { summary: 'Insights as CSV', tags: ['agent'] } };
  app.get('/api/insights.csv', all, async (request, reply) => {
    const actor = await kernel.memberOf(request);
    if (!actor) throw refused('signed-out');
    const { from = '', to = '' } = request.query as { from?: string; to?: string };
    if (!DAY.test(from) || !DAY.test(to)) throw refused('bad-input');
    const content = await inWorkspace(ctx.db, actor, async (tx) => {
      const { name } = await firmToday(tx, ctx.now());
      return insightsCsv(translator(actor.lang), await insightsPage(tx, { from, to }, ctx.now()), name);
    });
    return send(reply, `insights-${from}-${to}.csv`, 'text/csv; charset=utf-8', content);
  });
}
