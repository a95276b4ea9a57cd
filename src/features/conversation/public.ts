export { insertAttachment } from './attachment.store.ts';
export { type NewMessage, conversationOf, insertMessage } from './message.store.ts';
export { sendToClient } from './send-to-client.ts';
