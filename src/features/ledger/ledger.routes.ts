import type { FastifyReply, FastifyRequest } from 'fastify';
import { timeline } from '../../contract/requests.ts';
import { type Tx, inRoom, inWorkspace } from '../../platform/db/tx.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { refused } from '../../platform/http/refused.ts';
import { type Kernel, serve } from '../../platform/http/serve.ts';
import { seenByUs } from '../negotiation/public.ts';
import type { LiveUpdates } from './live-updates.ts';
import { eventsAfter, requestTimeline } from './timeline.store.ts';

type Live = { readonly live: LiveUpdates; readonly streams: Set<{ end: () => void }> };

export function ledgerRoutes(kernel: Kernel, live: LiveUpdates): void {
  const updates: Live = { live, streams: new Set() };
  // Stopping the server does not wait for browsers that never leave.
  kernel.app.addHook('preClose', async () => updates.streams.forEach((stream) => stream.end()));
  serve(kernel, timeline, async ({ tx, params, query }) => ({
    items: await seenByUs(tx, params.id, await requestTimeline(tx, params.id, query.after)),
  }));

  kernel.app.get(
    '/api/events',
    { schema: { summary: 'Live updates (server-sent events)', tags: ['agent'] } },
    async (request, reply) => {
      const actor = await kernel.memberOf(request);
      if (!actor) throw refused('signed-out');
      return stream(
        kernel,
        updates,
        request,
        reply,
        actor,
        (work) => inWorkspace(kernel.ctx.db, actor, work),
        () => kernel.memberOf(request),
      );
    },
  );

  kernel.app.get(
    '/api/room/events',
    { schema: { summary: 'Live updates for the room', tags: ['room'] } },
    async (request, reply) => {
      const actor = await kernel.contactOf(request);
      if (!actor) throw refused('signed-out');
      return stream(
        kernel,
        updates,
        request,
        reply,
        actor,
        (work) => inRoom(kernel.ctx.db, actor, work),
        () => kernel.contactOf(request),
      );
    },
  );
}

type Open = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/** Each event carries its sequence as id: a browser that comes back says Last-Event-ID and gets what it missed, once, in order. */
async function stream(
  { ctx }: Kernel,
  { live, streams }: Live,
  request: FastifyRequest,
  reply: FastifyReply,
  actor: Actor,
  open: Open,
  still: () => Promise<Actor | null>,
): Promise<FastifyReply> {
  const resume = Number(request.headers['last-event-id'] ?? (request.query as { after?: string }).after ?? Number.NaN);
  const now = await open((tx) =>
    tx
      .selectFrom('event')
      .select(({ fn }) => fn.max('seq').as('seq'))
      .executeTakeFirst(),
  );
  let last = Number.isInteger(resume) && resume >= 0 ? resume : (now?.seq ?? 0);
  reply.hijack();
  const out = reply.raw;
  out.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  out.write(`retry: 2000\n: from ${last}\n\n`);
  let running = false;
  let again = false;
  const send = async (): Promise<void> => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    try {
      do {
        again = false;
        if (!(await still())) {
          out.end();
          return;
        }
        const events = await open((tx) => eventsAfter(tx, last, 500));
        for (const e of events) {
          out.write(
            `id: ${e.seq}\ndata: ${JSON.stringify({ seq: e.seq, kind: e.kind, requestId: e.request_id, clientId: e.client_id })}\n\n`,
          );
          last = e.seq;
        }
        again ||= events.length === 500;
      } while (again);
    } catch (error) {
      ctx.log.warn({ err: error }, 'live updates interrupted');
      out.end();
    } finally {
      running = false;
    }
  };
  const stop = live.subscribe(actor.workspaceId, () => void send());
  const beat = setInterval(() => out.write(': beat\n\n'), 20_000);
  const end = (): void => {
    stop();
    clearInterval(beat);
    streams.delete(out);
  };
  streams.add(out);
  out.on('close', end);
  void send();
  return reply;
}
