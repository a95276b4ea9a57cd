import type { Refusal } from '../../domain/shared/result.ts';

/** A refusal on its way to the edge: rolls the transaction back and becomes a problem detail. Not a bug, never logged as one. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

export const refused = (code: string, data?: Record<string, unknown>): Refused =>
  new Refused(data ? { code, data } : { code });

/** The value of a decision, or the refusal thrown to the edge. */
export function accepted<T>(result: { ok: true; value: T } | { ok: false; refusal: Refusal }): T {
  if (!result.ok) throw new Refused(result.refusal);
  return result.value;
}
