import * as wire from '../../contract/conversation.ts';
import { mayTalk } from '../../platform/http/room-policy.ts';
import { type Kernel, serve, serveRoom } from '../../platform/http/serve.ts';
import { acceptSender } from './accept-sender.ts';
import { addNote, changeMinutes } from './notes.ts';
import { reply } from './reply.ts';
import { undoSend } from './undo-send.ts';
import { writeInRoom } from './write-in-room.ts';

const done = { ok: true } as const;

export function conversationRoutes(kernel: Kernel): void {
  serve(kernel, wire.reply, ({ tx, ctx, actor, params, body, now }) => reply(tx, ctx, actor, params.id, body, now));
  serve(kernel, wire.undoSend, ({ tx, actor, params, now }) => undoSend(tx, actor, params.id, now));
  serve(kernel, wire.addNote, ({ tx, actor, params, body, now }) => addNote(tx, actor, params.id, body, now));
  serve(kernel, wire.changeMinutes, async ({ tx, actor, params, body, now }) => {
    await changeMinutes(tx, actor, params.id, body.minutes, now);
    return done;
  });
  serve(kernel, wire.verifySender, async ({ tx, actor, params, body, now }) => {
    await acceptSender(tx, actor, params.id, body.contactName, now);
    return done;
  });
  serveRoom(kernel, wire.writeInRoom, ({ tx, actor, params, body, now }) => {
    mayTalk(actor, params.id);
    return writeInRoom(tx, actor, params.id, body.body, now);
  });
}
