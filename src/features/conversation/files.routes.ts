import type { FastifyReply, FastifyRequest } from 'fastify';
import { newId } from '../../platform/db/ids.ts';
import { type Tx, inRoom, inWorkspace } from '../../platform/db/tx.ts';
import { refused } from '../../platform/http/refused.ts';
import { maySee } from '../../platform/http/room-policy.ts';
import type { Kernel } from '../../platform/http/serve.ts';
import { cleanFileName } from '../../platform/mail/visible.ts';
import { showImages } from '../../platform/mail/sanitize.ts';
import { findAttachment, insertUpload } from './attachment.store.ts';
import { findMessage } from './message.store.ts';

type WithId = { id: string };

/** Files and mail bodies as bytes: never rendered on our origin, never guessed at by the browser. */
export function fileRoutes(kernel: Kernel): void {
  const { app, ctx } = kernel;

  app.post(
    '/api/attachments',
    { schema: { summary: 'Upload a file for a reply', tags: ['agent'] } },
    async (request, reply) => {
      const actor = await kernel.memberOf(request);
      if (!actor) throw refused('signed-out');
      const file = await request.file();
      if (!file) throw refused('bad-input');
      const { sha256, size } = await ctx.files.put(await file.toBuffer());
      const id = newId(ctx.now());
      const name = cleanFileName(file.filename, file.mimetype);
      await inWorkspace(ctx.db, actor, (tx) =>
        insertUpload(tx, { id, memberId: actor.id, name, type: file.mimetype, size, sha256 }),
      );
      return reply.code(201).send({ id, name, size });
    },
  );

  app.get(
    '/api/attachments/:id',
    { schema: { summary: 'Download a file', tags: ['agent'] } },
    async (request, reply) => {
      const actor = await kernel.memberOf(request);
      if (!actor) throw refused('signed-out');
      const file = await inWorkspace(ctx.db, actor, (tx) => find(tx, request));
      return download(kernel, reply, file);
    },
  );

  app.get(
    '/api/room/attachments/:id',
    { schema: { summary: 'Download a file from the room', tags: ['room'] } },
    async (request, reply) => {
      const actor = await kernel.contactOf(request);
      if (!actor) throw refused('signed-out');
      const file = await inRoom(ctx.db, actor, (tx) => find(tx, request));
      maySee(actor, file.request_id);
      return download(kernel, reply, file);
    },
  );

  app.get(
    '/api/messages/:id/html',
    { schema: { summary: 'The cleaned HTML of a mail, for a sandboxed frame', tags: ['agent'] } },
    async (request, reply) => {
      const actor = await kernel.memberOf(request);
      if (!actor) throw refused('signed-out');
      const message = await inWorkspace(ctx.db, actor, (tx) => findMessage(tx, (request.params as WithId).id));
      if (!message?.html) throw refused('not-found');
      const body = showImages(message.html, { cid: () => null });
      return reply
        .header(
          'content-security-policy',
          "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'",
        )
        .header('x-frame-options', 'SAMEORIGIN')
        .type('text/html; charset=utf-8')
        .send(`<!doctype html><meta charset="utf-8"><body style="font:15px/1.5 system-ui;margin:8px">${body}</body>`);
    },
  );
}

async function find(tx: Tx, request: FastifyRequest) {
  const file = await findAttachment(tx, (request.params as WithId).id);
  if (!file) throw refused('not-found');
  return file;
}

type File = Awaited<ReturnType<typeof find>>;

async function download({ ctx }: Kernel, reply: FastifyReply, file: File): Promise<FastifyReply> {
  if ((await ctx.files.size(file.sha256)) === null) throw refused('file-missing');
  return reply
    .header('content-security-policy', 'sandbox')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .header('content-length', file.size)
    .type('application/octet-stream')
    .send(ctx.files.read(file.sha256));
}
