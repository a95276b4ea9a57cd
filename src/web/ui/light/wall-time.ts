import { resolveWall, wallAt } from '../../../domain/calendar/zone.ts';

/** What the clock on the wall of a zone says at an instant, as an input of type datetime-local wants it. */
export const localOf = (iso: string, zone: string): string =>
  new Date(wallAt(zone, Date.parse(iso))).toISOString().slice(0, 16);

/** The instant at which the clock of a zone says this; null while it is not a date. `moved`: the clock is put forward or back just then. */
export function momentOf(local: string, zone: string): { iso: string; moved: boolean } | null {
  const wall = Date.parse(`${local}Z`);
  if (Number.isNaN(wall)) return null;
  const { instant, shift } = resolveWall(zone, wall);
  return { iso: new Date(instant).toISOString(), moved: shift !== 'none' };
}
