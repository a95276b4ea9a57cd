import type { Entry, EntryValue } from '../../contract/listening.ts';
import { type EntryCommand, decideEntry } from '../../domain/listening/entry-life.ts';
import { type Saying, saidAgain as decideSaidAgain } from '../../domain/listening/said-again.ts';
import { newId } from '../../platform/db/ids.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { accepted, refused } from '../../platform/http/refused.ts';
import { append } from '../../platform/ledger/append.ts';
import { type LockedRequest, lockRequest, saveRequest } from '../requests/public.ts';
import { type Words, quoteOf } from './add-entry.ts';
import { toEntry, toValue } from './entry-shape.ts';
import { entriesOf, insertEntry, insertSource, updateEntry } from './entry.store.ts';

type Held = { request: LockedRequest; entry: Entry };

async function hold(tx: Tx, requestId: string, entryId: string): Promise<Held> {
  const request = await lockRequest(tx, requestId);
  const entry = (await entriesOf(tx, requestId, request.clientId)).find((e) => e.id === entryId);
  if (!entry) throw refused('not-found');
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

const decide = (held: Held, command: EntryCommand): void => void accepted(decideEntry(toEntry(held.entry), command));
const sideOf = (by: Actor): 'ours' | 'theirs' => (by.kind === 'contact' ? 'theirs' : 'ours');

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
  const quote = await quoteOf(tx, by, held.request, { source, text: held.entry.text });
  const words = quote ?? { messageId: null, quote: held.entry.text, start: null, end: null, saidBy: null };
  const saying = (s: { messageId: string | null; quote: string }): Saying => ({
    by: 'theirs',
    quote: s.quote,
    ...(s.messageId ? { messageId: s.messageId } : {}),
  });
  const { said } = accepted(decideSaidAgain(toEntry(held.entry), saying(words), held.entry.sources.map(saying)));
  await updateEntry(tx, entryId, { said }, now);
  await insertSource(tx, newId(now), entryId, held.request.clientId, words, now);
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
  decide(held, { kind: 'answer', by: sideOf(by), text: answer });
  await updateEntry(tx, entryId, { state: 'answered', answer }, now);
  const fact = newId(now);
  const { clientId } = held.request;
  await insertEntry(
    tx,
    { id: fact, requestId, clientId, kind: 'fact', text: answer, value: null, side: 'theirs', standing: false },
    now,
  );
  const quote = { messageId: null, quote: `${held.entry.text} — ${answer}`, start: null, end: null, saidBy: by.name };
  await insertSource(tx, newId(now), fact, clientId, quote, now);
  await finish(tx, by, held, 'question.answered', { answer, fact }, now);
}

export type Correction = {
  kind?: Entry['kind'] | undefined;
  text?: string | undefined;
  value?: EntryValue | null | undefined;
  state?: 'standing' | 'withdrawn' | undefined;
  why?: string | undefined;
};

/** A correction settles a dispute; taking an entry off says why. The words before stay in the ledger of events. */
export async function changeEntry(
  tx: Tx,
  by: Actor,
  requestId: string,
  entryId: string,
  change: Correction,
  now: number,
): Promise<void> {
  const held = await hold(tx, requestId, entryId);
  const { kind, text, value, why } = change;
  if (change.state === 'withdrawn') {
    decide(held, { kind: 'withdraw', by: held.entry.side, why: why ?? '' });
    await updateEntry(tx, entryId, { state: 'withdrawn' }, now);
    return finish(tx, by, held, 'entry.withdrawn', { why }, now);
  }
  const after = text ?? held.entry.text;
  if (held.entry.kind !== 'question') {
    const typed = value === undefined ? held.entry.value : value;
    decide(
      { ...held, entry: { ...held.entry, kind: kind ?? held.entry.kind } },
      { kind: 'restate', by: sideOf(by), text: after, ...(typed ? { value: toValue(typed as EntryValue) } : {}) },
    );
  }
  const state = held.entry.state === 'disputed' ? ({ state: 'standing', dispute: null } as const) : {};
  await updateEntry(
    tx,
    entryId,
    { ...(kind ? { kind } : {}), text: after, ...(value === undefined ? {} : { value }), ...state },
    now,
  );
  return finish(tx, by, held, 'entry.changed', { before: held.entry.text, after, why }, now);
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
  decide(held, { kind: 'dispute', by: sideOf(by), words });
  await updateEntry(tx, entryId, { state: 'disputed', dispute: words }, now);
  await finish(tx, by, held, 'entry.disputed', { words }, now);
}
