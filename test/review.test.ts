import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as conversation from '../src/contract/conversation.ts';
import * as listening from '../src/contract/listening.ts';
import * as promises from '../src/contract/promises.ts';
import * as requests from '../src/contract/requests.ts';
import * as review from '../src/contract/review.ts';
import * as triage from '../src/contract/triage.ts';
import { rebuildFacts } from '../src/features/review/public.ts';
import { inRoom } from '../src/platform/db/tx.ts';
import { type Client, type TestServer, testServer } from './support/server.ts';

// A quarter of awkward requests → review → discussion → two actions → the next quarter shows the drop.
const DAY = 86_400_000;
const poison = 'POISON-internal-words';
let app: TestServer;
let acme: Client;
let other: Client;
let room: { cookie: string };

beforeAll(async () => {
  app = await testServer();
  acme = await app.client('ACME Foundry', ['nowak@acme.example', 'adam@acme.example']);
  other = await app.client('Other', ['o@other.example']);
  room = await app.room(acme.id, acme.contacts[0] ?? '');
}, 60_000);
afterAll(() => app.close());

type Awkward = {
  subject: string;
  words: string;
  minutes: number;
  kind: 'outside-hours' | 'free-of-charge' | 'capacity';
};

async function told({ subject, words, minutes, kind }: Awkward): Promise<string> {
  const spoken = { subject, body: words, clientId: acme.id, contactId: acme.contacts[0], channel: 'call' };
  const { id } = (await app.call(requests.createRequest, { as: 'agent', body: spoken })).body;
  const note = { channel: 'note', body: poison, minutes, shared: false };
  await app.call(conversation.addNote, { as: 'agent', params: { id }, body: note });
  await app.call(triage.setDifficulty, { as: 'agent', params: { id }, body: { text: poison } });
  const seen = (await app.call(requests.getRequest, { as: 'agent', params: { id } })).body.version;
  const impossible = kind === 'capacity';
  const place = impossible
    ? { reasonable: 'yes', possible: 'no', possibleKind: kind, evidence: poison }
    : { reasonable: 'no', possible: 'yes', reasonableKind: kind };
  await app.call(triage.placeRequest, {
    as: 'agent',
    params: { id },
    ifMatch: seen,
    body: { ...place, reason: poison },
  });
  return id;
}

const period = (from: number): { from: string; to: string } => ({
  from: new Date(from).toISOString().slice(0, 10),
  to: new Date(from + 90 * DAY).toISOString().slice(0, 10),
});
const open = async (range: { from: string; to: string }): Promise<string> =>
  (await app.call(review.openReview, { as: 'agent', body: { clientId: acme.id, ...range } })).body.id;
const page = async (id: string) => (await app.call(review.getReview, { as: 'agent', params: { id } })).body;

describe('the client review', () => {
  let first: string;
  const began = Date.now();

  it('[T17] a quarter of awkward requests is four cells, causes, time and examples in the client’s own words', async () => {
    const id = await told({
      subject: 'Saturday, please',
      words: 'Saturday, please, the line must run.',
      minutes: 240,
      kind: 'outside-hours',
    });
    await told({ subject: 'Sunday night', words: 'Sunday night suits us best.', minutes: 120, kind: 'outside-hours' });
    await told({
      subject: 'Christmas Eve',
      words: 'Could you come on Christmas Eve?',
      minutes: 60,
      kind: 'outside-hours',
    });
    await told({
      subject: 'Licences for free',
      words: 'At no charge, as last year.',
      minutes: 60,
      kind: 'free-of-charge',
    });
    await told({
      subject: 'Four people by tomorrow',
      words: 'We need four people tomorrow.',
      minutes: 30,
      kind: 'capacity',
    });
    const entry = {
      kind: 'condition',
      text: 'the line must run on Monday',
      value: null,
      source: null,
      standing: false,
    };
    const made = (await app.call(listening.addEntry, { as: 'agent', params: { id }, body: entry })).body;
    await app.call(listening.saidAgain, { as: 'agent', params: { id, entryId: made.id }, body: { source: null } });
    const due = new Date(app.ctx.now() + DAY).toISOString();
    const promise = {
      side: 'ours',
      kind: 'work',
      text: 'A plan for Saturday',
      due,
      dueZone: 'Europe/Warsaw',
      source: 'call',
      hours: 1,
    };
    const given = (await app.call(promises.makePromise, { as: 'agent', params: { id }, body: promise })).body;
    const broken = { outcome: 'broken', evidence: poison, missReason: 'capacity' };
    await app.call(promises.settlePromise, { as: 'agent', params: { id: given.id }, body: broken });

    first = await open(period(began));
    expect(await open(period(began))).toBe(first);
    const { document } = await page(first);
    const cell = (fate: string) => document.figures.cells.find((c) => c.fate === fate);
    expect(cell('possible-not-reasonable')).toMatchObject({ n: 4, share: 0.8, minutes: 480 });
    expect(cell('possible-not-reasonable')?.daysPerWeek).toBeCloseTo(1 / 13);
    expect(document.figures.causes.slice(0, 2).map((c) => [c.cause, c.n])).toEqual([
      ['outside-hours', 3],
      ['free-of-charge', 1],
    ]);
    expect(document.figures.promises.ours).toMatchObject({ broken: 1, keptShare: 0 });
    expect(document.figures.ask).toMatchObject({ open: 5 });
    expect(document.neverPossible.map((n) => [n.subject, n.limit])).toEqual([['Four people by tomorrow', 'capacity']]);
    expect(document.examples[0]).toMatchObject({ words: 'Saturday, please, the line must run.', minutes: 240 });
  });

  it('[L2] what had to be said again is a figure', async () => {
    const { figures } = (await page(first)).document;
    expect(figures.repeats).toEqual({ times: 1, requests: 1, before: 0 });
  });

  it('[T17] the agent writes the commentary and leaves an example out; a draft is not in the room', async () => {
    const before = await page(first);
    const leftOut = before.document.examples.filter((e) => e.subject === 'Christmas Eve').map((e) => e.id);
    const body = { commentary: 'Three weekends in one quarter: let us look at why.', leftOut };
    const stale = await app.call(review.writeReview, { as: 'agent', params: { id: first }, ifMatch: 99, body });
    expect(stale.problem.code).toBe('stale');
    await app.call(review.writeReview, { as: 'agent', params: { id: first }, ifMatch: before.version, body });
    expect((await page(first)).document.examples.map((e) => e.subject)).not.toContain('Christmas Eve');
    expect((await app.call(review.roomReviews, { as: room })).body.items).toEqual([]);
    expect((await app.call(review.roomReview, { as: room, params: { id: first } })).status).toBe(404);
  });

  it('[T17] shared, it stands in the room as it was shared, for this client only', async () => {
    const { version } = await page(first);
    const shared = await app.call(review.shareReview, {
      as: 'agent',
      params: { id: first },
      ifMatch: version,
      body: { contactIds: [acme.contacts[0]] },
    });
    expect(shared.body.links).toHaveLength(1);
    const seen = await app.call(review.roomReview, { as: room, params: { id: first } });
    expect(seen.body.document).toEqual((await page(first)).document);
    await told({ subject: 'Later', words: 'One more.', minutes: 5, kind: 'capacity' });
    expect((await app.call(review.roomReview, { as: room, params: { id: first } })).body.document).toEqual(
      seen.body.document,
    );
    expect((await page(first)).changed).toBe(true);
    const stranger = await app.room(other.id, other.contacts[0] ?? '');
    expect((await app.call(review.roomReview, { as: stranger, params: { id: first } })).status).toBe(404);
    const one = await app.room(acme.id, acme.contacts[1] ?? '', seen.body.document.examples[0]?.id);
    expect((await app.call(review.roomReviews, { as: one })).body.items).toEqual([]);
  });

  it('[T17] nothing internal is in it, by whatever column the room’s own role reads', async () => {
    const scope = { workspaceId: app.workspaceId, clientId: acme.id };
    const read = await inRoom(app.ctx.db, scope, async (tx) => ({
      reviews: await tx.selectFrom('review').select(['id', 'document', 'lang', 'version', 'shared_at']).execute(),
      actions: await tx.selectFrom('review_action').selectAll().execute(),
    }));
    expect(read.reviews).toHaveLength(1);
    expect(JSON.stringify(read)).not.toContain(poison);
    expect(JSON.stringify((await page(first)).document)).not.toContain(poison);
    for (const column of ['commentary', 'left_out', 'created_by'] as const)
      await expect(inRoom(app.ctx.db, scope, (tx) => tx.selectFrom('review').select(column).execute())).rejects.toThrow(
        /permission denied/,
      );
    for (const table of ['request_fact', 'promise_fact', 'tally'] as const)
      await expect(inRoom(app.ctx.db, scope, (tx) => tx.selectFrom(table).selectAll().execute())).rejects.toThrow(
        /permission denied/,
      );
  });

  it('[T17] on paper and as a spreadsheet, for the client as it was shared and without anything internal', async () => {
    const get = (path: string, cookie: string) =>
      app.server.app.inject({ method: 'GET', url: path, headers: { cookie } });
    const pdf = await get(`/api/room/review-papers/${first}.pdf`, room.cookie);
    expect([pdf.statusCode, pdf.headers['content-type'], pdf.rawPayload.subarray(0, 5).toString()]).toEqual([
      200,
      'application/pdf',
      '%PDF-',
    ]);
    const csv = await get(`/api/room/review-papers/${first}.csv`, room.cookie);
    expect(csv.body).toContain('"Could be done, but lies outside the agreement",4,480,80,0');
    expect(csv.body).not.toContain(poison);
    expect((await get(`/api/review-papers/${first}.pdf`, app.cookies.agent)).statusCode).toBe(200);
    expect((await get(`/api/review-papers/${first}.pdf`, room.cookie)).statusCode).toBe(401);
    const stranger = await app.room(other.id, other.contacts[0] ?? '');
    expect((await get(`/api/room/review-papers/${first}.csv`, stranger.cookie)).statusCode).toBe(404);
    const { from, to } = period(began);
    const all = await get(`/api/insights.csv?from=${from}&to=${to}`, app.cookies.agent);
    expect(all.body).toContain('ACME Foundry,6,515,6,515,1,0,1');
  });

  it('[T17] every number opens the requests behind it', async () => {
    const behind = { phase: 'all', metric: 'cause', key: 'outside-hours', clientId: acme.id, ...period(began) };
    const listed = await app.call(requests.listRequests, { as: 'agent', query: behind });
    expect(listed.body.items.map((r) => r.subject).toSorted()).toEqual([
      'Christmas Eve',
      'Saturday, please',
      'Sunday night',
    ]);
    const several = { ...behind, metric: 'fate', key: 'reasonable-not-possible,neither' };
    expect((await app.call(requests.listRequests, { as: 'agent', query: several })).body.items).toHaveLength(2);
  });

  it('[T18] the talk leads to two actions, one on each side, agreed by both', async () => {
    const dueOn = period(began).to;
    const ours = {
      cause: 'outside-hours',
      text: 'Offer a Friday-night window',
      side: 'ours',
      ownerName: 'Adam Agent',
      dueOn,
    };
    await app.call(review.proposeAction, { as: 'agent', params: { id: first }, body: ours });
    const theirs = {
      cause: 'free-of-charge',
      text: 'Ask purchasing before they ask us',
      side: 'theirs',
      ownerName: 'Ms Nowak',
      dueOn,
    };
    await app.call(review.proposeActionInRoom, { as: room, params: { id: first }, body: theirs });
    const { actions } = (await app.call(review.roomReview, { as: room, params: { id: first } })).body;
    expect(actions.map((a) => [a.side, a.oursAgreed, a.theirsAgreed])).toEqual([
      ['ours', true, false],
      ['theirs', false, true],
    ]);
    const early = await app.call(review.moveAction, {
      as: 'agent',
      params: { id: actions[0]?.id ?? '' },
      body: { move: 'done' },
    });
    expect(early.problem.code).toBe('action-not-agreed');
    await app.call(review.agreeActionInRoom, { as: room, params: { id: actions[0]?.id ?? '' } });
    await app.call(review.moveAction, { as: 'agent', params: { id: actions[1]?.id ?? '' }, body: { move: 'agree' } });
    expect((await page(first)).actions.every((a) => a.oursAgreed && a.theirsAgreed)).toBe(true);
    const stranger = await app.room(other.id, other.contacts[0] ?? '');
    const foreign = await app.call(review.agreeActionInRoom, { as: stranger, params: { id: actions[0]?.id ?? '' } });
    expect(foreign.status).toBe(404);
  });

  it('[T18] the next quarter shows before and after: the causes have shrunk', async () => {
    app.forward(91 * DAY);
    await told({ subject: 'One Saturday', words: 'One Saturday only.', minutes: 60, kind: 'outside-hours' });
    const next = await open(period(began + 91 * DAY));
    const { since, figures } = (await page(next)).document;
    expect(since.map((s) => [s.cause, s.side, s.counts.before, s.counts.after, s.counts.trend]).toSorted()).toEqual([
      ['free-of-charge', 'theirs', 1, 0, 'fewer'],
      ['outside-hours', 'ours', 3, 1, 'fewer'],
    ]);
    expect(figures.discussion).toMatchObject({ n: 1, minutes: 60, before: { n: 6, minutes: 515 } });
  });

  it('[T17] after all that the kept facts are still what a rebuild makes of the rows', async () => {
    const db = new pg.Client({ connectionString: app.ownerUrl });
    await db.connect();
    const all = async () =>
      (
        await db.query(
          `select to_jsonb(x) as row from parley.request_fact x union all select to_jsonb(x) from parley.tally x where n <> 0`,
        )
      ).rows
        .map((r: { row: unknown }) => JSON.stringify(r.row))
        .toSorted();
    const kept = await all();
    await app.within(rebuildFacts);
    expect(await all()).toEqual(kept);
    await db.end();
  });
});
