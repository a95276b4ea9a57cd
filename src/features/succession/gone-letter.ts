import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { refused } from '../../platform/http/refused.ts';
import { translator } from '../../platform/i18n/translator.ts';
import { append } from '../../platform/ledger/append.ts';
import { findContact } from '../clients/public.ts';
import { sendToClient } from '../conversation/public.ts';
import { lockRequest, saveRequest } from '../requests/public.ts';
import { newestRequestOf, successorOf } from './succession.store.ts';

/** S5: words for the successor in their language, ready to be looked at: condolence for the dead, a welcome after one who left. */
export async function goneLetter(tx: Tx, id: string) {
  const gone = await findContact(tx, id);
  if (!gone) throw refused('not-found');
  const heirId = await successorOf(tx, id);
  const heir = heirId ? await findContact(tx, heirId) : null;
  if (gone.status === 'active' || heir?.status !== 'active') return null;
  const t = translator(heir.lang);
  const said = { name: gone.name };
  return {
    to: heir.name,
    subject: t(`letters.gone-${gone.status}-subject`, said),
    body: t(`letters.gone-${gone.status}-body`, said),
    requestId: await newestRequestOf(tx, heir.id),
  };
}

export async function sendGoneLetter(
  tx: Tx,
  ctx: Context,
  by: MemberActor,
  id: string,
  words: { requestId: string; subject: string; body: string; sendAnyway?: { reason: string } | undefined },
  now: number,
): Promise<void> {
  const request = await lockRequest(tx, words.requestId);
  const to = await successorOf(tx, id);
  if (!to) throw refused('successor-missing');
  const { subject, body, sendAnyway } = words;
  const letter = { request, by, to, purpose: 'reply', subject, body, written: { body }, sendAnyway } as const;
  const { messageId } = await sendToClient(tx, ctx, { ...letter, automatic: false, undoable: false }, now);
  await saveRequest(tx, request, {}, now);
  const event = { requestId: request.id, clientId: request.clientId, audience: 'both' as const };
  await append(tx, by, now, [{ kind: 'message.sent', ...event, data: { message: messageId, purpose: 'reply' } }]);
}
