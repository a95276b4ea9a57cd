import { newId } from '../../platform/db/ids.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { ContactActor } from '../../platform/http/actor.ts';
import { refused } from '../../platform/http/refused.ts';
import { translator } from '../../platform/i18n/translator.ts';
import { append } from '../../platform/ledger/append.ts';
import { onClientMessage } from '../closing/public.ts';
import { claimRoomUploads, insertMessage } from '../conversation/public.ts';
import { addEntry } from '../listening/public.ts';
import { lockRequest } from '../requests/public.ts';
import { insertClaim } from './situations.store.ts';

type Facts = {
  happened: string;
  happenedAt: string;
  expected: string;
  effect: string;
  evidence: string;
  uploadIds: string[];
};
const LINE = 500;

/** S1: the claims in facts come to the request as their message, and what happened and what it means goes on the ledger in their words (L1). */
export async function sendClaims(
  tx: Tx,
  by: ContactActor,
  requestId: string,
  facts: Facts,
  now: number,
): Promise<{ id: string }> {
  const request = await lockRequest(tx, requestId);
  const { clientId } = request;
  if (!clientId) throw refused('client-unknown');
  const { happened, happenedAt, expected, effect, evidence, uploadIds } = facts;
  const t = translator(by.lang);
  const parts = [
    [t('situations.claim.happened'), happened],
    [t('situations.claim.when'), happenedAt],
    [t('situations.claim.expected'), expected],
    [t('situations.claim.effect'), effect],
    [t('situations.claim.evidence'), evidence],
  ].filter(([, words]) => words !== '');
  const body = parts.map(([name, words]) => `${name}\n${words}`).join('\n\n');
  const messageId = newId(now);
  const place = { requestId, clientId, audience: 'both', channel: 'room', direction: 'in' } as const;
  const author = { contactId: by.id, authorName: by.name, lang: by.lang };
  await insertMessage(tx, { id: messageId, ...place, ...author, body, at: now });
  await claimRoomUploads(tx, by.id, uploadIds, { messageId, requestId, clientId });
  const id = newId(now);
  const claim = { happened, happenedAt, expected, effect, evidence };
  await insertClaim(tx, { id, ...claim, requestId, clientId, contactId: by.id, messageId }, now);
  const moved = await onClientMessage(tx, request, { words: body, contactId: by.id }, now);
  for (const words of [happened, effect]) {
    const quote = words.slice(0, LINE);
    const start = body.indexOf(quote);
    const source = { messageId, quote, start, end: start + quote.length };
    await addEntry(tx, by, requestId, { kind: 'fact', text: quote, value: null, standing: false, source }, now);
  }
  const event = { requestId, clientId, audience: 'both' as const };
  await append(tx, by, now, [
    { kind: 'message.received', ...event, data: { message: messageId, channel: 'room' } },
    { kind: 'claims.received', ...event, data: { claim: id, message: messageId } },
    ...moved,
  ]);
  return { id };
}
