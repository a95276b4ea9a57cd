import type { ClosingMessage } from '../../domain/request/closing.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { refused } from '../../platform/http/refused.ts';
import { translator } from '../../platform/i18n/translator.ts';
import { findContact, officeHours } from '../clients/public.ts';
import { promisesOf } from '../promises/public.ts';
import { type LockedRequest, stepWords } from '../requests/public.ts';

const dateWords = (at: number, lang: string, zone: string): string =>
  new Intl.DateTimeFormat(lang, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: zone,
  }).format(at);

/** The closing message as the client reads it, in their language, with the date after which silence closes. */
export async function closingWords(
  tx: Tx,
  request: LockedRequest,
  message: ClosingMessage,
  silentAfter: number,
): Promise<{ subject: string; body: string; waiting: string }> {
  const contact = request.contactId ? await findContact(tx, request.contactId) : null;
  if (!contact) throw refused('client-unknown');
  const { zone } = await officeHours(tx);
  const t = translator(contact.lang);
  return {
    subject: t('mail.closing-subject', { subject: request.subject }),
    body: t('mail.closing-body', { ...message, date: dateWords(silentAfter, contact.lang, zone) }),
    waiting: await stepWords(tx, 'await-closing'),
  };
}

/** A first draft out of the ledger: what was asked in the client's words, what was promised and kept; the person adds what was done. */
export async function closingDraft(
  tx: Tx,
  requestId: string,
): Promise<{ asked: string; done: string; kept: string; comesBack: string; openPromises: number }> {
  const request = await tx
    .selectFrom('request as r')
    .leftJoin('contact as c', (join) =>
      join.onRef('c.workspace_id', '=', 'r.workspace_id').onRef('c.id', '=', 'r.contact_id'),
    )
    .select(['r.subject', 'c.lang'])
    .where('r.workspace_id', '=', tx.workspaceId)
    .where('r.id', '=', requestId)
    .executeTakeFirst();
  if (!request) throw refused('not-found');
  const t = translator(request.lang ?? 'en');
  const ours = (await promisesOf(tx, requestId)).filter((p) => p.side === 'ours');
  const kept = ours.filter((p) => p.state === 'kept' || p.state === 'kept-early' || p.state === 'exceeded');
  const line = (p: (typeof ours)[number]): string => `– ${p.text}${p.evidence ? ` (${p.evidence})` : ''}`;
  return {
    asked: request.subject,
    done: kept.map(line).join('\n'),
    kept: kept.length > 0 ? kept.map(line).join('\n') : t('mail.kept-none'),
    comesBack: t('mail.closing-comes-back'),
    openPromises: ours.filter((p) => ['proposed', 'awaiting-approval', 'given', 'at-risk'].includes(p.state)).length,
  };
}
