import * as requests from '../../src/contract/requests.ts';
import * as visits from '../../src/contract/visits.ts';
import { DAY, HOUR } from '../../src/domain/shared/instant.ts';
import type { Client, Seat, TestServer } from './server.ts';

/** Visits as the doors know them, in few words. Times are UTC hours after nine on a day that lies ahead. */
export function visitsOf(app: TestServer) {
  const morning = (days: number): number => Math.floor((app.ctx.now() + days * DAY) / DAY) * DAY + 9 * HOUR;
  const at = (days: number, hour = 0, hours = 2): { from: string; to: string } => ({
    from: new Date(morning(days) + hour * HOUR).toISOString(),
    to: new Date(morning(days) + (hour + hours) * HOUR).toISOString(),
  });
  const plan = (client: Client, change: Record<string, unknown> = {}) => ({
    clientId: client.id,
    requestId: null,
    contactId: client.contacts[0] ?? null,
    purpose: 'Look at line 2',
    zone: 'Europe/Warsaw',
    memberIds: [app.people.agent],
    ...change,
  });
  async function planned(as: Seat, body: object): Promise<string> {
    const made = await app.call(visits.planVisit, { as, body });
    if (made.status !== 201) throw new Error(JSON.stringify(made.problem));
    return made.body.id;
  }
  async function visit(id: string): Promise<visits.Visit> {
    const query = { from: at(-2).from, to: at(200).to };
    const { body } = await app.call(visits.listVisits, { as: 'lead', query });
    const found = body.items.find((v) => v.id === id);
    if (!found) throw new Error('no such visit');
    return found;
  }
  async function ask(subject: string, client: Client): Promise<string> {
    const body = { subject, body: subject, clientId: client.id, contactId: client.contacts[0], channel: 'call' };
    return (await app.call(requests.createRequest, { as: 'agent', body })).body.id;
  }
  return { morning, at, plan, planned, visit, ask };
}

/** Parts of a mail in base64 and soft line ends, as text. */
export const inside = (raw: string): string =>
  raw
    .replace(
      /\r\n\r\n((?:[A-Za-z0-9+/=]{20,}\r\n)+[A-Za-z0-9+/=]*)/g,
      (_, b: string) => `\n\n${Buffer.from(b, 'base64').toString()}`,
    )
    .replace(/=\r\n/g, '');
