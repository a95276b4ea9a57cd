import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Side } from '../request/words.ts';
import { apply, applyAll } from './apply.ts';
import { decide } from './decide.ts';
import { NOW, say } from './decide.fixture.ts';
import type { NegotiationEvent } from './events.ts';
import { type Moment, SIDE, life, play, stance } from './model.fixture.ts';
import { findOption, hashOf } from './table.ts';

const agreements = (
  moments: readonly Moment[],
): readonly (Moment & { event: Extract<NegotiationEvent, { kind: 'agreed' }> })[] =>
  moments.filter(
    (m): m is Moment & { event: Extract<NegotiationEvent, { kind: 'agreed' }> } => m.event.kind === 'agreed',
  );

const RUNS = { numRuns: 1_000 };

describe('[T7] whatever happens at the table, in whatever order', () => {
  it('nothing is agreed without two earlier yeses to one wording by two people of two sides', () => {
    let reached = 0;
    fc.assert(
      fc.property(life, ([start, list]) => {
        for (const { event, earlier } of agreements(play(list, start).moments)) {
          reached += 1;
          const yes = earlier.flatMap((e) =>
            e.kind === 'stance-taken' &&
            e.stance.kind === 'works' &&
            e.optionId === event.optionId &&
            e.stance.hash === event.hash
              ? [e.stance]
              : [],
          );
          const ours = yes.filter((s) => s.side === 'ours').map((s) => s.personId);
          const theirs = yes.filter((s) => s.side === 'theirs').map((s) => s.personId);
          expect(ours.length).toBeGreaterThan(0);
          expect(theirs.length).toBeGreaterThan(0);
          expect(ours.filter((p) => theirs.includes(p))).toEqual([]);
        }
      }),
      RUNS,
    );
    expect(reached).toBeGreaterThan(50);
  });

  it('what is agreed is the wording in force, on the table, valid, not suspended, not paused, not closed', () => {
    fc.assert(
      fc.property(life, ([start, list]) => {
        for (const { event, before, now } of agreements(play(list, start).moments)) {
          const option = findOption(before, event.optionId);
          expect(option?.state).toBe('on-the-table');
          expect(option && hashOf(option)).toBe(event.hash);
          expect(option?.expiresAt ?? 0).toBeGreaterThan(now);
          expect(option?.completed).toBe(true);
          expect([
            before.suspended,
            before.closed,
            before.pause?.state === 'running' && before.pause.resumeAt > now,
          ]).toEqual([false, false, false]);
        }
      }),
      RUNS,
    );
  });

  it('an edit removes the agreement and every stance on the old wording', () => {
    fc.assert(
      fc.property(life, ([start, list]) => {
        for (const { event, before } of play(list, start).moments) {
          if (event.kind !== 'option-edited') continue;
          const option = findOption(apply(before, event), event.optionId);
          expect(option?.state).not.toBe('agreed');
          expect(option?.stances).toEqual([]);
        }
      }),
      RUNS,
    );
  });

  it('at most one option is agreed, at most one round is open, a signed agreement stays', () => {
    fc.assert(
      fc.property(life, ([start, list]) => {
        let table = start;
        for (const { event, before } of play(list, start).moments) {
          if (before.signed)
            expect(
              ['option-edited', 'stance-withdrawn'].includes(event.kind) && 'wasAgreed' in event && event.wasAgreed,
            ).toBe(false);
          table = apply(before, event);
        }
        expect(table.options.filter((o) => o.state === 'agreed').length).toBeLessThanOrEqual(1);
        expect(table.rounds.filter((r) => r.outcome === undefined).length).toBeLessThanOrEqual(1);
      }),
      RUNS,
    );
  });

  it('stances always speak about the wording in force; nobody acts for both sides', () => {
    fc.assert(
      fc.property(life, ([start, list]) => {
        const { table, moments } = play(list, start);
        for (const o of table.options) for (const s of o.stances) expect(s.hash).toBe(hashOf(o));
        const sides = new Map<string, Side>();
        const acted = moments.flatMap(({ event: e }): { personId: string; side: Side }[] =>
          e.kind === 'stance-taken' ? [e.stance] : 'personId' in e ? [e] : [],
        );
        for (const { personId, side } of acted) {
          expect(sides.get(personId) ?? side).toBe(side);
          sides.set(personId, side);
        }
      }),
      RUNS,
    );
  });

  it('replaying the events gives the same table', () => {
    fc.assert(
      fc.property(life, ([start, list]) => {
        const { table, moments } = play(list, start);
        const { closed, suspended, signed } = table;
        expect({
          ...applyAll(
            start,
            moments.map((m) => m.event),
          ),
          closed,
          suspended,
          signed,
        }).toEqual(table);
      }),
      RUNS,
    );
  });

  it('saying the same again changes nothing', () => {
    fc.assert(
      fc.property(life, stance, SIDE, ([start, list], given, side) => {
        const { table } = play(list, start);
        const first = decide(table, say(side, given), NOW);
        if (!first.ok) return;
        const later = applyAll(table, first.value);
        // The answer that completed a round may have made another option the agreed one; this one is closed then.
        const overtaken = findOption(later, given.optionId)?.state === 'superseded';
        const again = decide(later, say(side, given), NOW);
        expect(again.ok ? again.value : again.refusal.code).toEqual(overtaken ? 'option-not-open' : []);
      }),
      RUNS,
    );
  });
});
