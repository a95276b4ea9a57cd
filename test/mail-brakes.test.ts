import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY, MINUTE } from '../src/domain/shared/instant.ts';
import { mayAcknowledge, mayMailAutomatically } from '../src/features/mail/brakes.store.ts';
import { enqueueMail } from '../src/features/mail/enqueue-mail.ts';
import { newId } from '../src/platform/db/ids.ts';
import { arrive } from './support/mails.ts';
import { type TestServer, testServer } from './support/server.ts';

let server: TestServer;
let requestId: string;
let contact: { id: string; name: string; email: string; status: string };
beforeAll(async () => {
  server = await testServer();
  const { contacts } = await server.client('Nordic Mills', ['ada@nordic.example']);
  contact = { id: contacts[0] ?? '', name: 'Ada', email: 'ada@nordic.example', status: 'active' };
  ({ requestId } = await arrive(server, { from: 'ada@nordic.example' }));
});
afterAll(() => server.close());

const NOW = Date.parse('2026-11-24T12:00:00Z');

/** So many automatic mails to Ada, all sent so many minutes ago, about this request or about others. */
async function sent(n: number, minutesAgo: number, about: string | null): Promise<void> {
  const at = new Date(NOW - minutesAgo * MINUTE).toISOString();
  const mail = {
    workspace_id: server.workspaceId,
    from_address: 'support@firm.example',
    recipient: contact.email,
    rfc_message_id: '<x@firm.example>',
    raw: Buffer.alloc(0),
    automatic: true,
    not_before: at,
    created_at: at,
    request_id: about,
  };
  const rows = Array.from({ length: n }, () => ({ ...mail, id: newId() }));
  await server.within(async (tx) => {
    await tx.deleteFrom('outbox').execute();
    if (rows.length > 0) await tx.insertInto('outbox').values(rows).execute();
  });
}
const may = () => server.within((tx) => mayMailAutomatically(tx, requestId, contact, NOW));

describe('[AT-13] loop brakes for automatic mail', () => {
  it.each<[number, number]>([
    [10, 10],
    [15, 30],
    [25, 60],
    [50, 180],
    [100, 600],
  ])('about one request: %i in %i minutes, no more', async (most, minutes) => {
    await sent(most - 1, minutes, requestId);
    expect(await may()).toBe(true);
    await sent(most, minutes, requestId);
    expect(await may()).toBe(false);
  });

  it.each<[number, number]>([
    [30, 10],
    [60, 30],
    [120, 60],
    [240, 180],
    [360, 600],
  ])('to one person: %i in %i minutes, no more', async (most, minutes) => {
    await sent(most - 1, minutes, null);
    expect(await may()).toBe(true);
    await sent(most, minutes, null);
    expect(await may()).toBe(false);
  });

  it('a word that a mail has arrived: one an hour', async () => {
    const acknowledge = () => server.within((tx) => mayAcknowledge(tx, requestId, contact, NOW));
    await sent(1, 59, null);
    expect(await acknowledge()).toBe(false);
    await sent(1, 61, null);
    expect(await acknowledge()).toBe(true);
  });

  it('an address that bounced is left alone for sixty days', async () => {
    await sent(0, 0, null);
    const bounced = (days: number) => {
      const bounced_at = new Date(NOW - days * DAY).toISOString();
      return server.within((tx) =>
        tx.updateTable('contact').set({ bounced_at }).where('id', '=', contact.id).execute(),
      );
    };
    await bounced(59);
    expect(await may()).toBe(false);
    await bounced(61);
    expect(await may()).toBe(true);
  });

  it('no door is without them', async () => {
    await sent(10, 1, requestId);
    const thread = { references: [], inReplyTo: null };
    const mail = { requestId, clientId: null, messageId: null, contact, subject: 'Hi', text: 'Hi', lang: 'en', thread };
    const enqueue = (more: { automatic: boolean; status: string }) => {
      const to = { ...contact, status: more.status };
      const letter = { ...mail, automatic: more.automatic, contact: to, notBefore: NOW };
      return server.within((tx) => enqueueMail(tx, server.ctx, letter, NOW));
    };
    await expect(enqueue({ automatic: true, status: 'active' })).rejects.toThrow('too-many-automatic-mails');
    await expect(enqueue({ automatic: false, status: 'active' })).resolves.toBeDefined();
    for (const status of ['left', 'died'])
      await expect(enqueue({ automatic: false, status })).rejects.toThrow('contact-not-active');
  });
});
