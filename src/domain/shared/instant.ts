/**
 * An instant in milliseconds since 1970-01-01T00:00Z. The core never asks what time it is: `now` is always handed in.
 * Wall-clock times and zones are the business of `domain/calendar`.
 */
export type Instant = number;

export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;
