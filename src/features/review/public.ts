export { proposeAction } from './agree-actions.ts';
export { rebuildFacts } from './tally.store.ts';
export { openReview, shareReview, writeReview } from './write-review.ts';
