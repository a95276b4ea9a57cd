export { type Said, effectOfMessage, onClientMessage } from './client-said.ts';
export { closeBySilence } from './close-request.ts';
export { latestClosing, silentRequests } from './closing.store.ts';
