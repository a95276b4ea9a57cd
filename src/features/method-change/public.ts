export { methodChangesOf } from './method-changes.ts';
