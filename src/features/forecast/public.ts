export { rebuildDurations } from './evidence.store.ts';
export { keepDateOfOption, keepStatement, stateChance } from './state-chance.ts';
