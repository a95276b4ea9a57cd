import { expect, it } from 'vitest';
import { backoff, deadline, Waker } from './imap-timing.ts';

it.each([
  ['the first pause', 1, 0, 1000],
  ['the second', 2, 0, 2000],
  ['with luck only half', 2, 1, 1000],
  ['never more than the most', 50, 0, 300_000],
])('%s', (_, failures, random, wanted) => expect(backoff(failures, 1000, 300_000, random)).toBe(wanted));

it('an answer that does not come is an error with its name', async () => {
  await expect(deadline(new Promise(() => undefined), 5, 'list')).rejects.toThrow('no answer to "list" within 5 ms');
  await expect(deadline(Promise.resolve(1), 1000, 'list')).resolves.toBe(1);
  await expect(deadline(Promise.reject(new Error('no')), 1000, 'list')).rejects.toThrow('no');
});

it('news that came before the sleep ends it at once, unless it is old', async () => {
  const waker = new Waker();
  waker.wake();
  await waker.sleep(1_000_000);
  waker.wake();
  const slept = waker.sleep(1_000_000, true).then(() => 'woken');
  waker.wake();
  expect(await slept).toBe('woken');
});
