/**
 * A decision of the core: either the events that now are true, or a refusal.
 * A refusal is a value with a literal `code` and data; screens and mails put it into words in the reader's language.
 */
export type Refusal<Code extends string = string> = { readonly code: Code; readonly data?: Record<string, unknown> };

export type Result<T, R extends Refusal = Refusal> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: R };

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

export const refuse = <C extends string>(
  code: C,
  data?: Record<string, unknown>,
): { ok: false; refusal: Refusal<C> } => ({ ok: false, refusal: data ? { code, data } : { code } });
