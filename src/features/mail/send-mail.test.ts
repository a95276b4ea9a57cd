import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../domain/shared/instant.ts';
import type { SendOutcome } from '../../platform/mail/smtp.ts';
import { whatBecame } from './send-mail.ts';

const later: SendOutcome = { kind: 'retry', reason: '451 later', code: 451, throttled: false };

describe('what becomes of an attempt to send', () => {
  it.each<[number, number]>([
    [1, MINUTE],
    [2, 5 * MINUTE],
    [3, 15 * MINUTE],
    [4, HOUR],
    [5, 3 * HOUR],
    [6, 6 * HOUR],
    [30, 6 * HOUR],
  ])('[F-37] attempt %i that may be tried again waits %i ms', (attempt, wait) => {
    expect(whatBecame(later, attempt, 0, DAY)).toEqual({
      state: 'retry',
      lastError: '451 later',
      notBefore: DAY + wait,
    });
  });

  it('after five days it is given up', () => {
    expect(whatBecame(later, 9, 0, 5 * DAY)).toMatchObject({ state: 'retry' });
    expect(whatBecame(later, 9, 0, 5 * DAY + 1)).toEqual({ state: 'failed', lastError: '451 later' });
  });

  it.each<[string, SendOutcome, string]>([
    ['taken', { kind: 'sent', response: '250 ok' }, 'sent'],
    ['refused for good', { kind: 'failed', reason: '550 no', code: 550 }, 'failed'],
    ['silence after the body began to leave', { kind: 'unknown', reason: 'timeout' }, 'unknown'],
  ])('[F-39] %s is never tried again', (_name, outcome, state) => {
    const settled = whatBecame(outcome, 1, 0, 0);
    expect([settled.state, settled.notBefore]).toEqual([state, undefined]);
  });
});
