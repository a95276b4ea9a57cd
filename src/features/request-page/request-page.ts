import type { RequestPage } from '../../contract/requests.ts';
import { moves } from '../../domain/request/moves.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { refused } from '../../platform/http/refused.ts';
import { accordsOf } from '../accords/public.ts';
import { coverageInWords } from '../agreements/public.ts';
import { contactsOf, findClient, findContact } from '../clients/public.ts';
import { latestClosing } from '../closing/public.ts';
import { conflictOf } from '../conflict/public.ts';
import { conversationOf } from '../conversation/public.ts';
import { entriesOf } from '../listening/public.ts';
import { methodChangesOf } from '../method-change/public.ts';
import { justDoItSoFar, pausesOf, privateLimitOf, tableForDesk } from '../negotiation/public.ts';
import { playbookOf } from '../playbooks/public.ts';
import { promisesOf } from '../promises/public.ts';
import { situationsOf } from '../situations/public.ts';
import { placementsOf } from '../triage/public.ts';
import { isWatched } from '../worklist/public.ts';
import { factsOf } from './facts.ts';
import { firstAskOf } from './first-ask.ts';
import { approvalsAskedFor, declinedTalks, requestHead } from './page.store.ts';

/** Everything about one request, both sides of the table, with the one next step the core works out of it. */
export async function requestPage(tx: Tx, id: string, now: number, reader: MemberActor): Promise<RequestPage> {
  const found = await requestHead(tx, id);
  if (!found) throw refused('not-found');
  const { head, clientId, contactId } = found;
  const entries = await entriesOf(tx, id, clientId);
  const { rounds, options } = await tableForDesk(tx, id, clientId, entries);
  const seen = {
    ...head,
    privateLimit: await privateLimitOf(tx, id),
    client: clientId ? await relation(tx, clientId, now, reader.lang) : null,
    contact: contactId ? await findContact(tx, contactId) : null,
    contacts: clientId ? await contactsOf(tx, clientId) : [],
    entries,
    placements: await placementsOf(tx, id),
    messages: await conversationOf(tx, id),
    rounds,
    options,
    pauses: await pausesOf(tx, id),
    accords: await accordsOf(tx, id),
    promises: await promisesOf(tx, id),
    closing: await latestClosing(tx, id),
    conflict: await conflictOf(tx, id),
    methodChanges: await methodChangesOf(tx, id, options),
    situations: await situationsOf(tx, id, now),
    watched: await isWatched(tx, reader.id, id),
    playbook: await playbookOf(tx, id, now),
  };
  const { benefitDue } = await justDoItSoFar(tx, id);
  const asked = await approvalsAskedFor(tx, id);
  const { allowed, next } = moves(factsOf({ ...seen, approvalsAsked: asked, benefitDue }, now));
  return { ...seen, firstAsk: firstAskOf(seen), moves: { allowed: [...allowed], next } };
}

/** L8: loyalty is known, not looked up. */
async function relation(tx: Tx, clientId: string, now: number, readerLang: string): Promise<RequestPage['client']> {
  const client = await findClient(tx, clientId);
  if (!client) return null;
  const { id, name, since, kept, broken, lang } = client;
  const declined = await declinedTalks(tx, clientId);
  return { id, name, since, kept, broken, lang, declined, ...(await coverageInWords(tx, clientId, now, readerLang)) };
}
