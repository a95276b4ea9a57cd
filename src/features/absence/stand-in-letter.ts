import type { Lang } from '../../contract/common.ts';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { refused } from '../../platform/http/refused.ts';
import { translator } from '../../platform/i18n/translator.ts';
import { append } from '../../platform/ledger/append.ts';
import { findContact } from '../clients/public.ts';
import { sendToClient } from '../conversation/public.ts';
import { findMember } from '../people/public.ts';
import { lockRequest } from '../requests/public.ts';

/** S6: who has their request now, in the client's language; nothing is sent. */
export async function standInLetter(tx: Tx, requestId: string) {
  const request = await lockRequest(tx, requestId);
  const contact = request.contactId ? await findContact(tx, request.contactId) : null;
  const owner = request.ownerId ? await findMember(tx, request.ownerId) : null;
  if (!contact || !owner) throw refused('client-unknown');
  const t = translator(contact.lang);
  const said = { name: owner.name, subject: request.subject };
  const words = { subject: t('visits.stand-in-subject', said), body: t('visits.stand-in-body', said) };
  return { to: contact.name, lang: contact.lang as Lang, ...words };
}

export async function sendStandInLetter(
  tx: Tx,
  ctx: Context,
  by: MemberActor,
  requestId: string,
  words: { subject: string; body: string; sendAnyway?: { reason: string } | undefined },
  now: number,
): Promise<{ messageId: string }> {
  const request = await lockRequest(tx, requestId);
  const letter = { request, by, purpose: 'reply', ...words, automatic: false, undoable: false } as const;
  const { messageId } = await sendToClient(tx, ctx, letter, now);
  const data = { message: messageId, purpose: 'reply', minutes: 0, text: words.subject };
  const { clientId } = request;
  await append(tx, by, now, [{ kind: 'message.sent', requestId, clientId, audience: 'both', data }]);
  return { messageId };
}
