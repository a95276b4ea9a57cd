import { globSync, readFileSync } from 'node:fs';
import * as absence from '../../src/contract/absence.ts';
import * as accords from '../../src/contract/accords.ts';
import * as closing from '../../src/contract/closing.ts';
import * as conflict from '../../src/contract/conflict.ts';
import * as conversation from '../../src/contract/conversation.ts';
import * as handover from '../../src/contract/handover.ts';
import * as negotiation from '../../src/contract/negotiation.ts';
import * as outside from '../../src/contract/outside.ts';
import * as promises from '../../src/contract/promises.ts';
import * as room from '../../src/contract/room.ts';
import * as roomPeople from '../../src/contract/room-people.ts';
import * as situations from '../../src/contract/situations.ts';
import * as succession from '../../src/contract/succession.ts';
import * as visits from '../../src/contract/visits.ts';
import * as table from '../../src/contract/table.ts';
import { remindClients } from '../../src/features/client-promises/remind.ts';
import { roomLink } from '../../src/features/room/public.ts';
import { enqueueMail } from '../../src/features/mail/enqueue-mail.ts';
import { mailOf, receive } from './mails.ts';
import type { Client, TestServer } from './server.ts';
import { type Talk, talk } from './table.ts';

const root = new URL('../../src/', import.meta.url).pathname;
const CALLS = /(?<!function )\b(?:sendToClient|enqueueMail|insertOutbox)\(/;

/** Every file of the product that writes to somebody outside, read from the sources: a new one is found by itself. */
export const sendersInCode = (): string[] =>
  globSync('{features,server,cli}/**/*.ts', { cwd: root })
    .filter(
      (file) =>
        !file.endsWith('.test.ts') && CALLS.test(readFileSync(root + file, 'utf8').replaceAll(/function \w+\(/g, '')),
    )
    .toSorted();

export type Tried = {
  /** The person whose mail is looked for. */
  readonly contactId: string;
  /** Makes the sender write to them; what it answers does not matter, only what leaves. */
  readonly act: () => Promise<unknown>;
};
/** Brings a request of its own to the point where this sender would write. */
type Prepare = (app: TestServer, client: Client) => Promise<Tried>;

const day = (n: number): string => new Date(Date.now() + n * 86_400_000).toISOString();
const letter = { subject: 'A word', body: 'We look at it on Tuesday.' };

const first = async (
  app: TestServer,
  client: Client,
  act: (t: Talk, params: { id: string }) => Promise<unknown>,
): Promise<Tried> => {
  const t = await talk(app, client, 'The press loses oil');
  return { contactId: client.contacts[0] ?? '', act: () => act(t, { id: t.id }) };
};

/**
 * One way to reach each sender. A sender without an entry makes `test/successor.test.ts` fail: add how to reach it, and the same test
 * proves that it stays silent towards somebody who is gone.
 */
export const SENDERS: Readonly<Record<string, Prepare>> = {
  'features/conversation/reply.ts': (app, client) =>
    first(app, client, (_t, params) =>
      app.call(conversation.reply, { as: 'agent', params, body: { body: letter.body } }),
    ),
  'features/conversation/send-to-client.ts': (app, client) =>
    first(app, client, (_t, params) =>
      app.call(conversation.reply, { as: 'agent', params, body: { body: letter.body } }),
    ),
  'features/negotiation/invite.ts': (app, client) =>
    first(app, client, (_t, params) => app.call(negotiation.inviteToTalk, { as: 'agent', params, body: letter })),
  'features/negotiation/just-do-it.ts': (app, client) =>
    first(app, client, (_t, params) => app.call(table.sendBenefit, { as: 'agent', params, body: letter })),
  'features/negotiation/tell-client.ts': (app, client) => first(app, client, (t) => t.lay({ A: {} })),
  'features/outside/outside-agreement.ts': (app, client) =>
    first(app, client, (_t, params) =>
      app.call(outside.answerOutside, { as: 'agent', params, body: { ...letter, option: null } }),
    ),
  'features/closing/close-request.ts': (app, client) =>
    first(app, client, (_t, params) => {
      const body = { asked: 'oil', done: 'sealed', kept: 'nothing was promised', comesBack: 'write to us' };
      return app.call(closing.sendClosing, { as: 'agent', params, body });
    }),
  'features/conflict/open-conflict.ts': (app, client) =>
    first(app, client, (_t, params) => {
      const positions = client.contacts.map((contactId) => ({ contactId, words: `as ${contactId} says` }));
      return app.call(conflict.openConflict, { as: 'agent', params, body: { matter: 'Red or blue?', positions } });
    }),
  'features/room-people/room-people.ts': (app, client) =>
    first(app, client, (_t, { id }) =>
      app.call(roomPeople.inviteIntoRoom, {
        as: 'agent',
        params: { id, contactId: client.contacts[0] ?? '' },
        body: {},
      }),
    ),
  'features/promises/settle-promise.ts': async (app, client) => {
    const t = await talk(app, client, 'A promise to move');
    const wish = { side: 'ours', kind: 'answer', text: 'Call back', due: day(2), dueZone: 'UTC', source: 'call' };
    const { id } = (await app.call(promises.makePromise, { as: 'agent', params: { id: t.id }, body: wish })).body;
    const move = { due: day(3), why: 'the part is late', message: 'It will be Thursday.' };
    const act = () => app.call(promises.movePromise, { as: 'agent', params: { id }, body: move });
    return { contactId: client.contacts[0] ?? '', act };
  },
  'features/accords/receipt.ts': async (app, client) => {
    const t = await talk(app, client, 'An accord to sign');
    const { A } = await t.lay({ A: {} });
    if (!A) throw new Error('no option');
    await t.say('ours', A);
    await t.say('theirs', A);
    const accord = (await t.page()).accords.at(-1);
    const pen = { fingerprint: accord?.fingerprint, typedName: 'Maria Nowak', understood: true };
    const params = { id: accord?.id ?? '' };
    await app.call(accords.signAccordInRoom, { as: t.contact, params, body: pen });
    const ours = { ...pen, typedName: 'Adam Agent' };
    const act = () => app.call(accords.signAccord, { as: 'agent', params, body: ours });
    return { contactId: client.contacts[0] ?? '', act };
  },
  'features/handover/receive-handover.ts': async (app, client) => {
    const t = await talk(app, client, 'Handed over');
    const summary = 'The press loses oil since Tuesday and they wait for a word.';
    const wish = { toId: app.people.lead, severity: 'steady', mood: 'good', summary };
    const { id } = (await app.call(handover.handOver, { as: 'agent', params: { id: t.id }, body: wish })).body;
    const restated = { restated: 'Oil under the machine; they want news soon.' };
    await app.call(handover.receiveHandover, { as: 'lead', params: { id }, body: restated });
    const act = () => app.call(handover.tellWhoHasIt, { as: 'lead', params: { id }, body: letter });
    return { contactId: client.contacts[0] ?? '', act };
  },
  'features/client-promises/remind.ts': async (app, client) => {
    await app.within((tx) => tx.updateTable('workspace').set({ remind_clients: true }).execute());
    const t = await talk(app, client, 'A badge we wait for');
    const wish = { side: 'theirs', kind: 'other', text: 'The badge', due: day(1), dueZone: 'UTC', source: 'call' };
    const { id } = (await app.call(promises.makePromise, { as: 'agent', params: { id: t.id }, body: wish })).body;
    const late = new Date(Date.now() - 60_000).toISOString();
    await app.within((tx) => tx.updateTable('promise').set({ due: late }).where('id', '=', id).execute());
    return { contactId: client.contacts[0] ?? '', act: () => remindClients(app.ctx) };
  },
  'features/situations/heated.ts': (app, client) =>
    first(app, client, (_t, params) => {
      const heated = { contactId: client.contacts[0], words: 'It is always the same with you', letter };
      return app.call(situations.logHeated, { as: 'agent', params, body: heated });
    }),
  'features/room/prove-mailbox.ts': async (app, client) => {
    const contactId = client.contacts[0] ?? '';
    const t = await talk(app, client, 'On a device nobody knows');
    const to = { clientId: client.id, contactId, requestId: t.id };
    const link = await app.within((tx) => roomLink(tx, app.ctx.publicUrl, to, app.ctx.now()));
    const payload = { token: link.split('#t=')[1] };
    const opened = await app.server.app.inject({ method: 'POST', url: '/api/room/session', payload });
    const cookie = [opened.headers['set-cookie'] ?? []].flat().map((line) => line.split(';')[0]);
    return { contactId, act: () => app.call(room.sendCode, { as: { cookie: cookie.join('; ') }, body: {} }) };
  },
  'features/visits/tell-client.ts': (app, client) =>
    first(app, client, async (_t, { id: requestId }) => {
      const [from, to] = [day(30), new Date(Date.parse(day(30)) + 3_600_000).toISOString()];
      const place = { clientId: client.id, requestId, contactId: client.contacts[0], purpose: 'Look at the press' };
      const time = { from, to, zone: 'UTC', memberIds: [app.people.agent], despite: 'both are needed' };
      const visit = await app.call(visits.planVisit, { as: 'agent', body: { ...place, ...time } });
      const words = { ...letter, about: 'invitation' };
      return app.call(visits.sendVisitMessage, { as: 'agent', params: { id: visit.body.id }, body: words });
    }),
  'features/absence/stand-in-letter.ts': (app, client) =>
    first(app, client, (_t, params) => app.call(absence.sendStandInLetter, { as: 'agent', params, body: letter })),
  'features/succession/gone-letter.ts': async (app, client) => {
    await talk(app, client, 'Of somebody who left');
    const [gone = '', heir = ''] = client.contacts;
    await app.call(succession.contactGone, {
      as: 'agent',
      params: { id: gone },
      body: { how: 'left', successorId: heir },
    });
    const ready = (await app.call(succession.goneLetter, { as: 'agent', params: { id: gone } })).body;
    const body = { ...letter, requestId: ready?.requestId };
    const act = () => app.call(succession.sendGoneLetter, { as: 'agent', params: { id: gone }, body });
    return { contactId: heir, act };
  },
  'features/mail/acknowledge.ts': async (app, client) => {
    const contactId = client.contacts[0] ?? '';
    const { email } = await app.within((tx) =>
      tx.selectFrom('contact').select('email').where('id', '=', contactId).executeTakeFirstOrThrow(),
    );
    return { contactId, act: () => receive(app, mailOf({ from: email })) };
  },
  // The gate itself, by a caller that does not even know that somebody is gone.
  'features/mail/enqueue-mail.ts': async (app, client) => {
    const t = await talk(app, client, 'Past every check');
    const contactId = client.contacts[0] ?? '';
    const row = await app.within((tx) =>
      tx.selectFrom('contact').select(['id', 'name', 'email']).where('id', '=', contactId).executeTakeFirstOrThrow(),
    );
    const mail = {
      requestId: t.id,
      clientId: client.id,
      messageId: null,
      contact: { ...row, status: 'active' },
      subject: 'Hello',
      text: 'Hello',
      lang: 'en',
      thread: { references: [], inReplyTo: null },
      automatic: false,
      notBefore: app.ctx.now(),
    };
    return { contactId, act: () => app.within((tx) => enqueueMail(tx, app.ctx, mail, app.ctx.now())) };
  },
};
