export { placementsOf } from './triage.store.ts';
export { placeByClient, placeRequest } from './place-request.ts';
