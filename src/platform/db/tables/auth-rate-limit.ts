/** Generated from the catalogue: auth.rate_limit. */
export type AuthRateLimitTable = {
  key: string;
  window_start: string;
  hits: number;
};
