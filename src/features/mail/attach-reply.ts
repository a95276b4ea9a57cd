import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { append } from '../../platform/ledger/append.ts';
import { effectOfMessage, onClientMessage } from '../closing/public.ts';
import { lockRequest } from '../requests/public.ts';
import { answerInTheRoom } from './acknowledge.ts';
import { type Arrival, type Handled, bodyOf } from './arrival.ts';
import { keepMessage } from './keep-message.ts';
import { openRequest } from './open-request.ts';

export type Place = {
  readonly requestId: string;
  readonly by: 'token' | 'references';
  /** The participant who wrote it, as far as anybody can know; null: unverified. */
  readonly contactId: string | null;
  /** From an address of a colleague: the From header does not speak for us (AT-05). */
  readonly colleague: boolean;
};

/**
 * A mail that belongs to a request joins it. From a participant it is our move, and a closing or closed request opens again unless it
 * only says thank you; long after closing it becomes a new request. A machine's mail and a stranger's are attached and move nothing
 * (RFC 3834, AT-01). Whoever stands in CC is nobody's participant.
 */
export async function attachReply(tx: Tx, ctx: Context, arrival: Arrival, place: Place): Promise<Handled> {
  const now = ctx.now();
  const { mail } = arrival;
  const request = await lockRequest(tx, place.requestId);
  const automatic = mail.kind !== 'person';
  const said = { words: bodyOf(mail), contactId: automatic ? null : place.contactId };
  if (effectOfMessage(request, said, now) === 'new-linked-request') return openRequest(tx, ctx, arrival, request);
  const messageId = await keepMessage(tx, arrival, {
    requestId: request.id,
    clientId: request.clientId,
    contactId: place.contactId,
    audience: automatic || place.colleague ? 'ours' : 'both',
  });
  const moved = await onClientMessage(tx, request, said, now);
  await answerInTheRoom(tx, ctx, request, arrival, said.contactId);
  const event = { requestId: request.id, clientId: request.clientId };
  const by = place.contactId ? { id: place.contactId } : {};
  await append(tx, { kind: 'mail', ...by }, now, [
    {
      kind: 'message.received',
      ...event,
      audience: said.contactId ? 'both' : 'ours',
      data: {
        message: messageId,
        channel: 'mail',
        by: place.by,
        from: mail.from.address,
        verified: place.contactId !== null,
        kind: mail.kind,
        ...(place.colleague ? { doubt: 'colleague' } : {}),
      },
    },
    ...moved,
  ]);
  return { state: automatic ? 'attached' : 'reply', reason: null, requestId: request.id, messageId };
}
