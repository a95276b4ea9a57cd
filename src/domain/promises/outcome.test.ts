import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../shared/instant.ts';
import { type Settlement, padding, renegotiate, settle, shifted, targetBefore } from './outcome.ts';

const given = 0;
const due = 4 * DAY;
const done = (more: Partial<Settlement>): Settlement => ({
  state: 'given',
  givenAt: given,
  due,
  outcome: 'kept',
  at: due,
  evidence: 'the line ran',
  ...more,
});

describe('what becomes of a promise', () => {
  it.each([
    ['[P1] done at its very date is kept', done({}), 'kept'],
    ['[P1] done an hour before is kept, not early', done({ at: due - HOUR }), 'kept'],
    ['[P1] done a day before a four-day date is kept early', done({ at: due - DAY }), 'kept-early'],
    ['[P1] more than promised, in time, is exceeded', done({ outcome: 'exceeded' }), 'exceeded'],
    ['[P1] done late is broken, with its reason', done({ at: due + HOUR, missReason: 'third-party' }), 'broken'],
    ['[P1] at risk and kept after all is kept', done({ state: 'at-risk' }), 'kept'],
    [
      '[P1] waiting for approval it can be withdrawn',
      done({ state: 'awaiting-approval', outcome: 'withdrawn', at: HOUR }),
      'withdrawn',
    ],
  ])('%s', (_name, settlement, state) => {
    expect(settle(settlement, due + DAY)).toEqual({ ok: true, value: state });
  });

  it.each([
    ['[P1] late without a reason is not called kept', done({ at: due + HOUR }), 'kept-late-is-broken'],
    ['[P1] a miss says why', done({ outcome: 'broken' }), 'miss-needs-reason'],
    ['[P1] nothing ends without evidence', done({ evidence: ' ' }), 'evidence-missing'],
    ['[P1] nothing is kept in the future', done({ at: due + 9 * DAY }), 'date-in-the-future'],
    ['[T15] what was never given cannot be kept', done({ state: 'awaiting-approval' }), 'promise-does-not-allow'],
    ['[P1] what is broken stays broken', done({ state: 'broken' }), 'promise-does-not-allow'],
  ])('%s', (_name, settlement, code) => {
    expect(settle(settlement, due + DAY)).toMatchObject({ ok: false, refusal: { code } });
  });

  it.each([
    ['[P1] before it is due a date is moved', DAY, due + DAY, 'they asked', null],
    ['[P1] after it is due it is broken, not moved', due, due + DAY, 'late', 'too-late-to-renegotiate'],
    ['[P1] a new date lies ahead', 2 * DAY, DAY, 'why', 'date-in-the-past'],
    ['[P1] moving says why', DAY, due + DAY, ' ', 'reason-missing'],
    ['[P1] the same date is no new date', DAY, due, 'why', 'same-date'],
  ])('%s', (_name, now, newDue, why, code) => {
    const result = renegotiate('given', due, newDue, why, now);
    expect(result.ok ? null : result.refusal.code).toBe(code);
  });

  it('[P1] what has ended is not moved', () => {
    expect(renegotiate('kept', due, due + DAY, 'they asked', DAY)).toMatchObject({
      refusal: { code: 'promise-does-not-allow' },
    });
  });
  it('[P1] a new date that is this very moment does not lie ahead', () => {
    expect(renegotiate('given', due, DAY, 'they asked', DAY)).toMatchObject({ refusal: { code: 'date-in-the-past' } });
  });
  it('[P1] done this very moment is not in the future', () => {
    expect(settle(done({ at: DAY }), DAY)).toEqual({ ok: true, value: 'kept-early' });
  });
  it('[P1] more than promised, but late, is broken all the same', () => {
    expect(settle(done({ outcome: 'exceeded', at: due + HOUR, missReason: 'capacity' }), due + DAY)).toEqual({
      ok: true,
      value: 'broken',
    });
  });

  it('[P2] our own target is earlier than the promised date, a fifth of the time at most three days', () => {
    expect(targetBefore(0, 5 * DAY)).toBe(4 * DAY);
    expect(targetBefore(0, 100 * DAY)).toBe(97 * DAY);
  });
  it('[P5] what waits for a late promise of theirs shifts by as much, and by nothing when they were in time', () => {
    expect(shifted(10 * DAY, 2 * DAY, 3 * DAY, 9 * DAY)).toBe(11 * DAY);
    expect(shifted(10 * DAY, 2 * DAY, null, 4 * DAY)).toBe(12 * DAY);
    expect(shifted(10 * DAY, 2 * DAY, DAY, 9 * DAY)).toBe(10 * DAY);
  });
  it('[P1] always early shows as padding, and below five nothing is said', () => {
    expect(padding(['kept-early', 'kept-early', 'kept-early', 'kept', 'broken'])).toBeNull();
    expect(padding(['kept-early', 'kept-early', 'kept-early', 'kept-early', 'kept'])).toBe(0.8);
  });
});
