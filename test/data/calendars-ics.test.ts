import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { businessTime, isOpen } from '../../src/domain/calendar/business-time.ts';
import { readIcs } from '../../src/platform/calendar/ics.ts';
import { breaksFrom } from '../../src/platform/calendar/ics-breaks.ts';
import { DATA, filesBelow } from './corpus.ts';

const files = filesBelow(`${DATA}/calendars`).filter((f) => f.endsWith('.ics'));
const HORIZON = { from: '1996-01-01', to: '2031-01-01', zone: 'Europe/Warsaw' };
const week = Object.fromEntries(
  ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((d) => [d, [['00:00', '24:00']]]),
);

it('198 calendar files, broken ones among them: read or listed, and always a sound calendar', () => {
  expect(files).toHaveLength(198);
  const why: Record<string, number> = {};
  let withEvents = 0;
  for (const file of files) {
    const found = readIcs(readFileSync(file, 'utf8'), HORIZON);
    for (const u of found.unread) why[u.why] = (why[u.why] ?? 0) + 1;
    if (found.closed.length + found.busy.length > 0) withEvents++;
    const closed = Object.fromEntries(found.closed.map((c) => [c.date, { name: c.name || c.date, source: 'ics' }]));
    const made = businessTime('Europe/Warsaw', { week, closed, breaks: breaksFrom(found.busy, 'Europe/Warsaw') });
    expect([file, made.ok]).toEqual([file, true]);
    // Open around the clock otherwise: whatever was taken is not open.
    const first = found.busy[0];
    if (made.ok && first) expect([file, isOpen(made.value, first.from)]).toEqual([file, false]);
  }
  console.log(`${files.length} files, ${withEvents} with times in ${HORIZON.from} … ${HORIZON.to}; not read:`, why);
  expect(withEvents).toBeGreaterThan(80);
});

it('cut off anywhere, none makes it fall', () => {
  for (const file of files) {
    const text = readFileSync(file, 'latin1');
    for (const share of [0.13, 0.5, 0.87]) {
      const cut = text.slice(0, Math.floor(text.length * share));
      expect(() => readIcs(cut, { ...HORIZON, from: '2024-01-01', to: '2025-01-01' })).not.toThrow();
    }
  }
});
