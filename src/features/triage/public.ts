export { placementsOf } from './triage.store.ts';
