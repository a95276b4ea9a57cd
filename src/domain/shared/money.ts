/** An amount in minor units (cents, grosze, kopecks) of an ISO 4217 currency. Integers only, so sums are exact. */
export type Money = { readonly minor: number; readonly currency: string };
