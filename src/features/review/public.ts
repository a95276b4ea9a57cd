export { rebuildFacts } from './tally.store.ts';
