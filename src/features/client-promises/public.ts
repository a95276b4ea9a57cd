export { shownShifts } from './waiting.ts';
