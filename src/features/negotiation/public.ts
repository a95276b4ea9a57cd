export { privateLimitOf } from './option.store.ts';
export { tableForDesk, tableForRoom } from './show-table.ts';
export { pausesOf } from './table.store.ts';
export { tickTable } from './take-stance.ts';
