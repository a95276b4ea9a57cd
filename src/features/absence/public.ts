export { absenceItems } from './today-absence.ts';
export { answersFor } from './set-absence.ts';
