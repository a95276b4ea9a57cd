import type { Lang } from '../../contract/common.ts';
import type { VisitLetter } from '../../contract/visits.ts';
import { isOpenVisit } from '../../domain/visits/outcome.ts';
import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/db/ids.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { refused } from '../../platform/http/refused.ts';
import { append } from '../../platform/ledger/append.ts';
import { findContact, nextOfficeDay } from '../clients/public.ts';
import { sendToClient } from '../conversation/public.ts';
import { insertRequest, lockRequest, stepWords } from '../requests/public.ts';
import { clashesFor } from './clashes.ts';
import { writeEntry } from './visit-entry.ts';
import { ENTRY, visitWords } from './visit-words.ts';
import { type VisitRecord, findVisit, lockVisit, updateVisit } from './visit.store.ts';

/** The ready words; nothing is written or sent. */
export async function readyWords(tx: Tx, id: string, about: VisitLetter) {
  const visit = await findVisit(tx, id);
  const to = await addressee(tx, visit);
  const here = isOpenVisit(visit.state) ? await clashesFor(tx, visit) : [];
  const others = await Promise.all(here.map((c) => findVisit(tx, c.otherId)));
  const lang = to.lang as Lang;
  const same = others.filter((o) => o.clientId === visit.clientId);
  const words = visitWords(visit, about, { name: to.name, lang }, same);
  return { to: to.name, lang, ...words, calendar: ENTRY[about] !== undefined };
}

type Words = { about: VisitLetter; subject: string; body: string; sendAnyway?: { reason: string } | undefined };
const BAD_NEWS = new Set<VisitLetter>(['moved', 'called-off', 'later', 'two-teams']);

/** A person pressed the button: the words leave by mail as part of a request's conversation; a visit without one gets it now. */
export async function tellClient(
  tx: Tx,
  ctx: Context,
  by: MemberActor,
  id: string,
  words: Words,
  now: number,
): Promise<{ messageId: string; requestId: string }> {
  const seen = await findVisit(tx, id);
  const contact = await addressee(tx, seen);
  const requestId = seen.requestId ?? (await requestFor(tx, by, seen, now));
  const request = await lockRequest(tx, requestId);
  const visit = await lockVisit(tx, id);
  const { about, subject, body, sendAnyway } = words;
  const method = ENTRY[about];
  const attendee = { name: contact.name, email: contact.email };
  const write = (organizer: { name: string; email: string }): string =>
    writeEntry(visit, method ?? 'request', { organizer, attendee }, now);
  const purpose = BAD_NEWS.has(about) ? 'bad-news' : 'reply';
  const letter = { request, by, purpose, to: contact.id, subject, body, sendAnyway } as const;
  const calendar = method ? { method, write } : undefined;
  const { messageId } = await sendToClient(tx, ctx, { ...letter, calendar, automatic: false, undoable: false }, now);
  const told = method ? { told_at: visit.toldAt ?? iso(now), told_sequence: visit.sequence } : {};
  await updateVisit(tx, id, { ...told, ...(seen.requestId ? {} : { request_id: requestId }) }, now);
  const data = { visit: id, about, text: subject, message: messageId };
  await append(tx, by, now, [{ kind: 'visit.told', requestId, clientId: visit.clientId, audience: 'both', data }]);
  return { messageId, requestId };
}

async function addressee(tx: Tx, visit: VisitRecord) {
  const contact = visit.contactId ? await findContact(tx, visit.contactId) : null;
  if (!contact) throw refused('visit-names-nobody');
  return contact;
}

async function requestFor(tx: Tx, by: MemberActor, visit: VisitRecord, now: number): Promise<string> {
  const id = newId(now);
  const { purpose: subject, clientId, contactId } = visit;
  const next = { nextStep: await stepWords(tx, 'await-client'), nextDue: iso(await nextOfficeDay(tx, now)) };
  const made = await insertRequest(tx, {
    id,
    subject,
    kind: 'visit',
    clientId,
    contactId,
    ownerId: by.id,
    openedAt: iso(now),
    ...next,
  });
  const data = { ref: made.ref, subject, visit: visit.id };
  await append(tx, by, now, [{ kind: 'request.opened', requestId: id, clientId, audience: 'both', data }]);
  return id;
}
