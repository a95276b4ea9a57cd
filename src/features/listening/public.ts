export { entriesOf } from './entry.store.ts';
