import type { Refusal } from '../../domain/shared/result.ts';

/** Refusal code → HTTP status; what is not listed is 409: the request was understood, the state says no. */
const statusOf: Record<string, number> = {
  'not-found': 404,
  'signed-out': 401,
  'not-allowed': 403,
  'wrong-origin': 403,
  'not-your-side': 403,
  'over-authority': 403,
  'not-entitled-to-sign': 403,
  'bad-input': 422,
  'period-backwards': 422,
  'idempotency-key-missing': 400,
  'idempotency-key-reused': 422,
  'if-match-missing': 428,
  stale: 412,
  'stale-wording': 412,
  'wording-changed': 412,
  'stale-closing': 412,
  'only-the-client': 403,
  'only-our-side': 403,
  'acts-for-both-sides': 403,
  'binds-others': 403,
  'not-asked-of-you': 403,
  'approver-is-maker': 403,
  'too-many': 429,
  'too-large': 413,
  'wrong-content-type': 415,
  busy: 503,
  'mail-bad-address': 422,
  'mail-bad-header': 422,
  'file-missing': 410,
  'disk-full': 507,
  'sign-in-failed': 401,
  'prove-mailbox': 403,
  'code-wrong': 403,
  'code-expired': 410,
  'link-invalid': 404,
  'link-expired': 410,
  unexpected: 500,
};

export type ProblemBody = { type: string; title: string; status: number; code: string; data?: Record<string, unknown> };

export function problem(refusal: Refusal): ProblemBody {
  const status = statusOf[refusal.code] ?? 409;
  const body = {
    type: `urn:parley:problem:${refusal.code}`,
    title: refusal.code.replaceAll('-', ' '),
    status,
    code: refusal.code,
  };
  return refusal.data ? { ...body, data: refusal.data } : body;
}

/** What PostgreSQL refuses by itself (migration 0004-guards) and what its faults mean to a person. */
export function refusalOfDatabase(error: unknown): Refusal | null {
  if (!(error instanceof Error)) return null;
  // The sign-in library wraps what its database said.
  if (error.cause instanceof Error) return refusalOfDatabase(error.cause);
  const code = 'code' in error ? String(error.code) : '';
  const own: Record<string, string> = {
    P0R01: 'past-cannot-change',
    P0R02: 'accord-cannot-change',
    P0R03: 'closing-message-first',
    P0R04: 'over-authority',
    P0R05: 'contact-not-active',
  };
  if (own[code]) return { code: own[code] };
  if (code === '53100' || code === 'ENOSPC') return { code: 'disk-full' };
  if (code === '40001' || code === '40P01') return { code: 'changed-meanwhile' };
  const down = [
    'ECONNREFUSED',
    'ECONNRESET',
    'ENOENT',
    'EPIPE',
    '57P01',
    '57P02',
    '57P03',
    '08006',
    '08003',
    '55P03',
    '53300',
    '57014',
    '25006',
  ];
  if (
    down.includes(code) ||
    /timeout exceeded when trying to connect|Connection terminated|connection timeout/i.test(error.message)
  )
    return { code: 'busy' };
  return null;
}
