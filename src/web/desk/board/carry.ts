import type { Fate } from '../../../domain/triage/words.ts';

/** Where each cell stands on the board: the tray left of the square, reasonable above, possible right. */
const PLACES: Readonly<Record<Fate, readonly [column: number, row: number]>> = {
  'not-placed': [0, 0],
  'reasonable-not-possible': [1, 0],
  'do-it': [2, 0],
  neither: [1, 1],
  'possible-not-reasonable': [2, 1],
};
const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The cell an arrow key leads to; null where the key is no arrow. At an edge one stays. */
export function carry(from: Fate, key: string): Fate | null {
  const step = STEPS[key];
  if (!step) return null;
  const [column, row] = PLACES[from];
  // The tray is as high as the square: from it, down is the lower row's first cell.
  if (from === 'not-placed' && key === 'ArrowDown') return 'neither';
  const next = (Object.keys(PLACES) as Fate[]).find((fate) => {
    const [c, r] = PLACES[fate];
    const sameRow = r === row + step[1] || (fate === 'not-placed' && step[1] === 0);
    return c === column + step[0] && sameRow;
  });
  return next ?? from;
}
