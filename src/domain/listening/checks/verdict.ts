/** T8: what an offer does about one entry of the ledger. */
export type Verdict = 'meets' | 'misses' | 'says-nothing';

/** Why, as a code with data; screens put it into words. */
export type Reason = { readonly code: string; readonly data?: Readonly<Record<string, unknown>> };
export type Finding = { readonly verdict: Verdict; readonly reasons: readonly Reason[] };

export const meets = (code: string, data?: Reason['data']): Finding => finding('meets', code, data);
export const misses = (code: string, data?: Reason['data']): Finding => finding('misses', code, data);
export const saysNothing = (code: string, data?: Reason['data']): Finding => finding('says-nothing', code, data);

function finding(verdict: Verdict, code: string, data?: Reason['data']): Finding {
  return { verdict, reasons: [data ? { code, data } : { code }] };
}

/** Several findings about one entry: one miss is a miss; a silence leaves the whole open; only all met is met. */
export function worst(findings: readonly Finding[]): Finding {
  const order: readonly Verdict[] = ['misses', 'says-nothing', 'meets'];
  const verdict = order.find((v) => findings.some((f) => f.verdict === v)) ?? 'says-nothing';
  return { verdict, reasons: findings.filter((f) => f.verdict === verdict).flatMap((f) => f.reasons) };
}
