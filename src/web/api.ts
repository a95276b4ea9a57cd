import type { Problem } from '../contract/common.ts';
import type { Endpoint } from '../contract/endpoint.ts';
import { noteConnection, waitForConnection } from './connection.ts';
import { type Intent, intentOf } from './intent.ts';

/** What the server refused, in the words of RFC 9457; `code` is put into the reader's language by the page. */
export class ApiProblem extends Error {
  readonly code: string;
  readonly status: number;
  readonly data: Record<string, unknown>;
  constructor(problem: Pick<Problem, 'code' | 'status' | 'data'>) {
    super(problem.code);
    this.code = problem.code;
    this.status = problem.status;
    this.data = problem.data ?? {};
  }
}

type Given<K extends string, T> = undefined extends T ? object : { readonly [key in K]: T };
export type Input<E> =
  E extends Endpoint<infer P, infer Q, infer B, unknown>
    ? Given<'params', P> &
        (undefined extends Q ? object : { readonly query?: Partial<Q> }) &
        Given<'body', B> & { readonly ifMatch?: string | number }
    : never;
export type Output<E> =
  E extends Endpoint<never, never, never, infer R>
    ? R
    : E extends Endpoint<infer _P, infer _Q, infer _B, infer R>
      ? R
      : never;

type Loose = {
  readonly params?: Record<string, string>;
  readonly query?: Record<string, unknown>;
  readonly body?: unknown;
  readonly ifMatch?: string | number;
};
export type Door<E> = ((input: Input<E>) => Promise<Output<E>>) & { readonly path: string };

/**
 * The caller of one endpoint. Only its types come from the contract, so no schema travels to the browser; method and path are
 * checked by the compiler against the declaration.
 */
export function door<E extends { method: string; path: string }>(method: E['method'], path: E['path']): Door<E> {
  const call = async (input: Input<E>): Promise<Output<E>> => (await send(method, path, input as Loose)) as Output<E>;
  return Object.assign(call, { path });
}

const TIMEOUT = 30_000;
/** Twelve seconds in all: a database that is restarted or a tunnel on the way to work is nobody's business but ours. */
const PAUSES = [1_000, 2_000, 4_000, 5_000];

async function send(method: string, path: string, { params = {}, query = {}, body, ifMatch }: Loose): Promise<unknown> {
  const url = path.replace(/:(\w+)/g, (_all, name: string) => encodeURIComponent(params[name] ?? '')) + search(query);
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (ifMatch !== undefined) headers['if-match'] = `"${ifMatch}"`;
  const text = body === undefined ? null : JSON.stringify(body);
  const intent = method === 'POST' ? intentOf(`${url} ${text ?? ''}`) : null;
  if (intent) headers['idempotency-key'] = intent.key;
  // A change guarded by a version and without a key could be taken twice for somebody else's if its answer was lost.
  const repeatable = ifMatch === undefined || intent !== null;
  for (let tried = 0; ; tried += 1) {
    try {
      return await once(url, { method, headers, body: text, credentials: 'same-origin' }, intent);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      const pause = PAUSES[tried];
      const passing = error.status === 503 || error.code === 'still-running' || (error.status === 0 && repeatable);
      if (!passing || pause === undefined) throw error;
      await waitForConnection(pause);
    }
  }
}

async function once(url: string, init: RequestInit, intent: Intent | null): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(url, { ...init, signal: AbortSignal.timeout(TIMEOUT) });
  } catch (error) {
    noteConnection('away');
    const late = error instanceof DOMException && error.name === 'TimeoutError';
    throw new ApiProblem({ code: 'offline', status: late ? 408 : 0 });
  }
  const value: unknown = await response.json().catch(() => null);
  if (response.ok && value !== null) {
    noteConnection('fine');
    intent?.done();
    return value;
  }
  const problem = (value ?? {}) as Partial<Problem>;
  if (response.status === 401) noteConnection('signed-out');
  else noteConnection(response.status === 503 ? 'away' : 'fine');
  if (response.status !== 503 && problem.code !== 'still-running') intent?.done();
  throw new ApiProblem({ code: 'unexpected', ...problem, status: response.status });
}

function search(query: Record<string, unknown>): string {
  const given = Object.entries(query).filter(([, v]) => v !== undefined && v !== null && v !== '');
  return given.length ? `?${new URLSearchParams(given.map(([k, v]) => [k, String(v)])).toString()}` : '';
}
