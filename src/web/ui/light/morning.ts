/** Nine in the morning, so many days from now, by the reader's own clock. */
export function morning(now: number, days: number): string {
  const day = new Date(now);
  day.setDate(day.getDate() + days);
  day.setHours(9, 0, 0, 0);
  return day.toISOString();
}
