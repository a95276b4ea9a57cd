import { newId } from '../../platform/db/ids.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { translator } from '../../platform/i18n/translator.ts';
import { append, type NewEvent } from '../../platform/ledger/append.ts';
import { insertClient, insertContact, nextOfficeDay } from '../clients/public.ts';
import { refOf } from '../requests/public.ts';
import {
  clientsByName,
  contactsByAddress,
  holdNumbers,
  insertPast,
  type Numbered,
  openedByKey,
} from './history.store.ts';
import type { PastRequest } from './read-row.ts';

export type Line = { readonly line: number; readonly request: PastRequest };
export type Taken = {
  readonly taken: number;
  readonly there: number;
  readonly failed: { line: number; why: string }[];
};

/**
 * A batch of another desk's past requests, in one transaction: what is there already stays as it is, what cannot be told apart fails
 * by line. The ledger says when they were brought in, never that they happened here: one event each, dated now, with the desk's own
 * times inside. So the chain is as strong over them as over anything else.
 */
export async function takeHistory(tx: Tx, desk: string, lines: readonly Line[], now: number): Promise<Taken> {
  const { next, lang } = await holdNumbers(tx);
  const keys = lines.map((l) => l.request.key);
  const known = await openedByKey(tx, desk, keys);
  const failed: Taken['failed'] = [];
  const fresh: Line[] = [];
  for (const l of lines) {
    const opened = known.get(l.request.key);
    if (opened === undefined) fresh.push(l);
    else if (opened !== l.request.opened)
      failed.push({ line: l.line, why: `reference ${l.request.key} is taken by a request opened ${iso(opened)}` });
    known.set(l.request.key, opened ?? l.request.opened);
  }
  const parties = await partiesFor(tx, fresh, now);
  const numbered: Numbered[] = [];
  for (const { line, request } of fresh) {
    const contact = request.contact ? parties.contacts.get(request.contact.email) : undefined;
    const named = request.client ? parties.clients.get(request.client.toLowerCase()) : undefined;
    const clientId = named ?? contact?.clientId ?? null;
    if (contact && contact.clientId !== clientId)
      failed.push({ line, why: `${request.contact?.email ?? ''} is somebody of another client` });
    else {
      const ref = next + numbered.length;
      numbered.push({ ...request, id: newId(now), ref, clientId, contactId: contact?.id ?? null });
    }
  }
  const step = { words: translator(lang)('steps.look-at-imported'), due: await nextOfficeDay(tx, now) };
  await insertPast(tx, desk, numbered, step, now);
  await append(tx, { kind: 'system' }, now, [...parties.events, ...numbered.map((r) => imported(r, desk))]);
  return { taken: numbered.length, there: lines.length - numbered.length - failed.length, failed };
}

const imported = (r: Numbered, desk: string): NewEvent => ({
  kind: 'request.imported',
  requestId: r.id,
  clientId: r.clientId,
  audience: 'both',
  data: {
    ref: refOf(r.ref),
    subject: r.subject,
    desk,
    key: r.key,
    kind: r.kind,
    priority: r.priority,
    team: r.team,
    opened: iso(r.opened),
    resolved: r.resolved === null ? null : iso(r.resolved),
    closed: r.closed === null ? null : iso(r.closed),
  },
});

/** The clients and contacts the batch speaks of; who is not known yet is written down first. */
async function partiesFor(tx: Tx, lines: readonly Line[], now: number) {
  const events: NewEvent[] = [];
  const names = new Map(lines.flatMap(({ request: { client } }) => (client ? [[client.toLowerCase(), client]] : [])));
  const clients = await clientsByName(tx, [...names.keys()]);
  for (const [lower, name] of names) {
    if (clients.has(lower)) continue;
    const id = newId(now);
    await insertClient(tx, id, { name, domains: [], lang: 'en', since: null, zone: null, note: null }, now);
    clients.set(lower, id);
    events.push({ kind: 'client.created', clientId: id, data: { name, imported: true } });
  }
  // Of several rows the first says whose they are.
  const people = new Map(lines.toReversed().flatMap(({ request: r }) => (r.contact ? [[r.contact.email, r]] : [])));
  const contacts = await contactsByAddress(tx, [...people.keys()]);
  for (const [email, { contact, client }] of people) {
    const clientId = clients.get(client?.toLowerCase() ?? '');
    if (contacts.has(email) || !contact || !clientId) continue;
    const id = newId(now);
    await insertContact(tx, id, clientId, { ...contact, lang: 'en', roleText: null, may: 'talk' }, now);
    contacts.set(email, { id, clientId });
    events.push({ kind: 'contact.created', clientId, data: { contact: id, name: contact.name, may: 'talk' } });
  }
  return { clients, contacts, events };
}
