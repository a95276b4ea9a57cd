import type { ClientPage } from '../../contract/clients.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { refused } from '../../platform/http/refused.ts';
import { type NewEvent, append } from '../../platform/ledger/append.ts';
import { findContact } from '../clients/public.ts';
import { lockRequest, saveRequest } from '../requests/public.ts';
import {
  type Inheritance,
  inheritPromises,
  inheritRights,
  inheritance,
  markBack,
  markGone,
  requestsInHand,
} from './succession.store.ts';

type Contact = ClientPage['contacts'][number];

/**
 * S5: a person left or died. Nothing leaves for them from this moment (the database sees to it), and the successor – a living person of
 * the same client – takes over their open requests, promises, rights in the room and the decisions that were theirs.
 */
export async function contactGone(
  tx: Tx,
  by: MemberActor,
  id: string,
  wish: { how: 'left' | 'died'; successorId: string | null },
  now: number,
): Promise<Inheritance> {
  const gone = await findContact(tx, id);
  if (!gone) throw refused('not-found');
  if (gone.status !== 'active') throw refused('contact-gone-already');
  const heir = wish.successorId ? await findContact(tx, wish.successorId) : null;
  if (wish.successorId && !mayFollow(heir, gone)) throw refused('successor-not-fitting');
  const held = [];
  for (const requestId of await requestsInHand(tx, id)) held.push(await lockRequest(tx, requestId));
  const over = await inheritance(tx, id);
  if (!(await markGone(tx, id, wish.how, heir?.id ?? null, now))) throw refused('contact-gone-already');
  if (heir) await inheritRights(tx, id, heir.id);
  const decides = heir && (heir.may === 'decide' || gone.may === 'decide') ? heir.id : null;
  const events: NewEvent[] = [];
  for (const request of held) {
    const speaks = heir && request.contactId === id ? { contact_id: heir.id } : {};
    const decider = request.decisionMakerId === id ? { decision_maker_id: decides } : {};
    if (heir) await inheritPromises(tx, request.id, gone.name, heir.name);
    await saveRequest(tx, request, { ...speaks, ...decider }, now);
    const data = { contact: id, name: heir?.name ?? null, insteadOf: gone.name };
    events.push({ kind: 'request.successor', requestId: request.id, clientId: request.clientId, data });
  }
  const data = { contact: id, name: gone.name, how: wish.how, successor: heir?.id ?? null, ...over };
  await append(tx, by, now, [{ kind: 'contact.gone', clientId: gone.clientId, data }, ...events]);
  return over;
}

const mayFollow = (heir: Contact | null, gone: Contact): boolean =>
  heir !== null && heir.status === 'active' && heir.id !== gone.id && heir.clientId === gone.clientId;

/** Marked by mistake: mail reaches them again. What the successor took over stays with them until a person moves it back. */
export async function contactBack(tx: Tx, by: MemberActor, id: string, now: number): Promise<void> {
  const back = await markBack(tx, id);
  if (!back) throw refused('contact-not-gone');
  await append(tx, by, now, [
    { kind: 'contact.back', clientId: back.clientId, data: { contact: id, name: back.name } },
  ]);
}
