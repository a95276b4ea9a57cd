import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, type Instant, MINUTE } from '../shared/instant.ts';
import { add, between, type BusinessTime, businessTime, nextOpen } from './business-time.ts';
import { type Clock, dueAt, readClock, startOf, usedAt, warnAt } from './clock.ts';
import { pauseClock, reopenClock, resumeClock, retargetClock, stopClock } from './clock-moves.ts';
import { doubtfulPauses } from './doubtful-pauses.ts';
import { AROUND_THE_CLOCK, type CalendarRules } from './rules.ts';
import { formatLocal, parseTime } from './time-text.ts';

const open = (rules: CalendarRules): BusinessTime => {
  const made = businessTime('Europe/Warsaw', rules);
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return made.value;
};
const hours = [['09:00', '17:00']] as const;
const office = open({ week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours } });
const always = open(AROUND_THE_CLOCK);

const at = (typed: string): Instant => parseTime(typed, 'Europe/Warsaw')?.instant ?? NaN;
const shown = (t: Instant | null): string | null => (t === null ? null : formatLocal('Europe/Warsaw', t).slice(0, 16));
const clock = (start: string, target: number, kind: Clock['kind'] = 'resolution'): Clock => ({
  kind,
  terms: [{ from: at(start), time: office, target }],
  pauses: [],
  stoppedAt: null,
});
const waiting = (from: string, to: string | null) =>
  ({ from: at(from), to: to === null ? null : at(to), reason: 'waiting-for-client', by: 'Anna' }) as const;
const must = <T>(r: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T => {
  if (!r.ok) throw new Error(r.refusal.code);
  return r.value;
};
const monday = clock('2026-03-09T10:00', 8 * HOUR);

describe('a clock that pauses', () => {
  it('waiting for the client from Monday to Wednesday shifts the deadline by the open time in between', () => {
    const paused: Clock = { ...monday, pauses: [waiting('2026-03-09T15:00', '2026-03-11T11:00')] };
    expect(shown(dueAt(paused, at('2026-03-11T12:00')))).toBe('2026-03-11T14:00');
    expect(usedAt(paused, at('2026-03-11T12:00'))).toBe(6 * HOUR);
  });

  it.each([
    ['a weekend', '2026-03-14T10:00', '2026-03-15T20:00'],
    ['an evening', '2026-03-12T18:00', '2026-03-13T08:00'],
  ])('a pause over %s adds nothing', (_, from, to) => {
    const long = clock('2026-03-12T16:00', 12 * HOUR);
    const now = at('2026-03-16T12:00');
    expect(dueAt({ ...long, pauses: [waiting(from, to)] }, now)).toBe(dueAt(long, now));
  });

  it('while it stands still there is no due date, only what is left', () => {
    const paused: Clock = { ...monday, pauses: [waiting('2026-03-09T15:00', null)] };
    expect(readClock(paused, at('2026-03-20T12:00'))).toEqual({
      state: 'paused',
      used: 5 * HOUR,
      left: 3 * HOUR,
      due: null,
      breached: false,
    });
  });

  it('a planned end is a plan: there is no due date before it comes, and one by itself after', () => {
    const paused: Clock = { ...monday, pauses: [waiting('2026-03-09T15:00', '2026-03-11T11:00')] };
    expect(readClock(paused, at('2026-03-10T12:00'))).toMatchObject({ state: 'paused', due: null, left: 3 * HOUR });
    expect(readClock(paused, at('2026-03-11T11:00'))).toMatchObject({ state: 'running', due: at('2026-03-11T14:00') });
  });

  it('a deadline that passed before the pause stays passed', () => {
    const late: Clock = { ...monday, pauses: [waiting('2026-03-11T15:00', null)] };
    expect(readClock(late, at('2026-03-12T12:00'))).toMatchObject({
      due: at('2026-03-10T10:00'),
      breached: true,
      left: -13 * HOUR,
    });
  });

  it('a clock that starts outside hours keeps its real arrival and counts from the opening', () => {
    const saturday = clock('2026-03-14T12:00', 2 * HOUR);
    expect(shown(startOf(saturday))).toBe('2026-03-14T12:00');
    expect(shown(dueAt(saturday, at('2026-03-14T12:00')))).toBe('2026-03-16T11:00');
  });

  it('warnings fall into hours', () => {
    const late = clock('2026-03-13T15:00', 4 * HOUR);
    expect(shown(warnAt(late, at('2026-03-13T15:00'), 0.75))).toBe('2026-03-16T10:00');
  });

  it('breach is after the due instant, not at it', () => {
    const due = at('2026-03-10T10:00');
    expect(readClock(monday, due).breached).toBe(false);
    expect(readClock(monday, due + 1).breached).toBe(true);
  });
});

describe('moves of a clock', () => {
  const pause = { ...waiting('2026-03-09T12:00', null), knowledgePauseAgreed: false };
  it.each([
    [
      'a first answer never pauses',
      clock('2026-03-09T10:00', HOUR, 'first-response'),
      pause,
      'first-response-never-pauses',
    ],
    [
      'a knowledge pause needs the agreement',
      monday,
      { ...pause, reason: 'knowledge-pause' as const },
      'knowledge-pause-not-agreed',
    ],
    ['one pause at a time', { ...monday, pauses: [waiting('2026-03-09T11:00', null)] }, pause, 'already-paused'],
    ['a stopped clock does not pause', stopClock(monday, at('2026-03-09T11:00')), pause, 'clock-stopped'],
    ['an end before the beginning', monday, { ...pause, to: at('2026-03-09T11:00') }, 'ends-before-it-begins'],
  ])('%s', (_, c, command, code) => expect(pauseClock(c, command)).toMatchObject({ ok: false, refusal: { code } }));

  it('[S11] a suspension stops the clock and the decision starts it again', () => {
    const suspended = must(pauseClock(monday, { ...pause, reason: 'suspended' }));
    expect(dueAt(suspended, at('2026-03-10T12:00'))).toBeNull();
    const decided = must(resumeClock(suspended, at('2026-03-12T09:00'), 'decision'));
    expect(shown(dueAt(decided, at('2026-03-12T09:00')))).toBe('2026-03-12T15:00');
    expect(decided.pauses[0]).toMatchObject({ reason: 'suspended', endedBy: 'decision' });
    expect(resumeClock(decided, at('2026-03-12T10:00'), 'decision')).toMatchObject({
      ok: false,
      refusal: { code: 'not-paused' },
    });
  });

  it('a new target keeps what was used and the pauses that were taken', () => {
    const paused: Clock = { ...monday, pauses: [waiting('2026-03-09T12:00', '2026-03-09T14:00')] };
    const urgent = must(retargetClock(paused, { from: at('2026-03-09T15:00'), time: office, target: 4 * HOUR }));
    expect(shown(dueAt(urgent, at('2026-03-09T15:00')))).toBe('2026-03-09T16:00');
    const relaxed = must(retargetClock(urgent, { from: at('2026-03-09T15:30'), time: office, target: 10 * HOUR }));
    expect(shown(dueAt(relaxed, at('2026-03-09T15:30')))).toBe('2026-03-10T14:00');
    expect(retargetClock(relaxed, { from: at('2026-03-09T15:00'), time: office, target: HOUR })).toMatchObject({
      ok: false,
    });
  });

  it('a target that is exceeded the moment it holds is due at that moment', () => {
    const strict = must(retargetClock(monday, { from: at('2026-03-09T15:00'), time: office, target: HOUR }));
    expect(shown(dueAt(strict, at('2026-03-09T16:00')))).toBe('2026-03-09T15:00');
  });

  it('a change of calendar counts each part by its own hours', () => {
    const wider = must(retargetClock(monday, { from: at('2026-03-09T16:00'), time: always, target: 8 * HOUR }));
    expect(shown(dueAt(wider, at('2026-03-09T16:00')))).toBe('2026-03-09T18:00');
  });

  it('re-opened within the grace period it goes on without the time it was closed', () => {
    const solved = stopClock(monday, at('2026-03-09T14:00'));
    expect(readClock(solved, at('2026-03-20T12:00'))).toMatchObject({
      state: 'stopped',
      used: 4 * HOUR,
      breached: false,
    });
    const again = must(reopenClock(solved, at('2026-03-11T09:00'), at('2026-03-16T17:00'), 'client'));
    expect(shown(dueAt(again, at('2026-03-11T09:00')))).toBe('2026-03-11T13:00');
    expect(reopenClock(solved, at('2026-03-18T09:00'), at('2026-03-16T17:00'), 'client')).toMatchObject({
      refusal: { code: 'grace-passed' },
    });
    expect(reopenClock(monday, at('2026-03-11T09:00'), at('2026-03-16T17:00'), 'client')).toMatchObject({
      refusal: { code: 'not-stopped' },
    });
  });

  it('stopping twice keeps the first time', () => {
    expect(stopClock(stopClock(monday, 5), 9).stoppedAt).toBe(5);
  });

  it('closed while paused, re-opened: the spans do not overlap', () => {
    const paused = stopClock({ ...monday, pauses: [waiting('2026-03-09T12:00', null)] }, at('2026-03-09T14:00'));
    const again = must(reopenClock(paused, at('2026-03-10T09:00'), at('2026-03-16T17:00'), 'client'));
    expect(again.pauses.map((p) => [shown(p.from), shown(p.to)])).toEqual([
      ['2026-03-09T12:00', '2026-03-09T14:00'],
      ['2026-03-09T14:00', '2026-03-10T09:00'],
    ]);
  });
});

describe('laws of clocks', () => {
  const start = fc.integer({ min: at('2026-03-01'), max: at('2026-03-20') });
  const gaps = fc.array(fc.tuple(fc.integer({ min: 1, max: 2 * DAY }), fc.integer({ min: 1, max: 3 * DAY })), {
    maxLength: 5,
  });
  const target = fc.integer({ min: 1, max: 60 * 60 }).map((m) => m * MINUTE);
  const pausesFrom = (from: Instant, list: readonly [number, number][]): Clock['pauses'] => {
    let t = from;
    return list.map(([run, rest]) => {
      const pause = { from: t + run, to: t + run + rest, reason: 'waiting-for-client', by: 'Anna' } as const;
      t = pause.to;
      return pause;
    });
  };

  it('due is the target and the open time of all pauses after the first opening', () => {
    fc.assert(
      fc.property(start, gaps, target, (from, list, goal) => {
        const pauses = pausesFrom(from, list);
        const c: Clock = { kind: 'resolution', terms: [{ from, time: office, target: goal }], pauses, stoppedAt: null };
        const now = (pauses.at(-1)?.to ?? from) + 1;
        const due = dueAt(c, now);
        const taken = pauses.filter((p) => due !== null && p.from < due);
        const paused = taken.reduce((sum, p) => sum + between(office, p.from, Math.min(p.to ?? 0, due ?? 0)), 0);
        expect(due).toBe(add(office, nextOpen(office, from), goal + paused));
        const resumed = taken.at(-1)?.to;
        if (resumed) expect(due).toBe(add(office, resumed, goal - usedAt(c, resumed)));
        expect(usedAt(c, due ?? 0)).toBe(goal);
      }),
      { numRuns: 300 },
    );
  });
});

describe('pauses that do not look right', () => {
  const paused: Clock = { ...monday, pauses: [waiting('2026-03-09T15:00', '2026-03-11T11:00')] };
  it.each([
    ['the client had answered three hours before', [['2026-03-09T12:00', 'client', false]], 'answered-before'],
    [
      'we asked after that',
      [
        ['2026-03-09T12:00', 'client', false],
        ['2026-03-09T14:59', 'us', false],
      ],
      null,
    ],
    [
      'the client wrote and it went on',
      [
        ['2026-03-09T14:59', 'us', false],
        ['2026-03-10T09:00', 'client', false],
      ],
      'answered-during',
    ],
    [
      'only an automatic reply came',
      [
        ['2026-03-09T14:59', 'us', false],
        ['2026-03-10T09:00', 'client', true],
      ],
      null,
    ],
    [
      'the answer that ended it',
      [
        ['2026-03-09T14:59', 'us', false],
        ['2026-03-11T11:00', 'client', false],
      ],
      null,
    ],
  ] as const)('%s', (_, messages, why) => {
    const found = doubtfulPauses(
      paused,
      messages.map(([t, by, automatic]) => ({ at: at(t), by, automatic })),
    );
    expect(found.map((d) => d.why)).toEqual(why === null ? [] : [why]);
  });

  it('a suspension is not waiting for the client', () => {
    const suspended: Clock = { ...paused, pauses: paused.pauses.map((p) => ({ ...p, reason: 'suspended' as const })) };
    expect(doubtfulPauses(suspended, [{ at: at('2026-03-09T12:00'), by: 'client', automatic: false }])).toEqual([]);
  });
});
