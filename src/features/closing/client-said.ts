import { effectOf } from '../../domain/request/late-mail.ts';
import { thanksOnly } from '../../domain/request/thanks.ts';
import { instant, iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { NewEvent } from '../../platform/ledger/append.ts';
import { nextOfficeDay } from '../clients/public.ts';
import { type LockedRequest, type RequestChange, saveRequest, stepWords } from '../requests/public.ts';
import { latestClosing, settleClosing } from './closing.store.ts';

export type Said = {
  /** What they wrote now, without quotes. */
  readonly words: string;
  /** The participant; null: a stranger or a machine, whose words move nothing. */
  readonly contactId: string | null;
};

/** C2: what a message does to the request it came to; `new-linked-request` is up to the caller. */
export function effectOfMessage(request: LockedRequest, said: Said, now: number) {
  const closedAt = request.closedAt ? { closedAt: instant(request.closedAt) } : {};
  const known = said.contactId !== null;
  return effectOf(
    { phase: request.phase, ...closedAt, automatic: !known, fromClient: known, thanksOnly: thanksOnly(said.words) },
    now,
  );
}

/**
 * A message of the client's has joined the request: it is our move (C7), and a closing or closed request opens again – the closing
 * message counts as objected to – unless they only say thank you. Returns the events of it; the caller appends them with its own.
 */
export async function onClientMessage(
  tx: Tx,
  request: LockedRequest,
  said: Said,
  now: number,
): Promise<readonly NewEvent[]> {
  const reopens = effectOfMessage(request, said, now) === 'reopen';
  const moves = said.contactId !== null && !thanksOnly(said.words) && (reopens || request.phase !== 'closed');
  const named = request.contactId === null && said.contactId ? { contact_id: said.contactId } : {};
  await saveRequest(tx, request, { ...named, ...(moves ? await ourMove(tx, request, reopens, now) : {}) }, now);
  if (!reopens) return [];
  const event = { requestId: request.id, clientId: request.clientId, audience: 'both' as const };
  const moved = { kind: 'request.phase-moved', ...event, data: { from: request.phase, to: 'resolution' } };
  const latest = request.phase === 'closing' ? await latestClosing(tx, request.id) : null;
  if (latest?.state !== 'sent' || !said.contactId) return [moved];
  const objection = said.words.slice(0, 5_000);
  await settleClosing(tx, latest.id, { state: 'objected', objection, answered_by: said.contactId }, now);
  return [{ kind: 'closing.objected', ...event, data: { closing: latest.id, words: objection } }, moved];
}

async function ourMove(tx: Tx, request: LockedRequest, reopens: boolean, now: number): Promise<RequestChange> {
  const phase = reopens ? { phase: 'resolution' as const } : {};
  // Until we have answered for the first time, that is still the step, and its date stands.
  if (!request.firstAnswerAt && !reopens && request.ball === 'ours') return { ball: 'ours' };
  const next_step = await stepWords(tx, 'look-at-answer');
  return { ...phase, ball: 'ours', next_step, next_due: iso(await nextOfficeDay(tx, now)) };
}
