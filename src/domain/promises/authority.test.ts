import { describe, expect, it } from 'vitest';
import { type Demand, checkAuthority, mayApprove } from './authority.ts';
import type { AuthorityLimits } from './words.ts';

const limits = (
  hours: number,
  moneyMinor: number,
  kinds: AuthorityLimits['kinds'] = ['answer', 'visit', 'work'],
): AuthorityLimits => ({ hours, moneyMinor, currency: 'EUR', kinds });
const anna = { id: 'anna', limits: limits(4, 0) };
const lead = { id: 'lead', limits: limits(40, 500_000, ['answer', 'visit', 'work', 'discount']) };
const work = (hours: number, moneyMinor = 0): Demand => ({ hours, moneyMinor, currency: 'EUR', kind: 'work' });

describe('the authority guard', () => {
  it.each([
    [
      '[T15] four hours within a limit of four need nobody',
      { demand: work(4), by: 'anna', maker: anna },
      { kind: 'within' },
    ],
    [
      '[T15] six hours wait for the lead who was named',
      { demand: work(6), by: 'anna', maker: anna, approver: lead },
      { kind: 'ask', of: 'lead', over: ['hours'] },
    ],
    [
      '[T15] a discount is another kind of promise',
      { demand: { ...work(0, 1), kind: 'discount' as const }, by: 'anna', maker: anna, approver: lead },
      { kind: 'ask', of: 'lead', over: ['money', 'kind'] },
    ],
  ])('%s', (_name, authorityCase, expected) => {
    expect(checkAuthority(authorityCase)).toEqual({ ok: true, value: expected });
  });

  it.each([
    [
      '[T14] a promise that binds another person is refused',
      { demand: work(1), by: 'anna', maker: lead },
      'binds-others',
    ],
    [
      '[T15] over the limit without a named approver is refused',
      { demand: work(6), by: 'anna', maker: anna },
      'over-authority',
    ],
    [
      '[T15] nobody approves their own promise',
      { demand: work(6), by: 'anna', maker: anna, approver: anna },
      'approver-is-maker',
    ],
    [
      '[T15] an approver whose own limits do not cover it cannot be asked',
      { demand: work(60), by: 'anna', maker: anna, approver: lead },
      'approver-lacks-authority',
    ],
    [
      '[T15] money in a currency without a limit is over',
      { demand: { ...work(1, 100), currency: 'PLN' }, by: 'anna', maker: anna },
      'over-authority',
    ],
  ])('%s', (_name, authorityCase, code) => {
    expect(checkAuthority(authorityCase)).toMatchObject({ ok: false, refusal: { code } });
  });

  it('[T15] what is over is named: money of another currency as such', () => {
    const foreign = { ...work(1, 100), currency: 'PLN' };
    expect(checkAuthority({ demand: foreign, by: 'anna', maker: anna })).toMatchObject({
      refusal: { data: { over: ['currency'] } },
    });
  });
  it('[T15] no money in another currency exceeds nothing', () => {
    expect(checkAuthority({ demand: { ...work(1), currency: 'PLN' }, by: 'anna', maker: anna })).toEqual({
      ok: true,
      value: { kind: 'within' },
    });
  });
  it('[T15] the one who was asked approves what their limits cover', () => {
    expect(mayApprove(work(6), 'lead', lead)).toEqual({ ok: true, value: true });
  });
  it('[T15] an approval by somebody who was not asked does not count', () => {
    expect(mayApprove(work(6), 'lead', anna)).toMatchObject({ ok: false, refusal: { code: 'not-asked-of-you' } });
  });
  it('[T15] an approval counts no longer when the approver’s limits were lowered meanwhile', () => {
    expect(mayApprove(work(6), 'lead', { id: 'lead', limits: limits(5, 0) })).toMatchObject({
      ok: false,
      refusal: { code: 'approver-lacks-authority' },
    });
  });
});
