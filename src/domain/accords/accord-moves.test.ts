import { describe, expect, it } from 'vitest';
import { moveAccord } from './accord-moves.ts';

describe('[P4] an accord cannot be altered, only amended by a new one', () => {
  it.each([
    ['what is in force is amended by a new accord', 'in-force', 'amend', 'amended'],
    ['what is not yet in force has nothing to amend', 'half-signed', 'amend', 'accord-not-open'],
    ['what was amended is not amended twice', 'amended', 'amend', 'accord-not-open'],
    ['a text nobody signed gives way', 'drawn-up', 'end', 'ended'],
    ['what has ended is not signed', 'ended', 'first-signature', 'accord-not-open'],
    ['a second name needs a first', 'drawn-up', 'second-signature', 'accord-not-open'],
  ] as const)('%s', (_name, state, move, expected) => {
    const result = moveAccord(state, move);
    expect(result.ok ? result.value : result.refusal.code).toBe(expected);
  });
});
