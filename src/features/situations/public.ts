export { claimFormWaits } from './situations.store.ts';
export { situationsOf } from './situations-of.ts';
