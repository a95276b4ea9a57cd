export { closeBySilence } from './close-request.ts';
export { latestClosing, silentRequests } from './closing.store.ts';
