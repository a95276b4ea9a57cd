import type { FastifyReply } from 'fastify';
import * as wire from '../../contract/accords.ts';
import { newId } from '../../platform/db/ids.ts';
import { type Tx, inRoom, inWorkspace } from '../../platform/db/tx.ts';
import { refused } from '../../platform/http/refused.ts';
import { maySee } from '../../platform/http/room-policy.ts';
import { type Kernel, serve, serveRoom } from '../../platform/http/serve.ts';
import { append } from '../../platform/ledger/append.ts';
import { activeMember, insertApproval } from '../promises/public.ts';
import { lockRequest, saveRequest } from '../requests/public.ts';
import { accordPdf } from './accord-pdf.ts';
import { findAccord } from './accord.store.ts';
import { sealKey } from './seal-key.store.ts';
import { sealPdf } from './seal.ts';
import { type Pen, signAccord } from './sign-accord.ts';

export function accordRoutes(kernel: Kernel): void {
  const { app, ctx } = kernel;
  const pen = (
    body: { fingerprint: string; typedName: string; understood: true },
    request: { ip: string; headers: Record<string, unknown> },
  ): Pen => ({
    ...body,
    ip: request.ip,
    userAgent: String(request.headers['user-agent'] ?? '').slice(0, 300) || null,
  });
  serve(kernel, wire.signAccord, ({ tx, ctx: c, actor, params, body, request, now }) =>
    signAccord(tx, c, actor, params.id, pen(body, request), now),
  );
  serveRoom(kernel, wire.signAccordInRoom, async ({ tx, ctx: c, actor, params, body, request, now }) => {
    const accord = await findAccord(tx, params.id);
    if (!accord) throw refused('not-found');
    maySee(actor, accord.requestId);
    return signAccord(tx, c, actor, params.id, pen(body, request), now);
  });

  serve(kernel, wire.askAccordApproval, async ({ tx, actor, params, body, now }) => {
    const accord = await findAccord(tx, params.id);
    if (!accord) throw refused('not-found');
    const request = await lockRequest(tx, accord.requestId);
    await activeMember(tx, body.approver);
    if (body.approver === actor.id) throw refused('approver-is-maker');
    const id = newId(now);
    await insertApproval(
      tx,
      {
        id,
        requestId: request.id,
        subject: 'accord',
        subjectId: params.id,
        askedOf: body.approver,
        askedBy: actor.id,
        why: body.why,
      },
      now,
    );
    await saveRequest(tx, request, {}, now);
    await append(tx, actor, now, [
      {
        kind: 'approval.asked',
        requestId: request.id,
        clientId: request.clientId,
        data: { approval: id, accord: params.id, of: body.approver, why: body.why },
      },
    ]);
    return { id };
  });

  // The seal's key is read by our own side: the room's role has no right to it.
  const seal = async (workspaceId: string, content: Buffer): Promise<Buffer> =>
    sealPdf(await inWorkspace(ctx.db, { workspaceId }, sealKey), content);
  const pdf = async (tx: Tx, id: string, mayOpen: (requestId: string) => void) => {
    const accord = await findAccord(tx, id);
    if (!accord) throw refused('not-found');
    mayOpen(accord.requestId);
    const { zone } = await tx
      .selectFrom('workspace')
      .select('zone')
      .where('workspace_id', '=', tx.workspaceId)
      .executeTakeFirstOrThrow();
    return { number: accord.number, content: await seal(tx.workspaceId, await accordPdf(accord, zone)) };
  };
  const send = (reply: FastifyReply, { number, content }: { number: number; content: Buffer }) =>
    reply
      .header('content-disposition', `attachment; filename="accord-${number}.pdf"`)
      .header('content-security-policy', 'sandbox')
      .type('application/pdf')
      .send(content);

  app.get(
    '/api/accords/:id.pdf',
    { schema: { summary: 'The accord as PDF', tags: ['agent'] } },
    async (request, reply) => {
      const actor = await kernel.memberOf(request);
      if (!actor) throw refused('signed-out');
      const { id } = request.params as { id: string };
      return send(reply, await inWorkspace(ctx.db, actor, (tx) => pdf(tx, id, () => undefined)));
    },
  );
  app.get(
    '/api/room/accords/:id.pdf',
    { schema: { summary: 'The accord as PDF, for the client', tags: ['room'] } },
    async (request, reply) => {
      const actor = await kernel.contactOf(request);
      if (!actor) throw refused('signed-out');
      const { id } = request.params as { id: string };
      return send(reply, await inRoom(ctx.db, actor, (tx) => pdf(tx, id, (requestId) => maySee(actor, requestId))));
    },
  );
}
