import { DAY, HOUR, MINUTE } from '../../domain/shared/instant.ts';
import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/db/ids.ts';
import { iso } from '../../platform/db/time.ts';
import { type Tx, inWorkspace } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { refused } from '../../platform/http/refused.ts';
import { append } from '../../platform/ledger/append.ts';
import { insertAgreement, insertClient, insertContact } from '../clients/public.ts';
import { CLIENTS, REQUESTS, type SampleClient, type SampleRequest } from './company.ts';
import { closeSample, discuss, promiseIn, tell } from './plant-request.ts';
import { firstOwner, insertSampleProduct, sampleIsThere } from './sample.store.ts';

export type Planted = {
  readonly clients: ReadonlyMap<string, string>;
  readonly contacts: ReadonlyMap<string, { id: string; name: string; clientId: string }>;
};

/**
 * Plants the sample company through the same use cases people use, each at its own time, so that ledger, figures and guards hold.
 * No mail leaves. Refuses when it stands there already.
 */
export async function plantSample(ctx: Context, workspaceId: string): Promise<void> {
  const now = ctx.now();
  const by = await inWorkspace(ctx.db, { workspaceId }, async (tx) => {
    if (await sampleIsThere(tx)) throw refused('sample-planted-already');
    return firstOwner(tx);
  });
  const planted = await inWorkspace(ctx.db, { workspaceId }, (tx) => plantClients(tx, by, now));
  const oldestFirst = REQUESTS.toSorted((a, b) => b.daysAgo - a.daysAgo);
  for (const sample of oldestFirst) await plantRequest(ctx, by, planted, sample, now);
}

async function plantClients(tx: Tx, by: MemberActor, now: number): Promise<Planted> {
  const clients = new Map<string, string>();
  const contacts = new Map<string, { id: string; name: string; clientId: string }>();
  for (const c of CLIENTS) {
    const id = newId(now);
    clients.set(c.key, id);
    await insertClient(
      tx,
      id,
      { name: c.name, domains: [c.domain], lang: c.lang, since: c.since, zone: null, note: null },
      now,
    );
    for (const person of c.contacts) {
      const contactId = newId(now);
      const email = `${person.key}@${c.domain}`;
      await insertContact(
        tx,
        contactId,
        id,
        { name: person.name, email, lang: c.lang, roleText: person.role, may: person.may },
        now,
      );
      contacts.set(`${c.key}/${person.key}`, { id: contactId, name: person.name, clientId: id });
    }
    await plantAgreement(tx, id, c, now);
    for (const product of c.has) await insertSampleProduct(tx, { id: newId(now), clientId: id, ...product });
    await append(tx, by, now, [{ kind: 'client.created', clientId: id, data: { name: c.name, sample: true } }]);
  }
  return { clients, contacts };
}

async function plantAgreement(tx: Tx, clientId: string, { agreement: a }: SampleClient, now: number): Promise<void> {
  const hours = [[a.opens, a.closes]];
  const week = { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours };
  const allowance = {
    key: 'hours',
    name: a.title,
    unit: 'minutes',
    amount: a.hoursAMonth * 60,
    per: 'month',
    services: null,
    carryOver: null,
    overage: null,
    clause: a.clause,
  };
  const terms = { coverage: { zone: 'Europe/Warsaw', rules: { week }, clause: a.clause }, allowances: [allowance] };
  await insertAgreement(
    tx,
    { id: newId(now), clientId, title: a.title, validFrom: iso(now - 700 * DAY), validTo: null, terms },
    now,
  );
}

async function plantRequest(
  ctx: Context,
  by: MemberActor,
  planted: Planted,
  sample: SampleRequest,
  now: number,
): Promise<void> {
  const contact = planted.contacts.get(`${sample.client}/${sample.contact}`);
  if (!contact) throw new Error(`the sample names a contact that is not there: ${sample.client}/${sample.contact}`);
  const at = now - sample.daysAgo * DAY - 3 * HOUR;
  const scope = { workspaceId: by.workspaceId };
  const id = await inWorkspace(ctx.db, scope, (tx) => tell(tx, by, contact, sample, at));
  if (sample.place || sample.interest) await discuss(ctx, by, contact, id, sample, at + 20 * MINUTE);
  if (sample.promise) await promiseIn(ctx, by, id, sample.promise, at + HOUR);
  if (sample.closed) await inWorkspace(ctx.db, scope, (tx) => closeSample(tx, by, contact, id, sample, at + 6 * DAY));
}
