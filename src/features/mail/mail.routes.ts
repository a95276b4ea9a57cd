import { z } from 'zod';
import * as wire from '../../contract/mail.ts';
import { inWorkspace } from '../../platform/db/tx.ts';
import { refused } from '../../platform/http/refused.ts';
import { type Kernel, serve } from '../../platform/http/serve.ts';
import { append } from '../../platform/ledger/append.ts';
import { accountRoutes } from './account.routes.ts';
import { intakeRoutes } from './intake.routes.ts';
import { listMailboxes } from './mailbox.store.ts';
import { troubledMails } from './outbox-list.store.ts';
import { settleByHand } from './outbox.store.ts';
import { findRaw, keptAside, takeUpAside } from './raw-mail.store.ts';

const done = { ok: true } as const;

export function mailRoutes(kernel: Kernel): void {
  const { app, ctx } = kernel;
  intakeRoutes(kernel);
  accountRoutes(kernel);
  serve(kernel, wire.listKeptAside, ({ tx, query }) => keptAside(tx, query.after, query.limit));
  serve(kernel, wire.retryMail, async ({ tx, actor, params, now }) => {
    if (!(await takeUpAside(tx, params.id, { state: 'received', reason: null }))) throw refused('not-found');
    await ctx.jobs.send(tx, 'mail-handle', params.id);
    await append(tx, actor, now, [{ kind: 'mail.retried', data: { mail: params.id } }]);
    return done;
  });
  serve(kernel, wire.ignoreMail, async ({ tx, actor, params, body, now }) => {
    if (!(await takeUpAside(tx, params.id, { state: 'ignored', reason: body.why }))) throw refused('not-found');
    await append(tx, actor, now, [{ kind: 'mail.put-away', data: { mail: params.id, why: body.why } }]);
    return done;
  });
  serve(kernel, wire.listTroubledOutbox, ({ tx, query }) => troubledMails(tx, query.after, query.limit));
  serve(kernel, wire.settleOutbox, async ({ tx, actor, params, body, now }) => {
    const mail = await settleByHand(tx, params.id, body.as, now);
    if (!mail) throw refused('delivery-settled');
    if (body.as === 'send-again') await ctx.jobs.send(tx, 'mail-send', params.id);
    await append(tx, actor, now, [{ kind: 'mail.settled', ...mail, data: { mail: params.id, as: body.as } }]);
    return done;
  });
  serve(kernel, wire.mailboxes, async ({ tx }) => ({ items: await listMailboxes(tx), smtp: ctx.smtpUrl !== null }));

  app.get(
    '/api/mail/:id/raw',
    { schema: { summary: 'The mail as it came, byte for byte', tags: ['agent'] } },
    async (request, reply) => {
      const actor = await kernel.memberOf(request);
      if (!actor) throw refused('signed-out');
      const id = z.uuid().safeParse((request.params as { id: string }).id);
      const raw = id.success ? await inWorkspace(ctx.db, actor, (tx) => findRaw(tx, id.data)) : undefined;
      if (!raw) throw refused('not-found');
      return reply
        .header('content-disposition', `attachment; filename="${raw.id}.eml"`)
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('x-content-type-options', 'nosniff')
        .type('message/rfc822')
        .send(raw.raw);
    },
  );
}
