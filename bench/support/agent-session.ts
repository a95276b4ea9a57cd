import { randomUUID } from 'node:crypto';

const person = { email: 'ada@example.org', password: 'correct horse battery' };

/** A signed-in agent talking to a real server. */
export type AgentSession = {
  /** The header line that says who it is, for a caller that writes its own. */
  readonly cookie: string;
  readonly get: (path: string) => Promise<unknown>;
  /** A creating POST; the key is the caller's, so that it can ask again with the same one. */
  readonly create: (path: string, body: object, key?: string) => Promise<Created>;
};
export type Created = { readonly id: string };

/** Creates the workspace of an empty Parley and signs its owner in. */
export async function found(origin: string, token: string): Promise<AgentSession> {
  const founding = {
    token,
    workspaceName: 'Lantern',
    name: 'Ada',
    ...person,
    lang: 'en',
    zone: 'Europe/Warsaw',
    sample: false,
  };
  await send(origin, 'POST', '/api/setup', {}, founding);
  return signIn(origin);
}

export async function signIn(origin: string): Promise<AgentSession> {
  const response = await send(origin, 'POST', '/api/auth/sign-in/email', {}, person);
  const cookie = response.headers
    .getSetCookie()
    .map((c) => c.split(';')[0])
    .join('; ');
  const json = async (method: string, path: string, headers: object, body?: object): Promise<unknown> =>
    (await send(origin, method, path, { cookie, ...headers }, body)).json();
  return {
    cookie: `cookie: ${cookie}\r\n`,
    get: (path) => json('GET', path, {}),
    create: async (path, body, key = randomUUID()) =>
      (await json('POST', path, { 'idempotency-key': key }, body)) as Created,
  };
}

async function send(origin: string, method: string, path: string, headers: object, body?: object): Promise<Response> {
  const response = await fetch(`${origin}${path}`, {
    method,
    headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response;
}
