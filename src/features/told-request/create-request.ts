import { newId } from '../../platform/db/ids.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { refused } from '../../platform/http/refused.ts';
import { append } from '../../platform/ledger/append.ts';
import { suggestTriage } from '../agreements/public.ts';
import { findContact, nextOfficeDay } from '../clients/public.ts';
import { insertMessage } from '../conversation/public.ts';
import { insertRequest, lockRequest, saveRequest, stepWords } from '../requests/public.ts';

export type Spoken = {
  subject: string;
  body: string;
  clientId: string;
  contactId: string;
  channel: 'call' | 'visit' | 'note';
};

/** A request told by telephone or in person: written down as it was said, placed against the agreement like any other (C4, T3). */
export async function createRequest(
  tx: Tx,
  by: MemberActor,
  spoken: Spoken,
  now: number,
): Promise<{ id: string; ref: string }> {
  const contact = await findContact(tx, spoken.contactId);
  if (contact?.clientId !== spoken.clientId) throw refused('not-found');
  const id = newId(now);
  const { subject, body, clientId, contactId, channel } = spoken;
  const nextStep = await stepWords(tx, 'first-answer');
  const made = await insertRequest(tx, {
    id,
    subject,
    clientId,
    contactId,
    ownerId: by.id,
    nextStep,
    nextDue: iso(await nextOfficeDay(tx, now)),
    openedAt: iso(now),
  });
  const messageId = newId(now);
  await insertMessage(tx, {
    id: messageId,
    requestId: id,
    clientId,
    audience: channel === 'note' ? 'ours' : 'both',
    channel,
    direction: 'in',
    contactId,
    authorName: contact.name,
    body,
    at: now,
  });
  const suggestion = await suggestTriage(tx, {
    clientId,
    words: `${subject}\n${body}`,
    lang: null,
    at: now,
    readerLang: by.lang,
  });
  await saveRequest(tx, await lockRequest(tx, id), { suggestion }, now);
  await append(tx, by, now, [
    {
      kind: 'request.opened',
      requestId: id,
      clientId,
      audience: 'both',
      data: { ref: made.ref, subject, message: messageId, channel },
    },
  ]);
  return made;
}
