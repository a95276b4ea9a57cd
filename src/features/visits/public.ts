export { openVisitsOf } from './clashes.ts';
export { changePeople, moveVisit } from './move-visit.ts';
export { visitItems } from './today-visits.ts';
