import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reply } from '../src/contract/conversation.ts';
import { listTroubledOutbox } from '../src/contract/mail.ts';
import { getRequest } from '../src/contract/requests.ts';
import { HOUR } from '../src/domain/shared/instant.ts';
import { arrive, headerOf, mailOf, outgoing, receive } from './support/mails.ts';
import { type Client, type TestServer, testServer } from './support/server.ts';

let server: TestServer;
let client: Client;
beforeAll(async () => {
  server = await testServer();
  client = await server.client('Nordic Mills', ['ada@nordic.example']);
});
afterAll(() => server.close());

const pageOf = async (requestId: string) =>
  (await server.call(getRequest, { as: 'agent', params: { id: requestId } })).body;

/** A request we have answered; the mail that went out counts as delivered to the next server. */
async function answered() {
  server.forward(HOUR);
  const { requestId } = await arrive(server, { from: 'ada@nordic.example' });
  const call = { as: 'agent', params: { id: requestId }, body: { body: 'On Saturday.' } } as const;
  expect((await server.call(reply, call)).status).toBe(201);
  const mail = (await outgoing(server, requestId)).at(-1);
  if (!mail) throw new Error('nothing was sent');
  await server.within((tx) => tx.updateTable('outbox').set({ state: 'sent' }).where('id', '=', mail.id).execute());
  return { requestId, id: mail.rfc_message_id, mailId: mail.id, replyTo: headerOf(mail.text, 'Reply-To') };
}

/** A delivery report about the mail with this Message-ID, as a mail server writes it (RFC 3464). */
function report(about: string, status: string, action = 'failed'): Buffer {
  const lines = [
    'Return-Path: <>',
    'From: Mail Delivery System <MAILER-DAEMON@mx.example>',
    'To: support@firm.example',
    'Subject: Undelivered Mail Returned to Sender',
    `Message-ID: <${Math.random()}@mx.example>`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'Your message could not be delivered.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    'Final-Recipient: rfc822; ada@nordic.example',
    `Action: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: smtp; ${status === '5.1.1' ? '550 5.1.1 no such user' : `452 ${status} mailbox full`}`,
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: ${about}`,
    'Subject: Re: The pump stands still',
    '--b--',
    '',
  ];
  return Buffer.from(lines.join('\r\n'));
}

const stateOf = async (mailId: string) =>
  server.within((tx) =>
    tx.selectFrom('outbox').select(['state', 'last_error']).where('id', '=', mailId).executeTakeFirstOrThrow(),
  );

describe('[AT-11] a delivery report', () => {
  it('[F-42] marks the mail it is about and is our move; the request is otherwise as it was', async () => {
    const { requestId, id, mailId } = await answered();
    const before = await pageOf(requestId);
    const sent = (await outgoing(server, requestId)).length;
    expect(await receive(server, report(id, '5.1.1'))).toMatchObject({ state: 'attached', requestId });
    expect(await stateOf(mailId)).toMatchObject({ state: 'bounced', last_error: '550 5.1.1 no such user' });
    const page = await pageOf(requestId);
    expect(page).toMatchObject({
      phase: before.phase,
      ball: 'ours',
      nextStep: 'Look into a mail that has not arrived',
    });
    expect(page.messages.at(-1)).toMatchObject({ kind: 'bounce', audience: 'ours', verified: false });
    expect(page.contact?.bounced).toBe(true);
    expect(await outgoing(server, requestId)).toHaveLength(sent);
    const troubled = await server.call(listTroubledOutbox, { as: 'agent' });
    expect(troubled.body.items.find((o) => o.id === mailId)).toMatchObject({ state: 'bounced', ref: page.ref });
  });

  it('nothing automatic is sent to an address that bounced', async () => {
    server.forward(2 * HOUR);
    const { requestId } = await arrive(server, { from: 'ada@nordic.example' });
    expect(await outgoing(server, requestId)).toEqual([]);
    await server.within((tx) => tx.updateTable('contact').set({ bounced_at: null }).execute());
  });

  it('“full for now” marks the mail, not the person', async () => {
    const { id, mailId, requestId } = await answered();
    await receive(server, report(id, '4.2.2'));
    expect([(await stateOf(mailId)).state, (await pageOf(requestId)).contact?.bounced]).toEqual(['bounced', false]);
  });

  it.each<[string, string]>([
    ['delayed', 'unknown'],
    ['delivered', 'sent'],
  ])('“%s” about a mail of unknown fate leaves it %s', async (action, state) => {
    const { id, mailId } = await answered();
    await server.within((tx) => tx.updateTable('outbox').set({ state: 'unknown' }).where('id', '=', mailId).execute());
    expect(await receive(server, report(id, '2.0.0', action))).toMatchObject({ state: 'attached' });
    expect((await stateOf(mailId)).state).toBe(state);
  });

  it('about a mail that is not ours is put away with its reason and opens nothing', async () => {
    const handled = await receive(server, report('<unknown@elsewhere.example>', '5.1.1'));
    expect(handled).toMatchObject({ state: 'ignored', reason: 'bounce-of-unknown-mail' });
  });
});

describe('machines', () => {
  it('an absence note joins its request, moves nothing and gets no answer', async () => {
    const { requestId, replyTo } = await answered();
    const before = await pageOf(requestId);
    const sent = (await outgoing(server, requestId)).length;
    const headers = ['Auto-Submitted: auto-replied'];
    const note = { from: 'ada@nordic.example', to: replyTo, subject: 'Out of office', headers };
    expect(await receive(server, mailOf(note))).toMatchObject({ state: 'attached', requestId });
    const page = await pageOf(requestId);
    expect([page.ball, page.nextStep, page.phase]).toEqual([before.ball, before.nextStep, before.phase]);
    expect(page.messages.at(-1)).toMatchObject({ kind: 'auto-reply', audience: 'ours' });
    expect(page.moves.next?.code).toBe(before.moves.next?.code);
    expect(await outgoing(server, requestId)).toHaveLength(sent);
  });

  it('[C2] an absence note does not open a closed request', async () => {
    const { requestId, replyTo } = await answered();
    await server.within(async (tx) => {
      await tx.updateTable('request').set({ phase: 'closing' }).where('id', '=', requestId).execute();
    });
    await receive(server, mailOf({ from: 'ada@nordic.example', to: replyTo, headers: ['Precedence: auto_reply'] }));
    expect((await pageOf(requestId)).phase).toBe('closing');
  });

  it('an absence note to nothing opens nothing', async () => {
    const handled = await receive(server, mailOf({ from: 'ada@nordic.example', headers: ['X-Autoreply: yes'] }));
    expect(handled).toMatchObject({ state: 'ignored', reason: 'automatic-answer' });
  });

  it.each(['support@firm.example', 'SUPPORT+abc@firm.example'])(
    '[AT-14] %s writing to itself is a loop',
    async (from) => {
      expect(await receive(server, mailOf({ from }))).toMatchObject({ state: 'ignored', reason: 'own-mail-came-back' });
    },
  );

  it('[AT-14] a mail of ours that comes back is known by its mark', async () => {
    const headers = [`X-Parley-Loop: ${server.workspaceId}`];
    expect(await receive(server, mailOf({ from: 'forwarder@x.example', headers }))).toMatchObject({ state: 'ignored' });
  });

  it('[AT-13] a desk that answers every mail with a new title gets one acknowledgement in an hour', async () => {
    server.forward(2 * HOUR);
    const before = (await acknowledgements()).length;
    for (let n = 0; n < 20; n += 1)
      await arrive(server, { from: 'ada@nordic.example', subject: `Ticket ${n} received` });
    expect((await acknowledgements()).length - before).toBe(1);
    expect(client.contacts).toHaveLength(1);
  });
});

const acknowledgements = () =>
  server.within((tx) => tx.selectFrom('message').select('id').where('purpose', '=', 'acknowledgement').execute());
