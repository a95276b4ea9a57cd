import type { Axis, Fate } from './words.ts';

const FATE: Readonly<Record<Axis, Readonly<Record<Axis, Fate>>>> = {
  yes: { yes: 'do-it', no: 'reasonable-not-possible', unknown: 'not-placed' },
  no: { yes: 'possible-not-reasonable', no: 'neither', unknown: 'not-placed' },
  unknown: { yes: 'not-placed', no: 'not-placed', unknown: 'not-placed' },
};

/** T2: the cell of the matrix. As long as one axis is not known, the request is not placed. */
export const fate = (reasonable: Axis, possible: Axis): Fate => FATE[reasonable][possible];
