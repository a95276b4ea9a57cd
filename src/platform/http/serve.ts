import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Endpoint } from '../../contract/endpoint.ts';
import type { Context } from '../context.ts';
import { type Tx, inRoom, inRoomCommand, inWorkspace } from '../db/tx.ts';
import { type Actor, type ContactActor, type MemberActor, mayPass } from './actor.ts';
import { Answer } from './answer.ts';
import { keepAnswer, takeKey } from './idempotency.ts';
import { refused } from './refused.ts';

export type Kernel = {
  readonly app: FastifyInstance;
  readonly ctx: Context;
  /** Finds out who is asking from cookies or a token; null when nobody is signed in. */
  readonly memberOf: (request: FastifyRequest) => Promise<MemberActor | null>;
  readonly contactOf: (request: FastifyRequest) => Promise<ContactActor | null>;
};

export type Call<A extends Actor, P, Q, B> = {
  /** Open transaction, confined to the actor's workspace (and, from the room, to their client). Committed when the handler returns. */
  readonly tx: Tx;
  readonly ctx: Context;
  readonly actor: A;
  readonly now: number;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  /** The version the person had seen, without quotes; set when the endpoint asks for If-Match. */
  readonly ifMatch: string;
  readonly request: FastifyRequest;
};

type Handler<A extends Actor, P, Q, B, R> = (call: Call<A, P, Q, B>) => Promise<R | Answer<R>>;

/** A door for people of our side. */
export function serve<P, Q, B, R>(
  kernel: Kernel,
  e: Endpoint<P, Q, B, R>,
  handle: Handler<MemberActor, P, Q, B, R>,
): void {
  if (e.access === 'room' || e.access === 'public') throw new Error(`${e.path} is not for members`);
  mount(kernel, e, async (request, reply) => {
    const actor = await kernel.memberOf(request);
    if (!actor) throw refused('signed-out');
    await answer(kernel, e, request, reply, actor, handle, (work) => inWorkspace(kernel.ctx.db, actor, work));
  });
}

/** A hot list: PostgreSQL builds the JSON and it is sent as it is; the handler reads it in one round trip, without a transaction of ours. */
export function serveJson<P, Q, B, R>(
  kernel: Kernel,
  e: Endpoint<P, Q, B, R>,
  read: (call: { ctx: Context; actor: MemberActor; params: P; query: Q }) => Promise<string>,
): void {
  if (e.access === 'room' || e.access === 'public' || e.method !== 'GET')
    throw new Error(`${e.path} is not a list for members`);
  mount(kernel, e, async (request, reply) => {
    const actor = await kernel.memberOf(request);
    if (!actor) throw refused('signed-out');
    if (!mayPass(e.access as 'agent', actor)) throw refused('not-allowed', { needs: e.access });
    const { params, query } = request as unknown as { params: P; query: Q };
    const json = await read({ ctx: kernel.ctx, actor, params, query });
    await reply.type('application/json; charset=utf-8').serializer(String).send(json);
  });
}

/** A door for contacts. Reads run as the room's own role; changes run as the app, confined to the client's rows. */
export function serveRoom<P, Q, B, R>(
  kernel: Kernel,
  e: Endpoint<P, Q, B, R>,
  handle: Handler<ContactActor, P, Q, B, R>,
): void {
  if (e.access !== 'room') throw new Error(`${e.path} is not for the room`);
  mount(kernel, e, async (request, reply) => {
    const actor = await kernel.contactOf(request);
    if (!actor) throw refused('signed-out');
    if (e.method !== 'GET' && !actor.proven && !e.beforeProof) throw refused('prove-mailbox');
    const open = e.method === 'GET' ? inRoom : inRoomCommand;
    await answer(kernel, e, request, reply, actor, handle, (work) => open(kernel.ctx.db, actor, work));
  });
}

type PublicCall<P, Q, B> = {
  ctx: Context;
  now: number;
  params: P;
  query: Q;
  body: B;
  request: FastifyRequest;
  reply: FastifyReply;
};

/** A door for anybody: sign-in, invitations, a room's link. The handler opens its own transaction. */
export function servePublic<P, Q, B, R>(
  kernel: Kernel,
  e: Endpoint<P, Q, B, R>,
  handle: (call: PublicCall<P, Q, B>) => Promise<R>,
): void {
  if (e.access !== 'public') throw new Error(`${e.path} is not public`);
  mount(kernel, e, async (request, reply) => {
    const { params, query, body } = request as unknown as { params: P; query: Q; body: B };
    const value = await handle({ ctx: kernel.ctx, now: kernel.ctx.now(), params, query, body, request, reply });
    await reply.code(e.status ?? 200).send(value);
  });
}

function mount<P, Q, B, R>(
  { app }: Kernel,
  e: Endpoint<P, Q, B, R>,
  handler: (request: FastifyRequest, reply: FastifyReply) => Promise<void>,
): void {
  app.route({
    method: e.method,
    url: e.path,
    schema: {
      summary: e.summary,
      tags: [e.access],
      ...(e.params ? { params: e.params } : {}),
      ...(e.query ? { querystring: e.query } : {}),
      ...(e.body ? { body: e.body } : {}),
      response: { [e.status ?? 200]: e.response },
    },
    handler: async (request, reply) => {
      await handler(request, reply);
      return reply;
    },
  });
}

async function answer<A extends Actor, P, Q, B, R>(
  kernel: Kernel,
  e: Endpoint<P, Q, B, R>,
  request: FastifyRequest,
  reply: FastifyReply,
  actor: A,
  handle: Handler<A, P, Q, B, R>,
  open: (work: (tx: Tx) => Promise<Sent>) => Promise<Sent>,
): Promise<void> {
  if (!mayPass(e.access as 'agent', actor)) throw refused('not-allowed', { needs: e.access });
  const key = e.creates ? idempotencyKey(request) : null;
  const ifMatch = e.ifMatch ? seenVersion(request) : '';
  const { params, query, body } = request as unknown as { params: P; query: Q; body: B };
  const status = e.status ?? (e.creates ? 201 : 200);
  const sent = await open(async (tx) => {
    const now = kernel.ctx.now();
    const who = `${actor.kind}:${actor.id}`;
    if (key) {
      const first = await takeKey(tx, who, key, { path: request.url, body }, now);
      if (first) return { status: first.status, json: first.body, etag: null };
    }
    const given = await handle({ tx, ctx: kernel.ctx, actor, now, params, query, body, ifMatch, request });
    const result = given instanceof Answer ? given : new Answer<R>(given, null);
    const json = JSON.stringify(e.response.parse(result.value));
    if (key) await keepAnswer(tx, who, key, { status, body: json });
    return { status, json, etag: result.etag };
  });
  if (sent.etag) reply.header('etag', sent.etag);
  await reply.code(sent.status).type('application/json; charset=utf-8').serializer(String).send(sent.json);
}

type Sent = { status: number; json: string; etag: string | null };

function idempotencyKey(request: FastifyRequest): string {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || key.length < 8 || key.length > 200) throw refused('idempotency-key-missing');
  return key;
}

function seenVersion(request: FastifyRequest): string {
  const seen = request.headers['if-match'];
  if (typeof seen !== 'string' || seen === '') throw refused('if-match-missing');
  return seen.replace(/^W\//, '').replaceAll('"', '');
}
