export { type Draft, guardDraft, stopsIn } from './guard-draft.ts';
