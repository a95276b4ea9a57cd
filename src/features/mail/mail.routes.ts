import * as wire from '../../contract/mail.ts';
import { iso } from '../../platform/db/time.ts';
import { inWorkspace } from '../../platform/db/tx.ts';
import { refused } from '../../platform/http/refused.ts';
import { type Kernel, serve } from '../../platform/http/serve.ts';
import { append } from '../../platform/ledger/append.ts';
import { setOutbox, troubledMails } from './outbox.store.ts';
import { findRaw, keptAside, listMailboxes, settleRaw } from './raw-mail.store.ts';
import { storeRaw } from './store-raw.ts';

const done = { ok: true } as const;
const LARGEST = 36 * 1024 * 1024;

export function mailRoutes(kernel: Kernel): void {
  const { app, ctx } = kernel;
  serve(kernel, wire.listKeptAside, ({ tx, query }) => keptAside(tx, query.after, query.limit));
  serve(kernel, wire.retryMail, async ({ tx, actor, params, now }) => {
    if (!(await findRaw(tx, params.id))) throw refused('not-found');
    await ctx.jobs.send(tx, 'mail-handle', params.id);
    await append(tx, actor, now, [{ kind: 'mail.retried', data: { mail: params.id } }]);
    return done;
  });
  serve(kernel, wire.ignoreMail, async ({ tx, actor, params, body, now }) => {
    const raw = await findRaw(tx, params.id);
    if (raw?.state !== 'kept-aside') throw refused('not-found');
    await settleRaw(tx, params.id, { state: 'ignored', reason: body.why }, now);
    await append(tx, actor, now, [{ kind: 'mail.put-away', data: { mail: params.id, why: body.why } }]);
    return done;
  });
  serve(kernel, wire.listTroubledOutbox, ({ tx, query }) => troubledMails(tx, query.after, query.limit));
  serve(kernel, wire.settleOutbox, async ({ tx, actor, params, body, now }) => {
    const again = body.as === 'send-again';
    await setOutbox(
      tx,
      params.id,
      again
        ? { state: 'queued', phase: null, not_before: iso(now) }
        : { state: body.as === 'sent' ? 'sent' : 'failed' },
    );
    if (again) await ctx.jobs.send(tx, 'mail-send', params.id);
    await append(tx, actor, now, [{ kind: 'mail.settled', data: { mail: params.id, as: body.as } }]);
    return done;
  });
  serve(kernel, wire.mailboxes, async ({ tx }) => ({ items: await listMailboxes(tx), smtp: ctx.smtpUrl !== null }));

  app.get(
    '/api/mail/:id/raw',
    { schema: { summary: 'The mail as it came, byte for byte', tags: ['agent'] } },
    async (request, reply) => {
      const actor = await kernel.memberOf(request);
      if (!actor) throw refused('signed-out');
      const { id } = request.params as { id: string };
      const raw = await inWorkspace(ctx.db, actor, (tx) => findRaw(tx, id));
      if (!raw) throw refused('not-found');
      return reply
        .header('content-disposition', `attachment; filename="${raw.id}.eml"`)
        .header('content-security-policy', 'sandbox')
        .type('application/octet-stream')
        .send(raw.raw);
    },
  );

  app.addContentTypeParser('message/rfc822', { parseAs: 'buffer', bodyLimit: LARGEST }, (_request, body, next) =>
    next(null, body),
  );
  app.post(
    '/api/mail',
    {
      schema: { summary: 'Hand over one mail (message/rfc822); 202 once its bytes are stored', tags: ['agent'] },
      bodyLimit: LARGEST,
    },
    async (request, reply) => {
      const actor = await kernel.memberOf(request);
      if (!actor) throw refused('signed-out');
      if (!Buffer.isBuffer(request.body)) throw refused('wrong-content-type');
      const via = { kind: 'http' as const, name: 'HTTP', address: 'http' };
      const id = await storeRaw(
        ctx,
        { workspaceId: actor.workspaceId, via, source: `handed over by ${actor.name}`, raw: request.body, at: null },
        { job: true },
      );
      return reply.code(202).send({ id, known: id === null });
    },
  );
}
