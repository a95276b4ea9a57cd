import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { type Translate, translator } from '../../platform/i18n/translator.ts';
import { findContact } from '../clients/public.ts';
import { sendToClient } from '../conversation/public.ts';
import { keptQuiet } from '../mail/public.ts';
import type { LockedRequest } from '../requests/public.ts';

/**
 * The client is told by mail that something lies on the table for them, in their language, with the link to their page. Who no longer
 * gets our mail, or is to be left in peace by machines (S1), is not written to: the page says it all the same.
 */
export async function tellClient(
  tx: Tx,
  ctx: Context,
  request: LockedRequest,
  by: Actor | null,
  words: (t: Translate) => { subject: string; body: string },
  now: number,
): Promise<void> {
  const contact = request.contactId ? await findContact(tx, request.contactId) : null;
  if (contact?.status !== 'active') return;
  if (!by && (await keptQuiet(tx, contact.id, now))) return;
  const letter = {
    ...words(translator(contact.lang)),
    purpose: 'offer',
    written: null,
    automatic: false,
    undoable: false,
  } as const;
  await sendToClient(tx, ctx, { request, by: by?.kind === 'member' ? by : null, ...letter }, now);
}
