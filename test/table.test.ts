import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as accords from '../src/contract/accords.ts';
import * as negotiation from '../src/contract/negotiation.ts';
import * as requests from '../src/contract/requests.ts';
import * as table from '../src/contract/table.ts';
import { canonicalTerms } from '../src/domain/negotiation/canonical-terms.ts';
import type { OptionTerms } from '../src/domain/negotiation/words.ts';
import { type Client, type TestServer, testServer } from './support/server.ts';
import { talk } from './support/table.ts';

let app: TestServer;
let client: Client;

beforeAll(async () => {
  app = await testServer();
  client = await app.client('ACME Foundry', ['nowak@acme.example', 'kowal@acme.example']);
}, 60_000);
afterAll(() => app.close());

describe('several options work', () => {
  it('[T7] each side picks one; only the same one picked twice is agreed', async () => {
    const t = await talk(app, client, 'Weekend work');
    const { A, B } = await t.lay({ A: { text: 'Friday' }, B: { text: 'Saturday' } }, { reveal: 'when-both-answered' });
    if (!A || !B) throw new Error('no options');
    for (const side of ['ours', 'theirs'] as const) for (const option of [A, B]) await t.say(side, option);
    const choosing = await t.page();
    expect(choosing).toMatchObject({ choosing: true, accords: [] });
    expect(choosing.moves.allowed).toContain('pick-one');
    expect((await t.room()).choosing).toBe(true);
    const ours = (o: { id: string; hash: string }) =>
      app.call(table.pickOption, { as: 'agent', params: { id: t.id, optionId: o.id }, body: { hash: o.hash } });
    const theirs = (o: { id: string; hash: string }) =>
      app.call(table.pickOptionInRoom, {
        as: t.contact,
        params: { id: t.id, optionId: o.id },
        body: { hash: o.hash },
      });
    expect((await ours(A)).body.agreed).toBe(false);
    expect((await theirs(B)).body.agreed).toBe(false);
    const split = (await t.room()).options.map((o) => [o.title, o.pickedByUs, o.pickedByThem]);
    expect(split).toEqual([
      ['A', 'Adam Agent', null],
      ['B', null, 'nowak'],
    ]);
    expect((await theirs({ ...A, hash: B.hash })).problem.code).toBe('wording-changed');
    expect((await theirs(A)).body.agreed).toBe(true);
    expect(await t.page()).toMatchObject({ choosing: false, talk: 'agreed', accords: [{ state: 'drawn-up' }] });
  });
});

describe('answers shown when both have answered', () => {
  it('[T7] stand nowhere before: not on the page, not in what happened', async () => {
    const t = await talk(app, client, 'Sealed answers');
    const { A } = await t.lay({ A: {} }, { reveal: 'when-both-answered' });
    if (!A) throw new Error('no option');
    await t.say('theirs', A, 'does-not-work');
    const words = async (): Promise<string> =>
      JSON.stringify([await t.page(), await app.call(requests.timeline, { as: 'agent', params: { id: t.id } })]);
    expect(await words()).not.toContain('too late for us');
    await t.say('ours', A);
    expect(await words()).toContain('too late for us');
  });
});

describe('a stance is no signature', () => {
  it('[T7] it can be taken back: the agreement and what was drawn up from it are gone, and both see it', async () => {
    const t = await talk(app, client, 'Second thoughts');
    const { A } = await t.lay({ A: {} });
    if (!A) throw new Error('no option');
    await t.say('ours', A);
    expect((await t.say('theirs', A)).agreed).toBe(true);
    const path = { id: t.id, optionId: A.id };
    const back = await app.call(table.withdrawStanceInRoom, { as: t.contact, params: path, body: {} });
    expect(back.status).toBe(201);
    expect(await t.page()).toMatchObject({
      talk: 'talking',
      ball: 'ours',
      accords: [{ state: 'ended' }],
      options: [{ state: 'on-the-table' }],
    });
    expect((await t.say('theirs', A)).agreed).toBe(true);
    await t.sign();
    const late = await app.call(table.withdrawStanceInRoom, { as: t.contact, params: path, body: {} });
    expect(late.problem.code).toBe('accord-is-signed');
  });

  it('[T7] an answer replaced by a later one stays in sight, as one that no longer counts', async () => {
    const t = await talk(app, client, 'Two answers');
    const { A } = await t.lay({ A: {} });
    if (!A) throw new Error('no option');
    await t.say('theirs', A, 'does-not-work');
    await t.say('theirs', A);
    const stances = (await t.page()).options[0]?.stances.map((s) => [s.kind, s.void]);
    expect(stances).toEqual([
      ['does-not-work', true],
      ['works', false],
    ]);
  });
});

describe('the wording', () => {
  it('[T7] its hash can be computed from what the client sees, whatever authority it needs on our side', async () => {
    const t = await talk(app, client, 'A hash to check');
    const due = new Date(Date.now() + 90_000_000).toISOString();
    await t.lay({ A: { authority: { hours: 9 }, weDo: [{ text: 'Come', due }] } });
    const shown = (await t.room()).options[0];
    if (!shown) throw new Error('no option');
    expect(shown.terms).not.toHaveProperty('authority');
    const { date, weDo, youDo, ...rest } = shown.terms;
    const todo = (u: (typeof weDo)[number]) => ({ ...u, ...(u.due ? { due: Date.parse(u.due) } : {}) });
    const at = date.kind === 'by-hand' ? { kind: date.kind, at: Date.parse(date.at) } : date;
    const terms = { ...rest, date: at, weDo: weDo.map(todo), youDo: youDo.map(todo) } as unknown as OptionTerms;
    const json = canonicalize({ title: shown.title, terms: canonicalTerms(terms) }) ?? '';
    expect(createHash('sha256').update(json).digest('hex')).toBe(shown.hash);
  });

  it.each([
    ['en', 'Duty – only if tax is due'],
    ['ru', 'Duty – только если взимается налог'],
    ['pl', 'Duty – tylko gdy należny jest podatek'],
    ['fr', 'Duty – seulement si une taxe est due'],
  ])('[L5] a conditional cost nobody worded is said in words in %s', async (lang, line) => {
    const t = await talk(app, client, `Duty ${lang}`);
    await app.within(async (tx) => {
      await tx
        .updateTable('contact')
        .set({ lang })
        .where('id', '=', client.contacts[0] ?? '')
        .execute();
    });
    const costs = [{ label: 'Duty', minor: 4_000, currency: 'EUR', conditional: 'tax' as const }];
    const { A } = await t.lay({ A: { costs } });
    if (!A) throw new Error('no option');
    await t.say('ours', A);
    await t.say('theirs', A);
    expect((await t.page()).accords[0]?.text).toContain(line);
  });
});

describe('what was signed', () => {
  it('[P5] a promise of ours that waits for one of theirs says so', async () => {
    const t = await talk(app, client, 'Who waits for whom');
    const { A } = await t.lay({
      A: { weDo: [{ text: 'Order' }, { text: 'Fit' }], youDo: [{ text: 'Clear line 2', before: 1 }] },
    });
    if (!A) throw new Error('no option');
    await t.say('ours', A);
    await t.say('theirs', A);
    await t.sign();
    const promises = await app.within((tx) =>
      tx.selectFrom('promise').select(['id', 'text', 'depends_on']).where('request_id', '=', t.id).execute(),
    );
    const id = (text: string) => promises.find((p) => p.text === text)?.id;
    expect(promises.map((p) => [p.text, p.depends_on])).toEqual(
      expect.arrayContaining([
        ['Order', null],
        ['Fit', id('Clear line 2')],
        ['Clear line 2', null],
      ]),
    );
  });

  it('[S11] where one person decides the matter, only their word counts at the table and under the accord', async () => {
    const t = await talk(app, client, 'Who decides');
    const [nowak = '', kowal = ''] = client.contacts;
    await app.within((tx) =>
      tx.updateTable('request').set({ decision_maker_id: kowal }).where('id', '=', t.id).execute(),
    );
    const other = await app.room(client.id, kowal, t.id);
    const { A } = await t.lay({ A: {} });
    if (!A) throw new Error('no option');
    const works = { params: { id: t.id, optionId: A.id }, body: { hash: A.hash, kind: 'works' as const } };
    const no = { ...works, body: { ...works.body, kind: 'does-not-work', words: 'no', wouldWork: 'later' } };
    await app.call(negotiation.takeStanceInRoom, { as: other, ...no });
    await t.say('ours', A);
    expect((await t.say('theirs', A)).agreed).toBe(false);
    expect((await app.call(negotiation.takeStanceInRoom, { as: other, ...works })).body.agreed).toBe(true);
    const accord = (await t.page()).accords[0];
    const pen = { fingerprint: accord?.fingerprint ?? '', typedName: 'Maria Nowak', understood: true as const };
    const path = { id: accord?.id ?? '' };
    const signed = await app.call(accords.signAccordInRoom, { as: t.contact, params: path, body: pen });
    expect([nowak !== kowal, signed.problem.code]).toEqual([true, 'not-entitled-to-sign']);
  });
});
