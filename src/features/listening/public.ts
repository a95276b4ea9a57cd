export { toEntry } from './entry-shape.ts';
export { entriesOf } from './entry.store.ts';
export { addEntry } from './add-entry.ts';
export { saidAgain } from './change-entry.ts';
