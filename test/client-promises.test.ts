import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as wire from '../src/contract/client-promises.ts';
import * as promises from '../src/contract/promises.ts';
import { DAY } from '../src/domain/shared/instant.ts';
import { remindClients } from '../src/features/client-promises/remind.ts';
import { outgoing } from './support/mails.ts';
import { type Client, type TestServer, testServer } from './support/server.ts';
import { type Talk, talk } from './support/table.ts';

let app: TestServer;
let client: Client;
beforeEach(async () => {
  app = await testServer();
  client = await app.client('ACME Foundry', ['nowak@acme.example']);
}, 60_000);
afterEach(() => app.close());

const inDays = (n: number): string => new Date(app.ctx.now() + n * DAY).toISOString();
const waiting = async (t: Talk) => (await app.call(wire.clientPromises, { as: 'agent', params: { id: t.id } })).body;

async function promise(t: Talk, side: 'ours' | 'theirs', text: string, days: number, dependsOn: string | null = null) {
  const wish = { side, kind: 'answer', text, due: inDays(days), dueZone: 'UTC', source: 'call', dependsOn };
  const made = await app.call(promises.makePromise, { as: 'agent', params: { id: t.id }, body: wish });
  if (made.status !== 201) throw new Error(made.problem.code);
  return made.body.id;
}
const reminders = async (t: Talk): Promise<string[]> =>
  (await t.page()).messages.filter((m) => /reminder|Still waiting/.test(m.subject ?? '')).map((m) => m.subject ?? '');

describe('[P5] reminders in a friendly tone', () => {
  it('[P5] are ready before and when late, go out by a click, and are kept', async () => {
    const t = await talk(app, client, 'The badge');
    const badge = await promise(t, 'theirs', 'Badge for the hall', 6);
    const ours = await promise(t, 'ours', 'Call back', 7);
    const [before] = (await waiting(t)).waited;
    expect([before?.late, before?.reminder?.subject]).toEqual([false, expect.stringContaining('A small reminder')]);
    expect((await waiting(t)).waited).toHaveLength(1);
    app.forward(6 * DAY + 1_000);
    const [late] = (await waiting(t)).waited;
    expect([late?.late, late?.reminder?.body]).toEqual([true, expect.stringContaining('These things happen')]);
    const { to: _to, ...words } = late?.reminder ?? { to: '' };
    const sent = await app.call(wire.remindClient, { as: 'agent', params: { id: badge }, body: words });
    expect(sent.status).toBe(201);
    expect((await waiting(t)).waited[0]?.remindedAt).not.toBeNull();
    expect((await app.call(wire.remindClient, { as: 'agent', params: { id: ours }, body: words })).problem.code).toBe(
      'nothing-to-remind',
    );
  });

  it('[P5] by the product itself only where the workspace said so: once before, once when late', async () => {
    const t = await talk(app, client, 'The badge');
    await promise(t, 'theirs', 'Badge for the hall', 6);
    app.forward(4.5 * DAY);
    await remindClients(app.ctx);
    expect(await reminders(t)).toEqual([]);
    const on = (as: 'agent' | 'lead') => app.call(wire.setReminders, { as, body: { automatic: true } });
    expect([(await on('agent')).status, (await on('lead')).status]).toEqual([403, 200]);
    expect((await app.call(wire.reminderSetting, { as: 'agent' })).body.automatic).toBe(true);
    for (let i = 0; i < 2; i += 1) await remindClients(app.ctx);
    expect(await reminders(t)).toEqual([expect.stringContaining('A small reminder')]);
    const mail = (await outgoing(app, t.id)).at(-1);
    expect([mail?.automatic, mail?.text.includes('Auto-Submitted: auto-generated')]).toEqual([true, true]);
    app.forward(2 * DAY);
    for (let i = 0; i < 2; i += 1) await remindClients(app.ctx);
    expect(await reminders(t)).toHaveLength(2);
  });
});

describe('[P5] they are late', () => {
  it('[S7] what waits moves visibly on both sides; the amendment is signed by both and takes the place of the old dates', async () => {
    const t = await talk(app, client, 'Rebuild line 2');
    const terms = {
      costs: [{ label: 'Crew on Saturday', minor: 48_000, currency: 'EUR' }],
      weDo: [{ text: 'Replace the drive', due: inDays(5), hours: 2 }],
      youDo: [{ text: 'Clear line 2', due: inDays(2), before: 0 }],
    };
    const { A } = await t.lay({ A: terms });
    if (!A) throw new Error('no option');
    await t.say('ours', A);
    await t.say('theirs', A);
    const first = await t.sign();
    const drive = async () => (await t.page()).promises.filter((p) => p.text === 'Replace the drive');
    const [old] = await drive();
    expect((await waiting(t)).shifts).toEqual([]);
    const early = await app.call(wire.offerShift, { as: 'agent', params: { id: t.id }, body: { theirDue: inDays(3) } });
    expect(early.problem.code).toBe('nothing-shifts');

    app.forward(3.5 * DAY);
    expect((await waiting(t)).shifts).toEqual([
      expect.objectContaining({ text: 'Replace the drive', because: 'Clear line 2', from: old?.due }),
    ]);
    const shown = (await t.room()).promises.find((p) => p.text === 'Replace the drive');
    expect(Math.round((Date.parse(shown?.shift?.to ?? '') - Date.parse(old?.due ?? '')) / DAY)).toBe(2);
    expect(shown?.shift?.because).toBe('Clear line 2');
    expect((await t.page()).moves.next?.code).toBe('offer-shift');

    const theirDue = new Date(Date.parse(inDays(0)) + 1.4 * DAY).toISOString();
    const offer = () => app.call(wire.offerShift, { as: 'agent', params: { id: t.id }, body: { theirDue } });
    const { optionId } = (await offer()).body;
    expect((await offer()).problem.code).toBe('shift-offered');
    const option = (await t.room()).options.find((o) => o.id === optionId);
    expect(option?.terms.costs).toEqual(terms.costs);
    expect(option?.terms.text).toContain('Clear line 2');
    await t.say('theirs', { id: optionId, hash: option?.hash ?? '' });
    const drawn = (await t.page()).accords.at(-1);
    expect([drawn?.amendsId, drawn?.text.includes('480')]).toEqual([first, true]);
    expect(
      (await drive()).map((p) => p.state),
      'nothing moves before both have signed',
    ).toEqual(['given']);
    await t.sign();

    const page = await t.page();
    expect(page.accords.map((a) => a.state)).toEqual(['amended', 'in-force']);
    const [was, is] = await drive();
    expect([was?.state, is?.state, is?.replacesId]).toEqual(['renegotiated', 'given', was?.id]);
    expect(Math.round((Date.parse(is?.due ?? '') - Date.parse(was?.due ?? '')) / DAY)).toBe(3);
    const theirs = page.promises.filter((p) => p.side === 'theirs');
    expect(theirs.map((p) => [p.state, p.missReason])).toEqual([
      ['broken', 'client'],
      ['given', null],
    ]);
    expect((await waiting(t)).shifts).toEqual([]);
    expect(page.client?.broken).toBe(0);
  });

  it('[S7] where nothing was signed before, the moved dates become the first accord, and what is done stays done', async () => {
    const t = await talk(app, client, 'A drawing');
    const data = await promise(t, 'theirs', 'Send the measurements', 2);
    await promise(t, 'ours', 'Draw the bracket', 5, data);
    await promise(t, 'ours', 'Send the invoice', 9);
    app.forward(2.5 * DAY);
    const { optionId } = (
      await app.call(wire.offerShift, { as: 'agent', params: { id: t.id }, body: { theirDue: inDays(1) } })
    ).body;
    const option = (await t.room()).options.find((o) => o.id === optionId);
    expect([option?.terms.weDo.map((u) => u.text), option?.terms.youDo.map((u) => u.text)]).toEqual([
      ['Draw the bracket'],
      ['Send the measurements'],
    ]);
    await t.say('theirs', { id: optionId, hash: option?.hash ?? '' });
    await t.sign();
    const states = (await t.page()).promises.map((p) => [p.text, p.state]);
    expect(states).toEqual(
      expect.arrayContaining([
        ['Send the measurements', 'broken'],
        ['Send the measurements', 'given'],
        ['Draw the bracket', 'renegotiated'],
        ['Draw the bracket', 'given'],
        ['Send the invoice', 'given'],
      ]),
    );
  });
});
