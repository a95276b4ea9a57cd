import { effectOf } from '../../domain/request/late-mail.ts';
import { thanksOnly } from '../../domain/request/thanks.ts';
import type { Context } from '../../platform/context.ts';
import { instant, iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { append } from '../../platform/ledger/append.ts';
import type { ParsedMail } from '../../platform/mail/parsed-mail.ts';
import { nextOfficeDay } from '../clients/public.ts';
import { type RequestChange, lockRequest, saveRequest, stepWords } from '../requests/public.ts';
import type { Handled } from './handled.ts';
import { keepMessage } from './keep-message.ts';
import { openRequest } from './open-request.ts';
import type { Thread } from './thread-mail.store.ts';

/**
 * A mail that belongs to a request joins it. From a participant it is our move, and a closing or closed request opens again unless it
 * only says thank you; a machine's mail and a stranger's are attached and move nothing (RFC 3834, AT-01). Long after closing it
 * becomes a new request.
 */
export async function attachReply(
  tx: Tx,
  ctx: Context,
  rawId: string,
  mail: ParsedMail,
  thread: Thread,
  quiet: boolean,
): Promise<Handled> {
  const now = ctx.now();
  const request = await lockRequest(tx, thread.requestId);
  const automatic = mail.kind !== 'person';
  const known = thread.contactId !== null && !automatic;
  const closedAt = request.closedAt ? { closedAt: instant(request.closedAt) } : {};
  const effect = effectOf(
    { phase: request.phase, ...closedAt, automatic, fromClient: known, thanksOnly: thanksOnly(mail.newText) },
    now,
  );
  if (effect === 'new-linked-request') return openRequest(tx, ctx, rawId, mail, quiet, request);
  const messageId = await keepMessage(tx, ctx, rawId, mail, {
    requestId: request.id,
    clientId: request.clientId,
    contactId: thread.contactId,
    verified: thread.contactId !== null,
  });
  const next: RequestChange =
    known && !thanksOnly(mail.newText)
      ? { ball: 'ours', next_step: await stepWords(tx, 'look-at-answer'), next_due: iso(await nextOfficeDay(tx, now)) }
      : {};
  const reopened = effect === 'reopen' && (request.phase === 'closing' || request.phase === 'closed');
  await saveRequest(tx, request, { ...next, ...(reopened ? { phase: 'resolution' } : {}) }, now);
  const event = {
    requestId: request.id,
    clientId: request.clientId,
    audience: known ? ('both' as const) : ('ours' as const),
  };
  await append(tx, { kind: 'mail' }, now, [
    {
      kind: 'message.received',
      ...event,
      data: { message: messageId, channel: 'mail', by: thread.by, verified: known, kind: mail.kind },
    },
    ...(reopened
      ? [
          {
            kind: 'request.phase-moved',
            ...event,
            data: { from: request.phase, to: 'resolution', because: 'a mail arrived' },
          },
        ]
      : []),
  ]);
  return { state: automatic ? 'attached' : 'reply', reason: null, requestId: request.id, messageId };
}
