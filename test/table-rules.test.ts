import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as listening from '../src/contract/listening.ts';
import * as negotiation from '../src/contract/negotiation.ts';
import * as obstacles from '../src/contract/obstacles.ts';
import * as requests from '../src/contract/requests.ts';
import * as table from '../src/contract/table.ts';
import * as triage from '../src/contract/triage.ts';
import { type Client, type TestServer, testServer } from './support/server.ts';
import { type Talk, talk } from './support/table.ts';

let app: TestServer;
let client: Client;

beforeAll(async () => {
  app = await testServer();
  client = await app.client('ACME Foundry', ['nowak@acme.example']);
}, 60_000);
afterAll(() => app.close());

const place = async (t: Talk, body: object) => {
  const placed = await app.call(triage.placeRequest, {
    as: 'agent',
    params: { id: t.id },
    ifMatch: (await t.page()).version,
    body: { reasonable: 'yes', possible: 'yes', reason: 'as it stands', ...body },
  });
  if (placed.status !== 201) throw new Error(placed.problem.code);
};
const crane = { possible: 'no', possibleKind: 'technical', evidence: 'The crane is out of order' };
const permit = { possible: 'no', possibleKind: 'law-or-safety', evidence: 'No permit for night work' };

describe('what stands in the way', () => {
  it('[T1] an obstacle that is lifted brings back what it alone blocked, as not yet placed and as a step of ours', async () => {
    const one = await talk(app, client, 'Lift the press');
    const two = await talk(app, client, 'Lift the drive');
    const both = await talk(app, client, 'Lift it at night');
    await place(one, crane);
    await place(two, { ...crane, evidence: 'the CRANE is out of order' });
    await place(both, crane);
    await place(both, permit);
    const listed = (await app.call(obstacles.listObstacles, { as: 'agent' })).body.items;
    expect(listed.map((o) => [o.text, o.n])).toEqual([
      ['The crane is out of order', 3],
      ['No permit for night work', 1],
    ]);
    const lift = (n: number, why: string) =>
      app.call(obstacles.liftObstacle, { as: 'lead', params: { id: listed[n]?.id ?? '' }, body: { why } });
    expect((await lift(0, 'repaired on Tuesday')).body).toEqual({ back: 2, stillBlocked: 1 });
    for (const t of [one, two])
      expect(await t.page()).toMatchObject({
        fate: 'not-placed',
        reasonable: 'yes',
        possible: 'unknown',
        ball: 'ours',
        nextStep: 'Look again: what stood in the way is gone',
      });
    expect(await both.page()).toMatchObject({ fate: 'reasonable-not-possible' });
    expect((await lift(0, 'again')).problem.code).toBe('constraint-lifted-already');
    expect((await lift(1, 'the permit is here')).body).toEqual({ back: 1, stillBlocked: 0 });
    expect((await both.page()).fate).toBe('not-placed');
    expect((await app.call(obstacles.listObstacles, { as: 'agent' })).body.items).toEqual([]);
  });

  it('[T1] what a person placed as possible meanwhile is not moved by lifting', async () => {
    const t = await talk(app, client, 'Lift with the fork');
    await place(t, crane);
    await place(t, { reason: 'the fork lift does it' });
    const [found] = (await app.call(obstacles.listObstacles, { as: 'agent' })).body.items;
    expect(found?.n).toBe(0);
    const lifted = await app.call(obstacles.liftObstacle, {
      as: 'agent',
      params: { id: found?.id ?? '' },
      body: { why: 'repaired' },
    });
    expect(lifted.body).toEqual({ back: 0, stillBlocked: 0 });
    expect((await t.page()).fate).toBe('do-it');
  });
});

describe('the first position', () => {
  it('[T10] it is kept as said, cannot be changed, and the distance to what was agreed is shown', async () => {
    const t = await talk(app, client, 'Free weekend', 'All of it, on Saturday, and free of charge!');
    const say = (value: object, text: string) =>
      app.call(listening.addOwnEntry, {
        as: t.contact,
        params: { id: t.id },
        body: { kind: 'condition', text, value },
      });
    await say({ kind: 'money', max: { minor: 0, currency: 'EUR' } }, 'free of charge');
    app.forward(1_000);
    await say({ kind: 'money', max: { minor: 50_000, currency: 'EUR' } }, 'at most 500');
    const theirs = (reasonable: 'yes' | 'no') =>
      app.call(triage.placeByClient, {
        as: t.contact,
        params: { id: t.id },
        body: { reasonable, possible: 'yes', reason: `reasonable: ${reasonable}` },
      });
    await theirs('yes');
    app.forward(1_000);
    await theirs('no');
    const costs = [
      { label: 'Night work', minor: 30_000, currency: 'EUR' },
      { label: 'Return', minor: 2_000, currency: 'EUR', conditional: 'return' as const, when: 'sent back' },
    ];
    const { A } = await t.lay({ A: { costs } }, { missesWhy: 'this is what it costs' });
    if (!A) throw new Error('no option');
    await t.say('ours', A);
    await t.say('theirs', A);
    expect((await t.page()).firstAsk).toMatchObject({
      words: 'All of it, on Saturday, and free of charge!',
      byName: 'nowak',
      placement: { reasonable: 'yes', reason: 'reasonable: yes' },
      distance: [{ kind: 'money', asked: 0, agreed: 32_000, currency: 'EUR' }],
    });
    const change = app.within((tx) =>
      tx.updateTable('placement').set({ reason: 'x' }).where('request_id', '=', t.id).execute(),
    );
    await expect(change).rejects.toThrow(/permission denied|cannot be changed/);
  });
});

describe('“just do it”', () => {
  const say = (t: Talk) =>
    app.call(negotiation.declineToDiscuss, { as: t.contact, params: { id: t.id }, body: { words: 'Just do it' } });

  it('[T12] in the room they first see what talking brings; who still declines is recorded and counted', async () => {
    const t = await talk(app, client, 'No talk please');
    const invitation = (await app.call(negotiation.invitation, { as: 'agent', params: { id: t.id } })).body;
    await app.call(negotiation.inviteToTalk, {
      as: 'agent',
      params: { id: t.id },
      body: { subject: invitation.subject, body: invitation.body },
    });
    expect((await say(t)).body.benefit).toContain('instead of waiting for a yes or a no');
    expect(await t.page()).toMatchObject({ talk: 'inviting', client: { declined: 0 } });
    expect((await say(t)).body.benefit).toBeNull();
    expect(await t.page()).toMatchObject({ talk: 'declined-to-discuss', client: { declined: 1 } });
    await app.call(table.talkAfterAll, { as: t.contact, params: { id: t.id }, body: {} });
    expect((await t.page()).talk).toBe('talking');
  });

  it.each([
    ['en', 'instead of waiting for a yes or a no'],
    ['ru', 'вместо того чтобы ждать «да» или «нет»'],
    ['pl', 'zamiast czekać na „tak” lub „nie”'],
    ['fr', 'au lieu d’attendre un oui ou un non'],
  ])('[T12] said by telephone, the ready message in %s is our next step, once', async (lang, words) => {
    const someone = await app.client(`Client ${lang}`, [`x@${lang}.example`]);
    await app.within((tx) =>
      tx
        .updateTable('contact')
        .set({ lang })
        .where('id', '=', someone.contacts[0] ?? '')
        .execute(),
    );
    const t = await talk(app, someone, 'No talk please');
    await place(t, { reasonable: 'no', reasonableKind: 'outside-hours' });
    await t.lay({ A: {} });
    const record = () =>
      app.call(table.recordJustDoIt, { as: 'agent', params: { id: t.id }, body: { words: 'just do it, he said' } });
    await record();
    expect((await t.page()).moves.next?.code).toBe('show-benefit');
    const ready = (await app.call(table.benefitMessage, { as: 'agent', params: { id: t.id } })).body;
    expect(ready.body).toContain(words);
    const { subject, body } = ready;
    await app.call(table.sendBenefit, { as: 'agent', params: { id: t.id }, body: { subject, body } });
    expect((await t.page()).moves.next?.code).not.toBe('show-benefit');
    await record();
    expect(await t.page()).toMatchObject({ talk: 'declined-to-discuss', client: { declined: 1 } });
  });
});

describe('where the two sides differ', () => {
  it('[T19] talking about that difference comes first, and the invitation begins with it', async () => {
    const told = { subject: 'Night work', body: 'x', clientId: client.id, contactId: client.contacts[0] };
    const made = await app.call(requests.createRequest, { as: 'agent', body: { ...told, channel: 'call' } });
    const params = { id: made.body.id };
    await app.call(listening.addEntry, { as: 'agent', params, body: { kind: 'interest', text: 'the line runs' } });
    const contact = await app.room(client.id, client.contacts[0] ?? '', params.id);
    const page = async () => (await app.call(requests.getRequest, { as: 'agent', params })).body;
    const body = { reasonable: 'yes', ...permit, reason: 'we have no permit' };
    await app.call(triage.placeRequest, { as: 'agent', params, ifMatch: (await page()).version, body });
    expect((await page()).moves.next?.code).toBe('invite');
    const plain = (await app.call(negotiation.invitation, { as: 'agent', params })).body;
    await app.call(triage.placeByClient, { as: contact, params, body: { reasonable: 'yes', possible: 'yes' } });
    expect((await page()).moves.next?.code).toBe('talk-about-difference');
    const invitation = (await app.call(negotiation.invitation, { as: 'agent', params })).body;
    expect(invitation.body.startsWith('we see your request differently in one point')).toBe(true);
    expect(invitation.body).toContain('for you nothing stands in its way; we see something that does');
    expect(plain.body).not.toContain('differently');
    await app.call(negotiation.inviteToTalk, {
      as: 'agent',
      params,
      body: { subject: invitation.subject, body: invitation.body },
    });
    expect((await page()).moves.next?.code).not.toBe('talk-about-difference');
  });
});
