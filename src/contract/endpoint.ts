import type { ZodType, output } from 'zod';

/** Who may call: the kernel refuses everyone else before the handler sees anything. `room` is a contact in the client's room. */
export type Access = 'public' | 'agent' | 'lead' | 'owner' | 'room';

/**
 * One door of the product, said once: the server serves it, the pages call it, OpenAPI describes it.
 * `creates` asks for an Idempotency-Key; `ifMatch` asks for the ETag of what the person has seen (428 without, 412 when it has moved on).
 */
export type Endpoint<P = unknown, Q = unknown, B = unknown, R = unknown> = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly access: Access;
  readonly summary: string;
  readonly params?: ZodType<P>;
  readonly query?: ZodType<Q>;
  readonly body?: ZodType<B>;
  readonly response: ZodType<R>;
  readonly status?: 200 | 201 | 202;
  readonly creates?: boolean;
  readonly ifMatch?: boolean;
  /** A door of the room that is open before the mailbox is proven: all others only let such a device look. */
  readonly beforeProof?: boolean;
};

type Shape = Omit<Endpoint, 'params' | 'query' | 'body' | 'response'> & {
  readonly params?: ZodType;
  readonly query?: ZodType;
  readonly body?: ZodType;
  readonly response: ZodType;
};

type Out<T> = T extends ZodType ? output<T> : undefined;

/** Keeps the schemas' types and the very method and path, so that handler and caller are checked against the same words. */
export const endpoint = <const S extends Shape>(
  shape: S,
): Endpoint<Out<S['params']>, Out<S['query']>, Out<S['body']>, Out<S['response']>> & Pick<S, 'method' | 'path'> =>
  shape as never;
