export { insertAttachment } from './attachment.store.ts';
export { conversationOf } from './conversation.store.ts';
export { insertMessage } from './message.store.ts';
export { addNote } from './notes.ts';
export { claimRoomUploads } from './room-upload.store.ts';
export { sendToClient } from './send-to-client.ts';
