import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';

/** What somebody signed in has done before the story begins: through the doors of the product, without the pages. */
export async function done<T>(
  page: Page,
  method: 'GET' | 'POST',
  path: string,
  data?: unknown,
  seen?: number,
): Promise<T> {
  const url = new URL(path, page.url()).href;
  const headers: Record<string, string> = {
    'idempotency-key': randomUUID(),
    origin: new URL(url).origin,
    ...(seen === undefined ? {} : { 'if-match': `"${seen}"` }),
  };
  const answer = await page.request.fetch(url, { method, headers, ...(data === undefined ? {} : { data }) });
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** Terms of an option: so much money (minor units of EUR), so many days from now, and what we do. */
export const terms = (text: string, minor: number, days: number): Record<string, unknown> => ({
  text,
  costs: minor > 0 ? [{ label: 'Work', minor, currency: 'EUR' }] : [],
  date: { kind: 'by-hand', at: new Date(Date.now() + days * 86_400_000).toISOString() },
  effortHours: 2,
  scopeIn: [],
  scopeOut: [],
  assumptions: [],
  weDo: [{ text }],
  youDo: [],
  meets: [],
  misses: [],
});
