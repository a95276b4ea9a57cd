import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import * as wire from '../../contract/mail.ts';
import { hashToken, newToken, workspaceOf } from '../../platform/auth/tokens.ts';
import { inWorkspace } from '../../platform/db/tx.ts';
import { refused } from '../../platform/http/refused.ts';
import { type Kernel, serve } from '../../platform/http/serve.ts';
import { append } from '../../platform/ledger/append.ts';
import { intakeHash, setIntakeHash } from './identity.store.ts';
import { storeRaw } from './store-raw.ts';

/** A little more than the largest mail we read, so that a too large one is kept aside with its reason instead of refused. */
const LARGEST = 40 * 1024 * 1024;

/** The way in for mail servers and scripts: one mail as it is, 202 only after its bytes are committed (RFC 1123 §5.3.3). */
export function intakeRoutes(kernel: Kernel): void {
  const { app, ctx } = kernel;
  serve(kernel, wire.makeIntakeToken, async ({ tx, actor, now }) => {
    const { token, hash } = newToken(tx.workspaceId);
    await setIntakeHash(tx, hash);
    await append(tx, actor, now, [{ kind: 'mail.intake-token-made' }]);
    return { token };
  });

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
      const from = await handedOverBy(kernel, request);
      const raw = request.body;
      if (!Buffer.isBuffer(raw)) throw refused('wrong-content-type');
      if (raw.byteLength === 0) throw refused('bad-input');
      const via = { kind: 'http' as const, name: 'HTTP', address: 'http' };
      const { workspaceId, source } = from;
      const id = await storeRaw(ctx, { workspaceId, via, source, raw, at: null }, { job: true });
      return reply.code(202).send({ stored: true, known: id === null });
    },
  );
}

/** A colleague who is signed in, or whoever holds the workspace's intake token. */
async function handedOverBy({ ctx, memberOf }: Kernel, request: FastifyRequest) {
  const token = /^Bearer ([A-Za-z0-9_-]+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) {
    const actor = await memberOf(request);
    if (!actor) throw refused('signed-out');
    return { workspaceId: actor.workspaceId, source: `handed over by ${actor.name}` };
  }
  const workspaceId = workspaceOf(token);
  const hash = workspaceId ? await inWorkspace(ctx.db, { workspaceId }, intakeHash) : null;
  if (!workspaceId || !hash || !timingSafeEqual(hash, hashToken(token))) throw refused('signed-out');
  return { workspaceId, source: 'handed over by a mail server' };
}
