import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/db/ids.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { translator } from '../../platform/i18n/translator.ts';
import { append } from '../../platform/ledger/append.ts';
import type { ParsedMail } from '../../platform/mail/parsed-mail.ts';
import { findByAddress, findContact, nextOfficeDay, officeHours } from '../clients/public.ts';
import { suggestTriage } from '../agreements/public.ts';
import { type LockedRequest, insertRequest, lockRequest, saveRequest, stepWords } from '../requests/public.ts';
import { enqueueMail } from './enqueue-mail.ts';
import type { Handled } from './handled.ts';
import { mailIdentity } from './identity.store.ts';
import { keepMessage } from './keep-message.ts';
import { brakesHold } from './outbox.store.ts';

/**
 * A mail nobody was waiting for is a new request: client and contact by address, the client alone by its domain, else “unknown – who
 * is it?”. It has a next step and a date from its first moment (C7), the agreement's suggestion (T3), and a known person gets word
 * that it has arrived.
 */
export async function openRequest(
  tx: Tx,
  ctx: Context,
  rawId: string,
  mail: ParsedMail,
  quiet: boolean,
  late?: LockedRequest,
): Promise<Handled> {
  const now = ctx.now();
  const known = await findByAddress(tx, mail.from.address);
  const due = await nextOfficeDay(tx, now);
  const id = newId(now);
  const subject = mail.subject.trim().slice(0, 500) || mail.from.address;
  const nextStep = await stepWords(tx, known.clientId ? 'first-answer' : 'say-who');
  const { ref } = await insertRequest(tx, {
    id,
    subject,
    ...known,
    ownerId: late?.ownerId ?? null,
    nextStep,
    nextDue: iso(due),
    openedAt: iso(now),
  });
  const request = await lockRequest(tx, id);
  const messageId = await keepMessage(tx, ctx, rawId, mail, {
    requestId: id,
    clientId: known.clientId,
    contactId: known.contactId,
    verified: known.contactId !== null,
  });
  if (known.clientId) {
    const { lang } = await mailIdentity(tx);
    const words = `${subject}\n${mail.newText || mail.text}`;
    await saveRequest(
      tx,
      request,
      {
        suggestion: await suggestTriage(tx, { clientId: known.clientId, words, lang: null, at: now, readerLang: lang }),
      },
      now,
    );
  }
  const data = {
    ref,
    subject,
    message: messageId,
    from: mail.from.address,
    kind: mail.kind,
    ...(late ? { follows: late.id } : {}),
  };
  await append(tx, { kind: 'mail' }, now, [
    { kind: 'request.opened', requestId: id, clientId: known.clientId, audience: 'both', data },
  ]);
  if (!quiet && mail.kind === 'person' && known.contactId)
    await acknowledge(tx, ctx, { id, ref, subject, clientId: known.clientId, contactId: known.contactId }, mail, due);
  return { state: 'request', reason: null, requestId: id, messageId };
}

type Opened = { id: string; ref: string; subject: string; clientId: string | null; contactId: string };

/** Only to a person we know, never with a stranger's words, and within the loop brakes. */
async function acknowledge(tx: Tx, ctx: Context, request: Opened, mail: ParsedMail, due: number): Promise<void> {
  const now = ctx.now();
  const contact = await findContact(tx, request.contactId);
  if (!contact || contact.status !== 'active' || contact.bounced || (await brakesHold(tx, request.id, contact.email)))
    return;
  const t = translator(contact.lang);
  const { zone } = await officeHours(tx);
  const date = new Intl.DateTimeFormat(contact.lang, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: zone,
  }).format(due);
  const firm = await mailIdentity(tx);
  const text = [
    t('mail.greeting', { name: contact.name }),
    t('mail.ack-body', { ref: request.ref, date }),
    t('mail.sign-off', { name: firm.name, firm: '' }).trim(),
  ].join('\n\n');
  const thread = mail.messageId ? [mail.messageId] : [];
  const subject = t('mail.ack-subject', { subject: request.subject });
  await enqueueMail(
    tx,
    ctx,
    {
      requestId: request.id,
      clientId: request.clientId,
      messageId: null,
      contact,
      subject,
      text,
      lang: contact.lang,
      thread,
      automatic: true,
      notBefore: now,
    },
    now,
  );
}
