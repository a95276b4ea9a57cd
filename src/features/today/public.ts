export { cycleStrip } from './today.store.ts';
