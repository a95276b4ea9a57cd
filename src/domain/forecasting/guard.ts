/** What the last suggestions, each scored on its own date, say about the next one. */
export type Guard = {
  readonly scored: number;
  readonly kept: number;
  /** So few were kept that chance alone does not explain it (one-sided, 5 %). */
  readonly drifts: boolean;
  /** The chance to read the next date at, so that the stated one is kept again; the stated one itself while nothing drifts. */
  readonly readAt: number;
};

const WINDOW = 60;
const GAMMA = 0.005;
const [LEAST, MOST] = [0.01, 0.25];

/** P(X ≤ k) of a binomial with n trials. */
function atMost(k: number, n: number, p: number): number {
  let term = (1 - p) ** n;
  let sum = term;
  for (let i = 1; i <= k; i++) {
    term *= ((n - i + 1) / i) * (p / (1 - p));
    sum += term;
  }
  return sum;
}

/** Of `n` dates meant to be kept with chance `tau`, so many kept or fewer are an alarm: chance alone does it in one desk of twenty (P2). */
export function alarmAt(n: number, tau: number): number {
  let k = -1;
  while (k < n && atMost(k + 1, n, tau) <= 0.05) k++;
  return k;
}

/**
 * The due-date guard (P2). `kept` holds the suggestions whose date has come, oldest first, each scored on the date that was suggested,
 * also where another one was promised. It sees a change of the world and answers with later dates; it does not prevent one. What is known
 * only because it went quickly is never scored before its date.
 */
export function guardOf(kept: readonly boolean[], tau: number): Guard {
  const last = kept.slice(-WINDOW);
  const count = last.filter(Boolean).length;
  const drifts = last.length === WINDOW && count <= alarmAt(WINDOW, tau);
  let alpha = 1 - tau;
  if (drifts)
    for (const was of last) alpha = Math.min(MOST, Math.max(LEAST, alpha + GAMMA * (1 - tau - (was ? 0 : 1))));
  return { scored: last.length, kept: count, drifts, readAt: 1 - alpha };
}
