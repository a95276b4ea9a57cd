import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getRequest, listRequests } from '../src/contract/requests.ts';
import { arrive, mailOf, outgoing, receive } from './support/mails.ts';
import { type Client, type TestServer, testServer } from './support/server.ts';

let server: TestServer;
let client: Client;
beforeAll(async () => {
  server = await testServer();
  client = await server.client('Nordic Mills', ['ada@nordic.example', 'ben@nordic.example'], ['nordic.example']);
});
afterAll(() => server.close());

const pageOf = async (requestId: string) =>
  (await server.call(getRequest, { as: 'agent', params: { id: requestId } })).body;

describe('a mail nobody waited for becomes a request', () => {
  it('[C1] [C7] from a contact: client, contact, phase, next step with a date', async () => {
    const { requestId } = await arrive(server, { from: 'Ada <ADA@nordic.example>' });
    const page = await pageOf(requestId);
    expect(page).toMatchObject({ phase: 'initiation', ball: 'ours', nextStep: 'Answer for the first time' });
    expect([page.client?.name, page.contact?.email, page.ownerId]).toEqual([
      'Nordic Mills',
      'ada@nordic.example',
      null,
    ]);
    expect(page.messages[0]).toMatchObject({ verified: true, direction: 'in', channel: 'mail', audience: 'both' });
    expect((await server.call(listRequests, { as: 'agent' })).body.items.map((r) => r.id)).toContain(requestId);
  });
});
