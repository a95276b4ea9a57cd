import type { DraftFacts } from '../../domain/coach/draft-context.ts';
import type { Lang } from '../../domain/coach/types.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { refused } from '../../platform/http/refused.ts';
import { findContact, officeHours, productsOf } from '../clients/public.ts';
import { entriesOf, toEntry } from '../listening/public.ts';
import { findMember } from '../people/public.ts';

type Place = { readonly id: string; readonly clientId: string | null };

/** The writer's own authority, and what the client said and has: what a draft on this request is held against. */
export async function factsFor(tx: Tx, by: MemberActor, request: Place): Promise<DraftFacts> {
  const member = await findMember(tx, by.id);
  if (!member) throw refused('no-such-member');
  const { zone } = await officeHours(tx);
  const entries = (await entriesOf(tx, request.id, request.clientId)).map(toEntry);
  const products = request.clientId ? await productsOf(tx, request.clientId) : [];
  return {
    zone,
    author: { name: member.name, ...member.authority },
    entries: entries.map(({ kind, state, text, answer, value }) => ({
      kind,
      state,
      text,
      answer: answer ?? null,
      value: value ?? null,
    })),
    products: products.map(({ name, from }) => ({ name, from: from ?? null })),
  };
}

/** What the client reads. */
export async function clientLang(tx: Tx, contactId: string | null, otherwise: string): Promise<Lang> {
  const contact = contactId ? await findContact(tx, contactId) : null;
  const lang = (contact?.lang ?? otherwise).slice(0, 2);
  return (['en', 'ru', 'pl', 'fr'] as const).find((l) => l === lang) ?? 'en';
}
