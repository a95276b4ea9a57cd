import { describe, expect, it } from 'vitest';
import type { Fate } from '../../../domain/triage/words.ts';
import { carry } from './carry.ts';

describe('[T2] a card is carried over the board with the arrows', () => {
  it.each<[Fate, string, Fate | null]>([
    ['not-placed', 'ArrowRight', 'reasonable-not-possible'],
    ['not-placed', 'ArrowDown', 'neither'],
    ['reasonable-not-possible', 'ArrowRight', 'do-it'],
    ['do-it', 'ArrowDown', 'possible-not-reasonable'],
    ['possible-not-reasonable', 'ArrowLeft', 'neither'],
    ['neither', 'ArrowLeft', 'not-placed'],
    ['neither', 'ArrowUp', 'reasonable-not-possible'],
    ['do-it', 'ArrowRight', 'do-it'],
    ['do-it', 'Enter', null],
  ])('%s, %s: %s', (from, key, to) => expect(carry(from, key)).toBe(to));
});
