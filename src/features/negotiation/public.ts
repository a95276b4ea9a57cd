export { justDoItSoFar } from './ledger-table.store.ts';
export { privateLimitOf } from './option.store.ts';
export { tableForDesk, tableForRoom } from './show-table.ts';
export { pausesOf } from './table.store.ts';
export { seenByUs } from './seen-by-us.ts';
export { restartClocks } from './restart-clocks.ts';
export { openRound } from './open-round.ts';
export { takeStance } from './take-stance.ts';
export { writeOption } from './word-option.ts';
