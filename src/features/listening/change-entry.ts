import type { Entry, EntryValue } from '../../contract/listening.ts';
import { newId } from '../../platform/db/ids.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { refused } from '../../platform/http/refused.ts';
import { append } from '../../platform/ledger/append.ts';
import { type LockedRequest, lockRequest, saveRequest } from '../requests/public.ts';
import { type Words, quoteOf } from './add-entry.ts';
import { type EntryRow, insertEntry, insertSource, lockEntry, updateEntry } from './entry.store.ts';

type Held = { request: LockedRequest; entry: EntryRow };

async function hold(tx: Tx, requestId: string, entryId: string): Promise<Held> {
  const request = await lockRequest(tx, requestId);
  const entry = await lockEntry(tx, entryId);
  const ours =
    entry && (entry.requestId === requestId || (entry.clientId != null && entry.clientId === request.clientId));
  if (!entry || !ours) throw refused('not-found');
  return { request, entry };
}

async function finish(
  tx: Tx,
  by: Actor,
  { request, entry }: Held,
  kind: string,
  data: Record<string, unknown>,
  now: number,
): Promise<void> {
  await saveRequest(tx, request, {}, now);
  const event = { kind, requestId: request.id, clientId: request.clientId, audience: 'both' as const };
  await append(tx, by, now, [{ ...event, data: { entry: entry.id, text: entry.text, ...data } }]);
}

/** L2: saying it once should have been enough, so saying it again is counted, with the place where it was said again. */
export async function saidAgain(
  tx: Tx,
  by: Actor,
  requestId: string,
  entryId: string,
  source: Words['source'],
  now: number,
): Promise<{ said: number }> {
  const held = await hold(tx, requestId, entryId);
  const said = held.entry.said + 1;
  await updateEntry(tx, entryId, { said }, now);
  const quote = await quoteOf(tx, by, held.request, { source, text: held.entry.text });
  if (quote) await insertSource(tx, newId(now), entryId, held.request.clientId, quote, now);
  await finish(tx, by, held, 'entry.said-again', { said }, now);
  return { said };
}

/** C5: an open question that got its answer closes and leaves a fact behind. */
export async function answerQuestion(
  tx: Tx,
  by: Actor,
  requestId: string,
  entryId: string,
  answer: string,
  now: number,
): Promise<void> {
  const held = await hold(tx, requestId, entryId);
  if (held.entry.kind !== 'question' || held.entry.state !== 'open') throw refused('question-not-open');
  await updateEntry(tx, entryId, { state: 'answered', answer }, now);
  const fact = newId(now);
  const { request } = held;
  await insertEntry(
    tx,
    {
      id: fact,
      requestId,
      clientId: request.clientId,
      kind: 'fact',
      text: answer,
      value: null,
      side: 'theirs',
      standing: false,
    },
    now,
  );
  const quote = { messageId: null, quote: `${held.entry.text} — ${answer}`, start: null, end: null, saidBy: by.name };
  await insertSource(tx, newId(now), fact, request.clientId, quote, now);
  await finish(tx, by, held, 'question.answered', { answer, fact }, now);
}

export type Correction = {
  kind?: Entry['kind'] | undefined;
  text?: string | undefined;
  value?: EntryValue | null | undefined;
  state?: 'standing' | 'withdrawn' | undefined;
  why?: string | undefined;
};

/** A correction settles a dispute; withdrawing says why. The words before stay in the ledger's history. */
export async function changeEntry(
  tx: Tx,
  by: Actor,
  requestId: string,
  entryId: string,
  change: Correction,
  now: number,
): Promise<void> {
  const held = await hold(tx, requestId, entryId);
  if (change.state === 'withdrawn' && !change.why) throw refused('reason-missing');
  const { why, kind, text, value, state } = change;
  const settled = held.entry.state === 'disputed' && text ? ('standing' as const) : undefined;
  const next = state ?? settled;
  await updateEntry(
    tx,
    entryId,
    {
      ...(kind ? { kind } : {}),
      ...(text ? { text } : {}),
      ...(value === undefined ? {} : { value }),
      ...(next ? { state: next } : {}),
      ...(settled ? { dispute: null } : {}),
    },
    now,
  );
  await finish(
    tx,
    by,
    held,
    'entry.changed',
    { before: held.entry.text, after: text ?? held.entry.text, state: next ?? held.entry.state, why },
    now,
  );
}

/** “That's not it”: what we understood is marked as disputed, with the client's correction beside it. */
export async function disputeEntry(
  tx: Tx,
  by: Actor,
  requestId: string,
  entryId: string,
  words: string,
  now: number,
): Promise<void> {
  const held = await hold(tx, requestId, entryId);
  if (held.entry.state === 'withdrawn') throw refused('entry-withdrawn');
  await updateEntry(tx, entryId, { state: 'disputed', dispute: words }, now);
  await finish(tx, by, held, 'entry.disputed', { words }, now);
}
