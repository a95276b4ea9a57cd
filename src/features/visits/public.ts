export { planVisit } from './plan-visit.ts';
export { visitItems } from './today-visits.ts';
