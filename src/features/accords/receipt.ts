import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { translator } from '../../platform/i18n/translator.ts';
import { findContact } from '../clients/public.ts';
import { sendToClient } from '../conversation/public.ts';
import type { LockedRequest } from '../requests/public.ts';
import { accordPdf } from './accord-pdf.ts';
import { findAccord } from './accord.store.ts';
import { sealKey } from './seal-key.store.ts';
import { sealPdf } from './seal.ts';

/** P4: once both names stand under it, the client has the signed text in their own mailbox, with its fingerprint. */
export async function sendReceipt(
  tx: Tx,
  ctx: Context,
  request: LockedRequest,
  accordId: string,
  zone: string,
  now: number,
): Promise<void> {
  const accord = await findAccord(tx, accordId);
  const contact = request.contactId ? await findContact(tx, request.contactId) : null;
  if (!accord || contact?.status !== 'active') return;
  const t = translator(contact.lang);
  const { number, fingerprint } = accord;
  const name = `accord-${number}.pdf`;
  const attachments = [
    { name, type: 'application/pdf', content: sealPdf(await sealKey(tx), await accordPdf(accord, zone)) },
  ];
  const subject = t('mail.receipt-subject', { number, subject: request.subject });
  const body = t('mail.receipt-body', { number, fingerprint });
  const letter = { subject, body, purpose: 'receipt', automatic: false, undoable: false, attachments } as const;
  await sendToClient(tx, ctx, { request, by: null, ...letter }, now);
}
