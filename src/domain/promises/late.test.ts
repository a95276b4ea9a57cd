import { describe, expect, it } from 'vitest';
import { DAY } from '../shared/instant.ts';
import { amended } from './amended.ts';
import { type ReminderKind, reminderDue } from './remind.ts';

const badge = { id: 'badge', side: 'theirs', state: 'given', due: 10 * DAY, givenAt: 0 } as const;

describe('[P5] a reminder in good time, and one when it is late', () => {
  it.each<[string, Parameters<typeof reminderDue>[0], readonly ReminderKind[], number, ReminderKind | null]>([
    ['three days before there is none', badge, [], 7 * DAY, null],
    ['two days before there is one', badge, [], 8 * DAY, 'before'],
    ['but only once', badge, ['before'], 9 * DAY, null],
    ['on its very date it is not late', badge, ['before'], 10 * DAY, null],
    ['a moment later it is', badge, ['before'], 10 * DAY + 1, 'late'],
    ['and that only once as well', badge, ['late'], 15 * DAY, null],
    ['what was promised yesterday for tomorrow is fresh', { ...badge, givenAt: 8 * DAY }, [], 9 * DAY, null],
    ['what is done needs none', { ...badge, state: 'kept' }, [], 12 * DAY, null],
    ['ours is not theirs to be reminded of', { ...badge, side: 'ours' }, [], 12 * DAY, null],
  ])('%s', (_name, promise, sent, now, expected) => expect(reminderDue(promise, sent, now)).toBe(expected));
});

describe('[P5] an amendment takes the place of promises', () => {
  const visit = { id: 'visit', side: 'ours', state: 'given', due: 12 * DAY, dependsOn: 'badge' } as const;
  const test = { id: 'test', side: 'ours', state: 'at-risk', due: 13 * DAY, dependsOn: 'visit' } as const;
  const alone = { id: 'alone', side: 'ours', state: 'given', due: 12 * DAY } as const;
  it.each<[string, number, Record<string, string>]>([
    [
      'before anything is due all of it is moved',
      9 * DAY,
      { badge: 'renegotiated', visit: 'renegotiated', test: 'renegotiated', alone: 'renegotiated' },
    ],
    [
      'theirs that is late stays a miss of theirs',
      11 * DAY,
      { badge: 'broken', visit: 'renegotiated', test: 'renegotiated', alone: 'renegotiated' },
    ],
    [
      'ours that waited for it is moved even after its date; ours that waited for nobody is a miss',
      14 * DAY,
      { badge: 'broken', visit: 'renegotiated', test: 'renegotiated', alone: 'broken' },
    ],
  ])('%s', (_name, now, expected) => {
    const all = [badge, visit, test, alone];
    const got = amended(
      all,
      all.map((p) => p.id),
      now,
    );
    expect(Object.fromEntries(got.map((r) => [r.id, r.to]))).toEqual(expected);
  });
  it('only what was named, and only what is open', () => {
    expect(amended([badge, { ...visit, state: 'kept' }], ['visit'], 9 * DAY)).toEqual([]);
  });
});
