import { useState } from 'react';

/**
 * Updates never move what somebody is reading: known rows stay where they are and change in place, rows that left stay until
 * asked for, new ones wait. `fresh` counts what waits.
 */
export function steady<T>(
  shown: readonly T[],
  latest: readonly T[],
  keyOf: (row: T) => string,
): { rows: T[]; fresh: number } {
  const byKey = new Map(latest.map((row) => [keyOf(row), row]));
  const rows = shown.map((row) => byKey.get(keyOf(row)) ?? row);
  const known = new Set(shown.map(keyOf));
  const gone = shown.filter((row) => !byKey.has(keyOf(row))).length;
  const lastKnown = latest.findLastIndex((row) => known.has(keyOf(row)));
  let added = 0;
  latest.forEach((row, i) => {
    if (known.has(keyOf(row))) return;
    // What comes after the last known row is a further page: it moves nothing.
    if (i > lastKnown && gone === 0) rows.push(row);
    else added += 1;
  });
  return { rows, fresh: added + gone };
}

/** `view` names what is listed (the filter): another view starts anew. `show` takes in what has waited. */
export function useSteady<T>(
  latest: readonly T[],
  keyOf: (row: T) => string,
  view: string,
): { rows: readonly T[]; fresh: number; show: () => void } {
  const [shown, setShown] = useState<{ view: string; rows: readonly T[] }>({ view, rows: latest });
  const start = shown.view !== view || shown.rows.length === 0;
  const next = start ? { rows: latest, fresh: 0 } : steady(shown.rows, latest, keyOf);
  if (shown.view !== view || !same(shown.rows, next.rows)) setShown({ view, rows: next.rows });
  return { ...next, show: () => setShown({ view, rows: latest }) };
}

const same = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((row, i) => row === b[i]);
