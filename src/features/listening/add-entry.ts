import type { Entry, EntryValue } from '../../contract/listening.ts';
import { addEntry as decide } from '../../domain/listening/entry-life.ts';
import { similarEntries } from '../../domain/listening/similar-entries.ts';
import { newId } from '../../platform/db/ids.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { accepted, refused } from '../../platform/http/refused.ts';
import { append } from '../../platform/ledger/append.ts';
import { type LockedRequest, lockRequest, saveRequest } from '../requests/public.ts';
import { toEntry, toValue } from './entry-shape.ts';
import { entriesOf, insertEntry, insertSource, messageBody } from './entry.store.ts';

export type Words = {
  kind: Entry['kind'];
  text: string;
  value: EntryValue | null;
  standing: boolean;
  source: { messageId: string; quote: string; start: number; end: number } | null;
};
type Added = { id: string; similar: { id: string; text: string; likeness: number }[] };

/** L1: what was said goes on the ledger in their own words, with a link back to the sentence; what it resembles is suggested (L2). */
export async function addEntry(tx: Tx, by: Actor, requestId: string, words: Words, now: number): Promise<Added> {
  const request = await lockRequest(tx, requestId);
  if (words.standing && !request.clientId) throw refused('client-unknown');
  const known = await entriesOf(tx, requestId, request.clientId);
  const side = by.kind === 'contact' || words.kind !== 'question' ? 'theirs' : 'ours';
  const value = words.value ? { value: toValue(words.value) } : {};
  accepted(decide({ kind: words.kind, side, text: words.text, ...value }));
  const id = newId(now);
  await insertEntry(tx, { id, requestId, clientId: request.clientId, ...words, side }, now);
  const quote = await quoteOf(tx, by, request, words);
  if (quote) await insertSource(tx, newId(now), id, request.clientId, quote, now);
  await saveRequest(tx, request, {}, now);
  const data = { entry: id, kind: words.kind, text: words.text, value: words.value, quote: quote?.quote };
  await append(tx, by, now, [{ kind: 'entry.added', requestId, clientId: request.clientId, audience: 'both', data }]);
  const found = similarEntries({ text: words.text, kind: words.kind, ...value }, known.map(toEntry));
  return {
    id,
    similar: found.map((s) => ({
      id: s.entryId,
      text: known.find((e) => e.id === s.entryId)?.text ?? '',
      likeness: s.score,
    })),
  };
}

/** The sentence the entry came from; in the room the client's own typing is the source. */
export async function quoteOf(tx: Tx, by: Actor, request: LockedRequest, words: Pick<Words, 'source' | 'text'>) {
  if (!words.source) {
    return by.kind === 'contact'
      ? { messageId: null, quote: words.text, start: null, end: null, saidBy: by.name }
      : null;
  }
  const message = await messageBody(tx, request.id, words.source.messageId);
  if (!message || !message.body.includes(words.source.quote)) throw refused('quote-not-in-message');
  return { ...words.source, saidBy: message.author, direction: message.direction };
}
