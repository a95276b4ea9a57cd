import { describe, expect, it } from 'vitest';
import { terms } from '../negotiation/terms.fixture.ts';
import { undertakenIn } from './undertakings.ts';

describe('[P4] an accord in force gives rise to promises of both sides', () => {
  it('theirs first, each with its own date or that of the accord', () => {
    const found = undertakenIn(
      terms({
        date: { kind: 'by-hand', at: 9 },
        weDo: [
          { text: 'relay', due: 5 },
          { text: 'test', hours: 2 },
        ],
        youDo: [{ text: 'gate' }],
      }),
      99,
    );
    expect(found.map((u) => [u.side, u.text, u.due, u.hours])).toEqual([
      ['theirs', 'gate', 9, 0],
      ['ours', 'relay', 5, 0],
      ['ours', 'test', 9, 2],
    ]);
  });

  it.each([
    ['of a forecast the 9-of-10 date is promised', { kind: 'forecast', p50: 3, p90: 7 }, 7],
    ['without a date the one named when signing', { kind: 'none', why: 'open' }, 99],
  ] as const)('%s', (_name, date, due) => expect(undertakenIn(terms({ date, youDo: [] }), 99)[0]?.due).toBe(due));

  it('a single piece of work carries the whole effort', () => {
    expect(undertakenIn(terms({ effortHours: 6, weDo: [{ text: 'relay' }] }), 99)[1]?.hours).toBe(6);
  });

  it('[P5] what waits for them points to what they do', () => {
    const found = undertakenIn(
      terms({ weDo: [{ text: 'a' }, { text: 'b' }], youDo: [{ text: 'paper' }, { text: 'gate', before: 1 }] }),
      99,
    );
    expect(found.map((u) => u.waitsFor)).toEqual([undefined, undefined, undefined, 1]);
  });
});
