import { describe, expect, it } from 'vitest';
import { liftConstraint } from './constraints.ts';
import { differences } from './difference.ts';
import { fate } from './fate.ts';
import { place } from './place.ts';
import { AXES, type Placement } from './words.ts';

const yes: Placement = { side: 'ours', reasonable: 'yes', possible: 'yes', reason: 'within hours' };
const outsideHours: Placement = {
  ...yes,
  reasonable: 'no',
  reasonableKind: 'outside-hours',
  reason: 'asked for Saturday',
};
const noCrew: Placement = {
  ...yes,
  possible: 'no',
  possibleKind: 'capacity',
  reason: 'nobody free',
  evidence: 'roster of week 11',
};

describe('[T2] four fates and a tray', () => {
  it.each([
    ['yes', 'yes', 'do-it'],
    ['yes', 'no', 'reasonable-not-possible'],
    ['no', 'yes', 'possible-not-reasonable'],
    ['no', 'no', 'neither'],
  ] as const)('reasonable %s, possible %s: %s', (reasonable, possible, cell) =>
    expect(fate(reasonable, possible)).toBe(cell),
  );

  it('as long as one answer is missing it is not placed', () => {
    for (const axis of AXES)
      expect([fate('unknown', axis), fate(axis, 'unknown')]).toEqual(['not-placed', 'not-placed']);
  });
});

describe('placing a request', () => {
  it.each<[string, Placement, string]>([
    ['[T1] yes and yes, with a reason', yes, 'do-it'],
    ['[T2] a move without a reason', { ...yes, reason: ' ' }, 'reason-missing'],
    ['[T1] not reasonable, with its kind', outsideHours, 'possible-not-reasonable'],
    ['[T1] not reasonable, without a kind', { ...yes, reasonable: 'no' }, 'unreasonable-needs-kind'],
    ['[T1] impossible, with kind and evidence', noCrew, 'reasonable-not-possible'],
    ['[T1] impossible, without a kind', { ...yes, possible: 'no' }, 'impossible-needs-kind'],
    ['[T1] impossible, without evidence', { ...noCrew, evidence: ' ' }, 'impossible-needs-evidence'],
    ['[T1] a kind of no beside a yes', { ...yes, possibleKind: 'capacity' }, 'kind-without-no'],
    [
      '[T1] a kind of no beside not yet known',
      { ...yes, reasonable: 'unknown', reasonableKind: 'outside-scope' },
      'kind-without-no',
    ],
    [
      '[T19] the client places by a touch',
      { side: 'theirs', reasonable: 'yes', possible: 'no', reason: '' },
      'reasonable-not-possible',
    ],
  ])('%s', (_name, placement, expected) => {
    const result = place({ phase: 'initiation', now: {} }, placement);
    expect(result.ok ? result.value[0]?.to : result.refusal.code).toBe(expected);
  });

  it('[T10] the first position of each side is marked, later ones are not', () => {
    const first = place({ phase: 'initiation', now: { theirs: { ...yes, side: 'theirs' } } }, outsideHours);
    const later = place({ phase: 'initiation', now: { ours: outsideHours } }, yes);
    expect([first.ok && first.value[0]?.first, later.ok && later.value[0]?.first]).toEqual([true, false]);
  });

  it('[T2] a move says where from and where to', () => {
    const moved = place({ phase: 'resolution', now: { ours: outsideHours } }, yes);
    expect(moved.ok && moved.value[0]).toMatchObject({ from: 'possible-not-reasonable', to: 'do-it' });
  });

  it('[T2] saying the same again is no move', () => {
    expect(place({ phase: 'initiation', now: { ours: noCrew } }, { ...noCrew, reason: ' nobody free ' })).toEqual({
      ok: true,
      value: [],
    });
  });

  it('[T2] a new reason in the same cell is history too', () => {
    const result = place({ phase: 'initiation', now: { ours: noCrew } }, { ...noCrew, reason: 'the crew is ill' });
    expect(result.ok && result.value.length).toBe(1);
  });

  it('[T2] a closed request stays where it was', () => {
    expect(place({ phase: 'closed', now: {} }, yes)).toEqual({ ok: false, refusal: { code: 'request-is-closed' } });
  });
});

describe('[T19] where the sides differ', () => {
  it.each([
    ['both agree', 'yes', 'no', 'yes', 'no', []],
    ['they find it reasonable, we do not', 'no', 'yes', 'yes', 'yes', ['reasonable']],
    ['they think it can be done, we do not', 'yes', 'no', 'yes', 'yes', ['possible']],
    ['on both', 'no', 'no', 'yes', 'yes', ['reasonable', 'possible']],
    ['who does not know yet does not differ', 'no', 'unknown', 'unknown', 'yes', []],
  ] as const)('%s', (_name, r1, p1, r2, p2, axes) => {
    expect(differences({ reasonable: r1, possible: p1 }, { reasonable: r2, possible: p2 }).map((d) => d.axis)).toEqual(
      axes,
    );
  });

  it('one side alone differs from nobody', () => expect(differences(yes, undefined)).toEqual([]));
});

describe('[T1] a constraint that is lifted', () => {
  const blocked = [
    { requestId: 'a', phase: 'initiation', constraintIds: ['crane'] },
    { requestId: 'b', phase: 'resolution', constraintIds: ['crane', 'permit'] },
    { requestId: 'c', phase: 'initiation', constraintIds: ['permit'] },
    { requestId: 'd', phase: 'closed', constraintIds: ['crane'] },
  ] as const;
  it('brings back what it alone blocked; what a second one holds stays; closed ones rest', () => {
    expect(liftConstraint('crane', 'the crane came', blocked)).toEqual({
      ok: true,
      value: { back: ['a'], stillBlocked: ['b'] },
    });
  });
  it('with the second one gone as well the rest comes back', () => {
    expect(liftConstraint('permit', 'granted', blocked, ['crane'])).toEqual({
      ok: true,
      value: { back: ['b', 'c'], stillBlocked: [] },
    });
  });
  it('says why, and only once', () => {
    expect(liftConstraint('crane', '', blocked)).toMatchObject({ refusal: { code: 'reason-missing' } });
    expect(liftConstraint('crane', 'x', blocked, ['crane'])).toMatchObject({
      refusal: { code: 'constraint-lifted-already' },
    });
  });
});
