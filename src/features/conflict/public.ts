export { conflictOf, roomConflictOf } from './conflict.store.ts';
