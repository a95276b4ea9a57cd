/** An amount in minor units (cents, grosze, kopecks) of an ISO 4217 currency. Integers only, so sums are exact. */
export type Money = { readonly minor: number; readonly currency: string };

export const isZero = (m: Money): boolean => m.minor === 0;

/** Sum of amounts of one currency. Throws on mixed currencies: adding them is a bug, never a user's mistake. */
export function sum(amounts: readonly Money[], currency: string): Money {
  let minor = 0;
  for (const a of amounts) {
    if (a.currency !== currency) throw new Error(`cannot add ${a.currency} to ${currency}`);
    minor += a.minor;
  }
  return { minor, currency };
}
