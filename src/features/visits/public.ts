export { visitItems } from './today-visits.ts';
