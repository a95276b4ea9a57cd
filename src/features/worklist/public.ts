export { isWatched } from './attention.store.ts';
