import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Endpoint } from '../../src/contract/endpoint.ts';
import type { Problem } from '../../src/contract/common.ts';
import { openRoom } from '../../src/contract/room.ts';
import { insertClient, insertContact } from '../../src/features/clients/public.ts';
import { insertUser } from '../../src/features/people/identity.store.ts';
import { foundWorkspace, insertMember } from '../../src/features/people/public.ts';
import { roomLink } from '../../src/features/room/public.ts';
import { hashPassword } from '../../src/platform/auth/password.ts';
import type { Context } from '../../src/platform/context.ts';
import { newId } from '../../src/platform/db/ids.ts';
import { type Tx, inWorkspace } from '../../src/platform/db/tx.ts';
import { createServer, type Server } from '../../src/server/server.ts';
import { freshDatabase } from './postgres.ts';

export type Seat = 'owner' | 'lead' | 'agent';

export type CallOptions = {
  /** One of our people, or a contact's room cookie; leave it out to call as a stranger. */
  readonly as?: Seat | { readonly cookie: string };
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** The version the caller has seen. */
  readonly ifMatch?: number | string;
  /** Idempotency-Key; a fresh one where the endpoint asks for one. */
  readonly key?: string;
};

export type Called<R> = { readonly status: number; readonly body: R; readonly problem: Problem; readonly etag: string };

export type TestServer = {
  readonly server: Server;
  readonly ctx: Context;
  /** Of the database's owner: for tests that look past every lock. */
  readonly ownerUrl: string;
  readonly workspaceId: string;
  /** The ids of our three people; their addresses are <seat>@firm.example, their names Olga Owner, Lena Lead, Adam Agent. */
  readonly people: Readonly<Record<Seat, string>>;
  readonly cookies: Readonly<Record<Seat, string>>;
  /** Moves the server's clock ahead. */
  readonly forward: (ms: number) => void;
  readonly call: <P, Q, B, R>(endpoint: Endpoint<P, Q, B, R>, options?: CallOptions) => Promise<Called<R>>;
  /** A client with its people; returns their ids. `may` is `decide` for the first, `talk` for the others. */
  readonly client: (name: string, emails: readonly string[], domains?: readonly string[]) => Promise<Client>;
  /** Opens the room for a contact on their own device, as the click on the link does; returns the cookie. */
  readonly room: (clientId: string, contactId: string, requestId?: string | null) => Promise<{ cookie: string }>;
  /** Something done in the workspace by our side, past the doors. */
  readonly within: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
};

export type Client = { readonly id: string; readonly contacts: readonly string[] };

export type TestServerOptions = {
  readonly smtpUrl?: string | null;
  readonly imapUrl?: string | null;
  readonly mailInUrl?: string | null;
  /** With a worker mail is polled, handled and sent in the background; without (the default) a test does each step itself. */
  readonly worker?: boolean;
  readonly filesDir?: string;
  readonly lang?: 'en' | 'ru' | 'pl' | 'fr';
};

const PASSWORD = 'correct horse battery staple';
const NAMES: Record<Seat, string> = { owner: 'Olga Owner', lead: 'Lena Lead', agent: 'Adam Agent' };

/** A running Parley on a database of its own: a workspace in Warsaw with an owner, a lead and an agent, all signed in. */
export async function testServer(options: TestServerOptions = {}): Promise<TestServer> {
  const database = await freshDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'parley-files-'));
  let ahead = 0;
  const server = await createServer({
    ownerUrl: database.url,
    publicUrl: 'http://parley.example',
    filesDir: options.filesDir ?? folder,
    webDir: null,
    smtpUrl: options.smtpUrl ?? null,
    imapUrl: options.imapUrl ?? null,
    mailInUrl: options.mailInUrl ?? null,
    log: pino({ level: process.env.TEST_LOG ?? 'silent' }),
    now: () => Date.now() + ahead,
    worker: options.worker ?? false,
  });
  const { ctx } = server;
  const { workspaceId, people } = await found(ctx, options.lang ?? 'en');
  const within = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => inWorkspace(ctx.db, { workspaceId }, work);
  const cookies = {
    owner: await signIn(server, 'owner'),
    lead: await signIn(server, 'lead'),
    agent: await signIn(server, 'agent'),
  };
  const call = caller(server, cookies);
  const devices = new Map<string, string>();
  return {
    server,
    ctx,
    ownerUrl: database.url,
    workspaceId,
    people,
    cookies,
    forward: (ms) => {
      ahead += ms;
    },
    call,
    client: (name, emails, domains = []) => within((tx) => plantClient(tx, ctx.now(), name, emails, domains)),
    room: async (clientId, contactId, requestId = null) => {
      const link = await within((tx) => roomLink(tx, ctx.publicUrl, { clientId, contactId, requestId }, ctx.now()));
      const body = { token: link.split('#t=')[1] };
      const response = await inject(server, openRoom, { body }, devices.get(contactId));
      const cookie = cookieOf(response.headers['set-cookie']);
      devices.set(contactId, /parley_device=[^;]+/.exec(cookie)?.[0] ?? '');
      return { cookie };
    },
    within,
    close: async () => {
      await server.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function found(ctx: Context, lang: string): Promise<{ workspaceId: string; people: Record<Seat, string> }> {
  const passwordHash = await hashPassword(PASSWORD);
  const owner = { name: NAMES.owner, email: 'owner@firm.example', passwordHash, lang };
  const founding = { ...owner, workspaceName: 'Firm', zone: 'Europe/Warsaw' };
  const { workspaceId, memberId } = await foundWorkspace(ctx, ctx.db.auth, founding);
  const join = async (role: 'lead' | 'agent'): Promise<string> => {
    const person = { name: NAMES[role], email: `${role}@firm.example`, lang };
    const userId = await insertUser(ctx.db.auth, { ...person, passwordHash }, workspaceId);
    const id = newId();
    await inWorkspace(ctx.db, { workspaceId }, async (tx) => {
      await insertMember(tx, { ...person, id, userId, role }, ctx.now());
      await tx.updateTable('workspace').set({ mail_address: 'support@firm.example' }).execute();
    });
    return id;
  };
  return { workspaceId, people: { owner: memberId, lead: await join('lead'), agent: await join('agent') } };
}

async function plantClient(
  tx: Tx,
  now: number,
  name: string,
  emails: readonly string[],
  domains: readonly string[],
): Promise<Client> {
  const id = newId();
  await insertClient(tx, id, { name, domains: [...domains], lang: 'en', since: null, zone: null, note: null }, now);
  const contacts: string[] = [];
  for (const email of emails) {
    const contactId = newId();
    const may = contacts.length === 0 ? 'decide' : 'talk';
    const called = email.split('@')[0] ?? email;
    await insertContact(tx, contactId, id, { name: called, email, lang: 'en', roleText: null, may }, now);
    contacts.push(contactId);
  }
  return { id, contacts };
}

async function signIn(server: Server, seat: Seat): Promise<string> {
  const response = await server.app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/email',
    payload: { email: `${seat}@firm.example`, password: PASSWORD },
  });
  if (response.statusCode !== 200) throw new Error(`${seat} could not sign in: ${response.body}`);
  return cookieOf(response.headers['set-cookie']);
}

const cookieOf = (header: string | string[] | undefined): string =>
  [header ?? []]
    .flat()
    .map((line) => line.split(';')[0])
    .join('; ');

type AnyEndpoint = Pick<Endpoint, 'method' | 'path' | 'creates' | 'ifMatch'>;

function inject({ app }: Server, endpoint: AnyEndpoint, options: CallOptions, cookie?: string) {
  const url = Object.entries(options.params ?? {}).reduce(
    (path, [name, value]) => path.replace(`:${name}`, value),
    endpoint.path,
  );
  return app.inject({
    method: endpoint.method,
    url,
    ...(options.query ? { query: { ...options.query } } : {}),
    ...(options.body === undefined ? {} : { payload: options.body as object }),
    headers: {
      ...(cookie ? { cookie } : {}),
      ...(endpoint.creates ? { 'idempotency-key': options.key ?? newId() } : {}),
      ...(options.ifMatch === undefined ? {} : { 'if-match': `"${options.ifMatch}"` }),
    },
  });
}

function caller(server: Server, cookies: Readonly<Record<Seat, string>>): TestServer['call'] {
  return async <R>(endpoint: AnyEndpoint, options: CallOptions = {}): Promise<Called<R>> => {
    const { as } = options;
    const cookie = typeof as === 'string' ? cookies[as] : as?.cookie;
    const response = await inject(server, endpoint, options, cookie);
    const body: unknown = response.body ? response.json() : null;
    return {
      status: response.statusCode,
      body: body as R,
      problem: body as Problem,
      etag: String(response.headers.etag ?? ''),
    };
  };
}
