import type { MultipartFile } from '@fastify/multipart';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { countAttempt } from '../../platform/auth/rate-limit.ts';
import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/db/ids.ts';
import { type Tx, inRoom, inRoomCommand, inWorkspace } from '../../platform/db/tx.ts';
import { refused } from '../../platform/http/refused.ts';
import { maySee } from '../../platform/http/room-policy.ts';
import type { Kernel } from '../../platform/http/serve.ts';
import { fileType } from '../../platform/mail/file-type.ts';
import { cleanFileName } from '../../platform/mail/visible.ts';
import { findAttachment, inlinePictures, insertUpload } from './attachment.store.ts';
import { findMessage } from './message.store.ts';
import { FRAME_POLICY, messagePage } from './message-page.ts';
import { insertRoomUpload } from './room-upload.store.ts';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The id in the path; anything that is none is answered like one that does not exist. */
function idOf(request: FastifyRequest): string {
  const { id } = request.params as { id: string };
  if (!UUID.test(id)) throw refused('not-found');
  return id;
}

/** Files and mail bodies as bytes: never rendered on our origin, never guessed at by the browser. */
export function fileRoutes(kernel: Kernel): void {
  const { app, ctx } = kernel;

  app.post(
    '/api/attachments',
    { schema: { summary: 'Upload a file for a reply', tags: ['agent'] } },
    async (request, reply) => {
      const actor = await kernel.memberOf(request);
      if (!actor) throw refused('signed-out');
      const { file, head } = await received(ctx, request);
      const id = newId(ctx.now());
      const upload = { id, memberId: actor.id, ...file, type: fileType(head, file.type) };
      await inWorkspace(ctx.db, actor, (tx) => insertUpload(tx, upload));
      return reply.code(201).send({ id, name: file.name, size: file.size });
    },
  );

  app.post(
    '/api/room/uploads',
    { schema: { summary: 'Upload a file for something the client is writing', tags: ['room'] } },
    async (request, reply) => {
      const actor = await kernel.contactOf(request);
      if (!actor) throw refused('signed-out');
      if (actor.may === 'see') throw refused('not-allowed');
      await countAttempt(ctx.db.auth, `room-upload:${actor.id}`, 40, 3_600);
      const { file, head } = await received(ctx, request);
      const id = newId(ctx.now());
      const upload = { id, contactId: actor.id, clientId: actor.clientId, ...file, type: fileType(head, file.type) };
      await inRoomCommand(ctx.db, actor, (tx) => insertRoomUpload(tx, upload, ctx.now()));
      return reply.code(201).send({ id, name: file.name, size: file.size });
    },
  );

  app.get(
    '/api/attachments/:id',
    { schema: { summary: 'Download a file', tags: ['agent'] } },
    async (request, reply) => {
      const actor = await kernel.memberOf(request);
      if (!actor) throw refused('signed-out');
      return download(kernel, reply, await inWorkspace(ctx.db, actor, (tx) => find(tx, request)));
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
      const id = idOf(request);
      const found = await inWorkspace(ctx.db, actor, async (tx) => {
        const message = await findMessage(tx, id);
        return message?.html ? { html: message.html, pictures: await inlinePictures(tx, id) } : null;
      });
      if (!found) throw refused('not-found');
      return reply
        .header('content-security-policy', FRAME_POLICY)
        .header('x-frame-options', 'SAMEORIGIN')
        .type('text/html; charset=utf-8')
        .send(await messagePage(ctx.files, found.html, found.pictures));
    },
  );
}

/** The one file of an upload, kept under its hash. */
async function received(ctx: Context, request: FastifyRequest) {
  if (!request.isMultipart()) throw refused('wrong-content-type');
  const part = await request.file();
  if (!part) throw refused('bad-input');
  const { sha256, size, head } = await ctx.files.putStream(whole(part.file));
  return { file: { name: cleanFileName(part.filename, part.mimetype), type: part.mimetype, size, sha256 }, head };
}

async function find(tx: Tx, request: FastifyRequest) {
  const file = await findAttachment(tx, idOf(request));
  if (!file) throw refused('not-found');
  return file;
}

/** A file that was cut off at the limit is no file. */
async function* whole(file: MultipartFile['file']): AsyncGenerator<Uint8Array> {
  for await (const chunk of file) yield chunk as Uint8Array;
  if (file.truncated) throw refused('too-large');
}

type File = Awaited<ReturnType<typeof find>>;

/** RFC 6266: the name in plain letters for old programs, and in full. */
function disposition(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const full = encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`;
}

/** Always a download, under the type its bytes have; a page or picture opened by itself runs nothing (AT-28, AT-29). */
async function download({ ctx }: Kernel, reply: FastifyReply, file: File): Promise<FastifyReply> {
  if ((await ctx.files.size(file.sha256)) !== file.size) throw refused('file-missing');
  return reply
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('x-content-type-options', 'nosniff')
    .header('content-disposition', disposition(file.name))
    .header('content-length', file.size)
    .type(file.type)
    .send(ctx.files.read(file.sha256));
}
