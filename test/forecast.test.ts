import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calibration, requestKinds, similarRequests, suggestDate } from '../src/contract/forecast.ts';
import { makePromise } from '../src/contract/promises.ts';
import { createRequest, describeRequest, getRequest, timeline } from '../src/contract/requests.ts';
import { answerClosing, sendClosing } from '../src/contract/closing.ts';
import { DEFAULTS } from '../src/domain/forecasting/parameters.ts';
import { type Case, gather, periodStart, suggestAge } from '../src/domain/forecasting/suggest-age.ts';
import { DAY, HOUR } from '../src/domain/shared/instant.ts';
import { rebuildDurations } from '../src/features/forecast/public.ts';
import { type Line, takeHistory } from '../src/features/history/public.ts';
import { type Client, type TestServer, testServer } from './support/server.ts';

let server: TestServer;
let client: Client;
beforeAll(async () => {
  server = await testServer();
  client = await server.client('Nordic Mills', ['ada@nordic.example']);
});
afterAll(() => server.close());

/** Requests of the client's, one a day, each done after 1 to 20 days in turn; the last ones are still open. */
async function past(n: number, kind: string, name = 'Nordic Mills'): Promise<Case[]> {
  const now = Math.floor(server.ctx.now() / 1_000) * 1_000;
  const lines = Array.from({ length: n }, (_, i): Line => {
    const opened = now - (n - i) * DAY;
    const done = opened + (1 + ((i * 7) % 20)) * DAY - HOUR;
    const resolved = done < now ? done : null;
    const request = { client: name, contact: null, subject: `${kind} ${i}`, kind, priority: null, team: null };
    return { line: i, request: { ...request, key: `${kind}-${i}`, opened, resolved, closed: resolved } };
  });
  await server.within((tx) => takeHistory(tx, 'old', lines, server.ctx.now()));
  return lines.map(({ request: r }) => ({ opened: r.opened, done: r.resolved, groups: [r.kind] }));
}

async function asked(): Promise<string> {
  const said = { subject: 'Belt slips', body: 'The belt slips.', clientId: client.id, contactId: client.contacts[0] };
  const { body } = await server.call(createRequest, { as: 'agent', body: said });
  return body.id;
}
const suggestion = (id: string, query: Record<string, string> = {}) =>
  server.call(suggestDate, { as: 'agent', params: { id }, query });

const durations = () => server.within((tx) => tx.selectFrom('duration').selectAll().orderBy('request_id').execute());

describe('a date for a request', () => {
  it('[P2] is refused while nothing like it was ever finished, and while there is too little', async () => {
    const id = await asked();
    expect((await suggestion(id)).body).toMatchObject({ dates: null, refusal: { code: 'no-history' } });
    await past(12, 'hoist', 'Somebody else');
    const few = await suggestion(id);
    expect(few.body.dates).toBeNull();
    expect(few.body.refusal).toMatchObject({ code: 'too-few-similar', needed: 30 });
    expect(few.body.refusal?.n).toBeLessThan(12);
  });

  it('[P2] stands on what really happened, lands at the end of a working day, and says what it stands on', async () => {
    const cases = await past(60, 'general');
    const id = await asked();
    const { body } = await suggestion(id);
    const now = server.ctx.now();
    const closings = cases.flatMap((c) => (c.done === null ? [] : [c.done])).toSorted((a, b) => a - b);
    const all = [...cases, { opened: now - DAY, done: null, groups: ['general'] }];
    const direct = suggestAge(gather(all, ['general'], periodStart(closings, now, DEFAULTS) ?? 0, now), 0.9, DEFAULTS);
    expect(direct.ok).toBe(true);
    const age = direct.ok ? direct.value.age : 0;
    const { nineOfTen, half, target } = body.dates ?? { nineOfTen: '', half: '', target: '' };
    // The end of a working day in Warsaw, at the age or after it, never before.
    expect(nineOfTen).toMatch(/T1[56]:00:00/);
    expect(Date.parse(nineOfTen)).toBeGreaterThanOrEqual(now + age - 2_000);
    expect(Date.parse(nineOfTen)).toBeLessThan(now + age + 4 * DAY);
    expect(Date.parse(half)).toBeLessThan(Date.parse(nineOfTen));
    expect(Date.parse(target)).toBeLessThanOrEqual(Date.parse(half));
    expect(body).toMatchObject({ refusal: null, kind: 'general', agedDays: 0, drifts: null });
    expect(body.basis).toMatchObject({ level: 0, alike: body.basis?.own });
    expect(body.basis?.open).toBeGreaterThan(5);
    const list = await server.call(similarRequests, { as: 'agent', params: { id } });
    expect(list.body.items.filter((i) => i.doneAt === null).length).toBe(body.basis?.open);
    expect(list.body.items.filter((i) => i.doneAt !== null).length).toBe(body.basis?.alike);
  });

  it('[P2] a request of another kind is compared with those of its kind, and the ledger says so', async () => {
    await past(60, 'crane', 'A third');
    const id = await asked();
    const kinds = await server.call(requestKinds, { as: 'agent' });
    expect(kinds.body.kinds).toEqual(['crane', 'general', 'hoist']);
    const set = await server.call(describeRequest, { as: 'agent', params: { id }, body: { kind: 'crane' } });
    expect(set.status).toBe(200);
    const { body } = await suggestion(id);
    expect(body).toMatchObject({ kind: 'crane', basis: { level: 1, own: 0 } });
    expect(body.basis?.alike).toBeGreaterThan(40);
    const told = await server.call(timeline, { as: 'agent', params: { id } });
    expect(told.body.items.at(-1)).toMatchObject({ kind: 'request.described', data: { from: 'general' } });
  });

  it('[P2] of a request that is some days old only those count that got as old', async () => {
    const id = await asked();
    const young = (await suggestion(id)).body.dates;
    server.forward(10 * DAY);
    const old = (await suggestion(id)).body;
    expect(old.agedDays).toBe(10);
    const days = (at: string | undefined): number => (Date.parse(at ?? '') - server.ctx.now()) / DAY;
    expect(old.refusal ?? old.dates).not.toBeNull();
    if (old.dates) {
      expect(Date.parse(old.dates.nineOfTen)).toBeGreaterThanOrEqual(Date.parse(young?.nineOfTen ?? ''));
      expect(days(old.dates.half)).toBeGreaterThan(0);
    }
    server.forward(-10 * DAY);
  });
});

describe('a promised date', () => {
  it('[P2] keeps what was said about it, and shows when it is at risk without moving', async () => {
    const id = await asked();
    const { dates } = (await suggestion(id)).body;
    const due = dates?.nineOfTen ?? '';
    const body = { side: 'ours', kind: 'work', text: 'Repair the belt', due, dueZone: 'Europe/Warsaw', hours: 1 };
    const made = await server.call(makePromise, { as: 'agent', params: { id }, body });
    expect(made.status).toBe(201);
    const [row] = await server.within((tx) =>
      tx.selectFrom('forecast').selectAll().where('request_id', '=', id).execute(),
    );
    expect(row).toMatchObject({ promise_id: made.body.id, taken: true, refusal: null });
    expect([row?.nine_of_ten, row?.due].map((at) => Date.parse(at ?? ''))).toEqual([Date.parse(due), Date.parse(due)]);
    expect(row?.chance).toBeGreaterThanOrEqual(0.9);
    expect(row?.basis).toMatchObject({ level: 0, parameters: { closings: 300 } });
    const page = await server.call(getRequest, { as: 'agent', params: { id } });
    const same = (at: string | null | undefined): number => Date.parse(at ?? '');
    expect(same(page.body.promises[0]?.due)).toBe(same(due));
    expect(same(page.body.promises[0]?.target)).toBe(same(dates?.target));
    expect((await suggestion(id)).body.promises).toMatchObject([{ id: made.body.id, atRisk: false }]);
    server.forward(Date.parse(due) - server.ctx.now() - HOUR);
    const late = (await suggestion(id)).body;
    const after = await server.call(getRequest, { as: 'agent', params: { id } });
    expect(after.body.promises.map((p) => [same(p.due), p.state])).toEqual([[same(due), 'given']]);
    const [given] = late.promises;
    expect(given?.id).toBe(made.body.id);
    if (given?.chance !== null) expect(given?.atRisk).toBe(true);
    server.forward(2 * HOUR);
    expect((await suggestion(id)).body.promises).toMatchObject([{ chance: 0, atRisk: true }]);
    const report = await server.call(calibration, { as: 'lead' });
    expect(report.body).toMatchObject({
      suggestions: { given: 1, taken: 1, due: 1, kept: 0 },
      chances: [{ key: '9', n: 1, kept: 0 }],
      guard: { scored: 1, drifts: false, readAt: 0.9 },
    });
  });

  it('[P2] a chance cannot be altered afterwards, whatever the door', async () => {
    await expect(server.within((tx) => tx.updateTable('forecast').set({ chance: 1 }).execute())).rejects.toThrow();
  });
});

describe('how long requests took', () => {
  it('[P2] follows the ledger: done at the closing message, open again when it comes back; rebuilt it is the same', async () => {
    const id = await asked();
    const words = { asked: 'The belt', done: 'Repaired', kept: 'All', comesBack: 'Call us' };
    await server.call(sendClosing, { as: 'agent', params: { id }, body: words });
    const doneAt = async () => (await durations()).find((d) => d.request_id === id)?.done_at;
    const first = await doneAt();
    expect(first).not.toBeNull();
    const page = await server.call(getRequest, { as: 'agent', params: { id } });
    const room = await server.room(client.id, client.contacts[0] ?? '', id);
    const closing = { closingId: page.body.closing?.id, answer: 'not-yet', words: 'It still slips' };
    const said = await server.call(answerClosing, {
      as: room,
      params: { id },
      body: closing,
    });
    expect(said.status).toBe(201);
    expect(await doneAt()).toBeNull();
    server.forward(HOUR);
    await server.call(sendClosing, { as: 'agent', params: { id }, body: words });
    expect(Date.parse((await doneAt()) ?? '')).toBeGreaterThan(Date.parse(first ?? ''));
    const kept = await durations();
    expect(kept.length).toBeGreaterThan(70);
    await server.within((tx) => rebuildDurations(tx, server.ctx.now()));
    expect(await durations()).toEqual(kept);
  });
});
