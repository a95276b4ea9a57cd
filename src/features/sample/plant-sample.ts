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
import { PAST, type PastRequest } from './past.ts';
import { answerFirst, closeSample, discuss, promiseIn, tell } from './plant-request.ts';
import { plantReview } from './plant-review.ts';
import { firstOwner, insertSampleProduct, sampleIsThere } from './sample.store.ts';

type Person = { id: string; name: string; clientId: string };
type Planted = {
  readonly by: MemberActor;
  readonly clients: ReadonlyMap<string, string>;
  readonly contacts: ReadonlyMap<string, Person>;
};

/**
 * Plants the sample company through the same use cases people use, each at its own time, so that ledger, figures and guards hold.
 * No mail leaves. Refuses when it stands there already.
 */
export async function plantSample(ctx: Context, workspaceId: string): Promise<void> {
  await plantHistory(ctx, await plantPresent(ctx, workspaceId));
}

/** The same for somebody who waits at the screen: what is open is there at once, the two past quarters follow while they look around. */
export async function plantSampleQuickly(ctx: Context, workspaceId: string): Promise<void> {
  const planted = await plantPresent(ctx, workspaceId);
  void plantHistory(ctx, planted).catch((err: unknown) => ctx.log.warn({ err }, 'the past of the sample is not whole'));
}

async function plantPresent(ctx: Context, workspaceId: string): Promise<Planted> {
  const now = ctx.now();
  const by = await inWorkspace(ctx.db, { workspaceId }, async (tx) => {
    if (await sampleIsThere(tx)) throw refused('sample-planted-already');
    return firstOwner(tx);
  });
  const planted = { by, ...(await inWorkspace(ctx.db, { workspaceId }, (tx) => plantClients(tx, by, now))) };
  for (const sample of REQUESTS.toSorted((a, b) => b.daysAgo - a.daysAgo))
    await plantRequest(ctx, by, planted, sample, now);
  return planted;
}

async function plantHistory(ctx: Context, planted: Planted): Promise<void> {
  const now = ctx.now();
  for (const past of PAST) await plantPast(ctx, planted.by, planted, past, now);
  const { id: clientId, contact } = clientOf(planted, 'acme');
  await plantReview(ctx, planted.by, clientId, contact, now);
}

async function plantClients(tx: Tx, by: MemberActor, now: number): Promise<Omit<Planted, 'by'>> {
  const clients = new Map<string, string>();
  const contacts = new Map<string, Person>();
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

function clientOf(planted: Planted, key: string): { id: string; contact: string } {
  const contact = [...planted.contacts].find(([name]) => name.startsWith(`${key}/`))?.[1];
  return { id: planted.clients.get(key) ?? '', contact: contact?.name ?? '' };
}

/** The first day of the quarter that lies so many quarters back. */
function quarterStart(now: number, back: number): number {
  const today = new Date(now);
  return Date.UTC(today.getUTCFullYear(), (Math.floor(today.getUTCMonth() / 3) - back) * 3, 1);
}

async function plantPast(
  ctx: Context,
  by: MemberActor,
  planted: Planted,
  past: PastRequest,
  now: number,
): Promise<void> {
  const at = quarterStart(now, past.quarter) + past.day * DAY + 9 * HOUR;
  const daysAgo = (now - at - 3 * HOUR) / DAY;
  const { id, contact } = await plantRequest(ctx, by, planted, { ...past, daysAgo, closed: false }, now);
  const scope = { workspaceId: by.workspaceId };
  await inWorkspace(ctx.db, scope, async (tx) => {
    await answerFirst(tx, by, contact, id, past, at + 2 * HOUR);
    await closeSample(tx, by, contact, id, past, at + 6 * DAY);
  });
}

async function plantRequest(
  ctx: Context,
  by: MemberActor,
  planted: Planted,
  sample: SampleRequest,
  now: number,
): Promise<{ id: string; contact: Person }> {
  const contact = planted.contacts.get(`${sample.client}/${sample.contact}`);
  if (!contact) throw new Error(`the sample names a contact that is not there: ${sample.client}/${sample.contact}`);
  const at = now - sample.daysAgo * DAY - 3 * HOUR;
  const scope = { workspaceId: by.workspaceId };
  const id = await inWorkspace(ctx.db, scope, (tx) => tell(tx, by, contact, sample, at, now));
  if (sample.place || sample.interest) await discuss(ctx, by, contact, id, sample, at + 20 * MINUTE);
  if (sample.promise) await promiseIn(ctx, by, id, sample.promise, at + HOUR);
  if (sample.closed) await inWorkspace(ctx.db, scope, (tx) => closeSample(tx, by, contact, id, sample, at + 6 * DAY));
  return { id, contact };
}
