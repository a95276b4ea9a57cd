export { effectOfMessage, onClientMessage } from './client-said.ts';
export { latestClosing } from './closing.store.ts';
