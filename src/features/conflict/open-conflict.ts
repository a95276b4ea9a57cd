import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/db/ids.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { refused } from '../../platform/http/refused.ts';
import { translator } from '../../platform/i18n/translator.ts';
import { append } from '../../platform/ledger/append.ts';
import { findContact, nextOfficeDay } from '../clients/public.ts';
import { sendToClient } from '../conversation/public.ts';
import { type LockedRequest, lockRequest, saveRequest, stepWords } from '../requests/public.ts';
import { insertConflict, peopleIn, runningConflict, savePosition } from './conflict.store.ts';

type Position = { contactId: string; words: string };

/** S11: each position in its own words, and to each person a written notice that the work stops and the question who decides. */
export async function openConflict(
  tx: Tx,
  ctx: Context,
  by: MemberActor,
  requestId: string,
  wish: { matter: string; positions: readonly Position[] },
  now: number,
): Promise<{ id: string }> {
  const request = await lockRequest(tx, requestId);
  const { clientId } = request;
  if (!clientId) throw refused('client-unknown');
  if (request.phase === 'closed') throw refused('request-is-closed');
  if (await runningConflict(tx, requestId)) throw refused('conflict-runs');
  if (new Set(wish.positions.map((p) => p.contactId)).size < 2) throw refused('two-people-needed');
  const id = newId(now);
  await insertConflict(tx, { id, requestId, clientId, matter: wish.matter, byId: by.id }, now);
  for (const { contactId, words } of wish.positions) {
    const messageId = await notice(tx, ctx, by, request, contactId, wish.matter, now);
    await savePosition(tx, { conflictId: id, contactId, clientId, words, messageId });
  }
  const next = { ball: 'theirs' as const, next_step: await stepWords(tx, 'await-decision') };
  await saveRequest(tx, request, { ...next, next_due: iso((await nextOfficeDay(tx, now)) + 2 * 86_400_000) }, now);
  const data = { conflict: id, text: wish.matter, positions: [...wish.positions] };
  await append(tx, by, now, [{ kind: 'conflict.opened', requestId, clientId, audience: 'both', data }]);
  return { id };
}

/** To those whom the notice has not reached. */
export async function sendNoticeAgain(
  tx: Tx,
  ctx: Context,
  by: MemberActor,
  requestId: string,
  now: number,
): Promise<{ sent: number }> {
  const request = await lockRequest(tx, requestId);
  const running = await runningConflict(tx, requestId);
  const { clientId } = request;
  if (running?.state !== 'told' || !clientId) throw refused('no-conflict');
  const missed = (await peopleIn(tx, running.id)).filter((p) => p.delivery === 'failed' || p.delivery === 'unknown');
  for (const { contactId, words } of missed) {
    const messageId = await notice(tx, ctx, by, request, contactId, running.matter, now);
    await savePosition(tx, { conflictId: running.id, contactId, clientId, words, messageId });
  }
  return { sent: missed.length };
}

async function notice(
  tx: Tx,
  ctx: Context,
  by: MemberActor,
  request: LockedRequest,
  contactId: string,
  matter: string,
  now: number,
): Promise<string> {
  const contact = await findContact(tx, contactId);
  if (!contact || contact.clientId !== request.clientId) throw refused('not-found');
  const t = translator(contact.lang);
  const said = { subject: request.subject, matter };
  const words = { subject: t('mail.conflict-subject', said), body: t('mail.conflict-body', said) };
  const letter = { request, by, purpose: 'reply', to: contactId, ...words, written: null } as const;
  return (await sendToClient(tx, ctx, { ...letter, automatic: false, undoable: false }, now)).messageId;
}
