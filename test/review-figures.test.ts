import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as review from '../src/contract/review.ts';
import { FATES } from '../src/domain/triage/words.ts';
import { rebuildFacts } from '../src/features/review/public.ts';
import { plantSample } from '../src/features/sample/public.ts';
import { FIRST_DAY, type Told, fateOf, told, writeTold } from './support/random-requests.ts';
import { type TestServer, testServer } from './support/server.ts';

// Figures are exact: what pages show is compared with a recount by hand, and what is kept with what is built anew.
let app: TestServer;
let db: pg.Client;

beforeAll(async () => {
  app = await testServer();
  db = new pg.Client({ connectionString: app.ownerUrl });
  await db.connect();
}, 60_000);
afterAll(async () => {
  await db.end();
  await app.close();
});

const DAY = 86_400_000;
const isoDay = (day: number): string => new Date(FIRST_DAY + day * DAY).toISOString().slice(0, 10);
const dayIn = (text: string): number => (Date.parse(text) - FIRST_DAY) / DAY;
const count = (all: readonly Told[], is: (r: Told) => boolean): number => all.filter(is).length;
const minutes = (all: readonly Told[]): number => all.reduce((sum, r) => sum + r.minutes, 0);
const times = (all: readonly Told[]): number =>
  all.flatMap((r) => r.said.map((said) => said - 1)).reduce((a, b) => a + b, 0);
const AWKWARD = ['reasonable-not-possible', 'possible-not-reasonable', 'neither'];

/** The figures as somebody with a pencil would count them. */
function byHand(all: readonly Told[], from: number, to: number) {
  const opened = all.filter((r) => r.day >= from && r.day <= to);
  const awkward = opened.filter((r) => AWKWARD.includes(fateOf(r)));
  const closed = all.filter(
    (r) => r.closedAfter !== null && r.day + r.closedAfter >= from && r.day + r.closedAfter <= to,
  );
  const settled = all.flatMap((r) =>
    r.promises.filter((p) => p.state !== 'given' && r.day + p.after >= from && r.day + p.after <= to),
  );
  const ended = (side: string, state: string): number =>
    settled.filter((p) => p.side === side && p.state === state).length;
  const side = (s: string) => ({
    kept: ended(s, 'kept'),
    early: ended(s, 'kept-early'),
    exceeded: ended(s, 'exceeded'),
    moved: ended(s, 'renegotiated'),
    broken: ended(s, 'broken'),
  });
  return {
    requests: opened.length,
    cells: FATES.map((fate) => [
      fate,
      count(opened, (r) => fateOf(r) === fate),
      minutes(opened.filter((r) => fateOf(r) === fate)),
    ]),
    discussion: [awkward.length, minutes(awkward)],
    outsideHours: count(opened, (r) => r.reasonable === 'no' && r.why === 'outside-hours'),
    capacity: count(opened, (r) => r.possible === 'no' && r.limit === 'capacity'),
    repeats: [times(opened), count(opened, (r) => times([r]) > 0)],
    closed: [closed.length, count(closed, (r) => r.closedHow === 'silent')],
    promises: [side('ours'), side('theirs')],
    first: [
      count(opened, (r) => r.first === 'invitation' || r.first === 'call'),
      count(opened, (r) => r.first === 'reply'),
    ],
  };
}

async function shown(from: string, to: string) {
  const { body } = await app.call(review.insights, { as: 'agent', query: { from, to } });
  const cause = (name: string): number => body.causes.find((c) => c.cause === name)?.n ?? 0;
  const side = ({ keptShare: _share, ...rest }: typeof body.promises.ours) => rest;
  return {
    requests: body.requests,
    cells: body.cells.map((c) => [c.fate, c.n, c.minutes]),
    discussion: [body.discussion.n, body.discussion.minutes],
    outsideHours: cause('outside-hours'),
    capacity: cause('capacity'),
    repeats: [body.repeats.times, body.repeats.requests],
    closed: [body.closing.closed, body.closing.how.find((h) => h.key === 'silent')?.n ?? 0],
    promises: [side(body.promises.ours), side(body.promises.theirs)],
    first: [body.firstAnswers.opened, body.firstAnswers.written],
  };
}

const facts = async (): Promise<unknown[]> => {
  const tables = ['request_fact', 'promise_fact', 'tally'].map(
    (t) => `select '${t}' as t, to_jsonb(x)::text as row from parley.${t} x`,
  );
  const { rows } = await db.query(
    `select * from (${tables.join(' union all ')}) all_of_them where row not like '%"n": 0,%' order by 1, 2`,
  );
  return rows;
};

describe('the figures of reviews and Insights', () => {
  it('[T17] what is kept with every change is what a rebuild makes of the rows', async () => {
    await plantSample(app.ctx, app.workspaceId);
    const kept = await facts();
    expect(kept.length).toBeGreaterThan(50);
    expect(await app.within(rebuildFacts)).toBeGreaterThan(10);
    expect(await facts()).toEqual(kept);
  });

  it('[T17] are what a recount by hand finds, for months and for any days, of one client and of all', async () => {
    await db.query('set session_replication_role = replica');
    await db.query(
      'truncate parley.request, parley.placement, parley.closing, parley.entry, parley.message, parley.promise cascade',
    );
    const { id } = await app.client('Counted', ['c@counted.example']);
    let all: readonly Told[] = [];
    const [sample = []] = fc.sample(fc.array(told, { minLength: 300, maxLength: 300 }), 1);
    all = sample;
    await writeTold(db, app.workspaceId, id, all);
    const periods = fc.tuple(fc.integer({ min: 0, max: 729 }), fc.integer({ min: 0, max: 400 }), fc.boolean());
    await fc.assert(
      fc.asyncProperty(periods, async ([start, length, months]) => {
        const from = months ? `${isoDay(start).slice(0, 7)}-01` : isoDay(start);
        const end = isoDay(start + length);
        const to = months
          ? new Date(Date.UTC(Number(end.slice(0, 4)), Number(end.slice(5, 7)), 0)).toISOString().slice(0, 10)
          : end;
        expect(await shown(from, to)).toEqual(byHand(all, dayIn(from), dayIn(to)));
      }),
      { numRuns: 25 },
    );
    const opened = await app.call(review.openReview, {
      as: 'agent',
      body: { clientId: id, from: '2024-01-01', to: '2025-12-31' },
    });
    const page = await app.call(review.getReview, { as: 'agent', params: { id: opened.body.id } });
    const hand = byHand(all, 0, 730);
    expect(page.body.document.figures.cells.map((c) => [c.fate, c.n, c.minutes])).toEqual(hand.cells);
    expect(page.body.document.figures.closing.closed).toBe(hand.closed[0]);
  });
});
