import type { OptionTerms } from '../../contract/negotiation.ts';
import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/db/ids.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { refused } from '../../platform/http/refused.ts';
import { DAY } from '../../domain/shared/instant.ts';
import { type Held, type Outcome, carryOut, decideAll, holdTable } from './carry-out.ts';
import { insertOption, insertRevision } from './option.store.ts';
import { wordingHash } from '../accords/public.ts';
import { optionWords, readOurs } from './second-reader.ts';

export type Wording = {
  title: string;
  terms: OptionTerms;
  parents: string[];
  changedWhy: string | null;
  sendAnyway?: { reason: string } | undefined;
};
const EXPIRES_DAYS = 14;
const sideOf = (by: Actor): 'ours' | 'theirs' => (by.kind === 'contact' ? 'theirs' : 'ours');

/** A, B, … Z, AA: how people speak of options. */
function letterOf(n: number): string {
  return n < 26 ? String.fromCharCode(65 + n) : letterOf(Math.floor(n / 26) - 1) + letterOf(n % 26);
}

/** T7, T9: an option is written, alone or out of others. Ours stays a draft until a round opens; the client's goes on the table at once. */
export async function writeOption(
  tx: Tx,
  ctx: Context,
  by: Actor,
  requestId: string,
  wording: Wording,
  now: number,
): Promise<{ id: string; hash: string; outcome: Outcome }> {
  const held = await holdTable(tx, requestId);
  const clientId = clientOf(held);
  await readOurs(tx, by, held.request, optionWords(wording, wording.sendAnyway), now);
  const id = newId(now);
  const side = sideOf(by);
  const hash = wordingHash(wording.title, wording.terms);
  const who = { side, personId: by.id };
  const draft = {
    kind: 'draft-option',
    complete: side === 'ours',
    optionId: id,
    hash,
    parents: wording.parents,
    ...who,
    ...(wording.changedWhy ? { changedWhy: wording.changedWhy } : {}),
  } as const;
  const table = { kind: 'table-option', optionId: id, expiresAt: now + EXPIRES_DAYS * DAY, ...who } as const;
  const events = decideAll(held.table, side === 'theirs' ? [draft, table] : [draft], now);
  const letter = letterOf(held.table.options.length);
  const { title, parents, changedWhy } = wording;
  await insertOption(
    tx,
    {
      id,
      requestId,
      clientId,
      letter,
      side,
      title,
      parents,
      changedWhy,
      byId: by.id,
      roundId: null,
      tabled: false,
      expiresAt: null,
    },
    now,
  );
  await insertRevision(
    tx,
    { optionId: id, clientId, hash, terms: wording.terms, title, side, byId: by.id, number: 1 },
    now,
  );
  const outcome = await carryOut(tx, ctx, by, held, events, side === 'theirs' ? { ball: 'ours' } : {}, now);
  return { id, hash, outcome };
}

/** A new wording: what was said about the old one no longer counts, and everybody can see that. `seen` is the hash the editor saw. */
export async function editOption(
  tx: Tx,
  ctx: Context,
  by: Actor,
  requestId: string,
  optionId: string,
  wording: Omit<Wording, 'parents'>,
  seen: string,
  now: number,
): Promise<{ hash: string }> {
  const held = await holdTable(tx, requestId);
  const clientId = clientOf(held);
  await readOurs(tx, by, held.request, optionWords(wording, wording.sendAnyway), now);
  const side = sideOf(by);
  const hash = wordingHash(wording.title, wording.terms);
  const why = wording.changedWhy ? { why: wording.changedWhy } : {};
  const events = decideAll(
    held.table,
    [{ kind: 'edit-option', complete: side === 'ours', optionId, basedOn: seen, hash, side, personId: by.id, ...why }],
    now,
  );
  const option = held.table.options.find((o) => o.id === optionId);
  const number = (option?.revisions.length ?? 0) + 1;
  await insertRevision(
    tx,
    { optionId, clientId, hash, terms: wording.terms, title: wording.title, side, byId: by.id, number },
    now,
  );
  await carryOut(tx, ctx, by, held, events, {}, now);
  return { hash };
}

/** Nothing can be offered to somebody unknown. */
export function clientOf({ request }: Held): string {
  if (!request.clientId) throw refused('client-unknown');
  return request.clientId;
}
