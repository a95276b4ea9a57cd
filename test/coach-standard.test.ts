import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callWrong, listeningTrend, reportShowings, serviceStandard, wordValue } from '../src/contract/coach.ts';
import { addEntry, saidAgain } from '../src/contract/listening.ts';
import { createRequest } from '../src/contract/requests.ts';
import { RULE_IDS } from '../src/domain/coach/rule-life.ts';
import { VALUE_OF, VALUES } from '../src/domain/coach/standard.ts';
import { type Client, type TestServer, testServer } from './support/server.ts';

let server: TestServer;
let client: Client;
beforeAll(async () => {
  server = await testServer();
  client = await server.client('Nordic Mills', ['ada@nordic.example']);
});
afterAll(() => server.close());

describe('[P10] the service standard', () => {
  const words = async () => (await server.call(serviceStandard, { as: 'agent' })).body.items;

  it('is there from the first day, is worded by the team, and goes back to its first words', async () => {
    expect((await words()).map((v) => [v.value, v.words])).toEqual(VALUES.map((value) => [value, null]));
    const say = (as: 'agent' | 'lead', said: string | null) =>
      server.call(wordValue, { as, params: { value: 'prompt' }, body: { words: said } });
    expect((await say('agent', 'Same day.')).problem.code).toBe('not-allowed');
    await say('lead', 'We call back on the same day.');
    const prompt = (await words()).find((v) => v.value === 'prompt');
    expect(prompt).toMatchObject({ words: 'We call back on the same day.', byName: 'Lena Lead' });
    await say('lead', null);
    expect((await words()).find((v) => v.value === 'prompt')?.words).toBeNull();
  });

  it('every remark of the coach stands for one of its values', () => {
    for (const rule of RULE_IDS) expect(VALUES).toContain(VALUE_OF[rule]);
  });
});

describe('[L9] listening as a trend', () => {
  it('counts by month what had to be said again and what the coach showed; a wrong remark is not held against anybody', async () => {
    const asked = { subject: 'Belt', body: 'It slips.', clientId: client.id, contactId: client.contacts[0] };
    const { id } = (await server.call(createRequest, { as: 'agent', body: asked })).body;
    const entry = { kind: 'condition', text: 'no extra cost', source: null, value: null, standing: false };
    const made = await server.call(addEntry, { as: 'agent', params: { id }, body: entry });
    const params = { id, entryId: made.body.id };
    for (let n = 0; n < 2; n += 1) await server.call(saidAgain, { as: 'lead', params, body: { source: null } });
    const showing = (rule: string, sentence: string) => ({ rule, lang: 'en', sentence });
    const items = [showing('asked-again', 'aaaa1111'), showing('already-has', 'bbbb2222'), showing('rude', 'cccc3333')];
    await server.call(reportShowings, { as: 'agent', body: { items } });
    await server.call(callWrong, { as: 'agent', body: items[1] });
    const { months } = (await server.call(listeningTrend, { as: 'agent' })).body;
    expect(months).toHaveLength(6);
    const none = { repeats: 0, askedAgain: 0, againstWords: 0, shown: 0, wrong: 0, overridden: 0 };
    expect(months[0]).toEqual({ month: months[0]?.month, ...none });
    const now = { repeats: 2, askedAgain: 1, againstWords: 0, shown: 3, wrong: 1, overridden: 0 };
    expect(months.at(-1)).toMatchObject(now);
    const team = (await server.call(listeningTrend, { as: 'lead', query: { who: 'team' } })).body;
    expect(team.months.at(-1)).toMatchObject(now);
    const leads = (await server.call(listeningTrend, { as: 'lead' })).body;
    expect(leads.months.at(-1)).toMatchObject(none);
  });

  it('is private to the person and their lead', async () => {
    const look = async (as: 'agent' | 'lead', who: string) =>
      (await server.call(listeningTrend, { as, query: { who } })).status;
    expect(await look('agent', 'team')).toBe(403);
    expect(await look('agent', server.people.lead)).toBe(403);
    expect(await look('lead', server.people.agent)).toBe(200);
  });
});
