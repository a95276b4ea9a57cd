import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../src/platform/db/embedded/start.ts';
import { type Person, openBrowser, person, shot, violations } from './support/browser.ts';
import { field, inPanel, signIn } from './support/desk.ts';
import { type Parley, parley } from './support/parley.ts';

// What a person typed survives whatever happens to the server meanwhile, and is sent once.
const PASSWORD = 'four quiet green kettles';
const OWNER = 'owner@firm.example';

let folder: string;
let database: EmbeddedPostgres;
let app: Parley;
let browser: Browser;
let owner: Person;
let second: Person;
let desk: Page;
let request: string;

const startDatabase = (): Promise<EmbeddedPostgres> =>
  startEmbeddedPostgres({ dataDir: folder, log: pino({ level: 'silent' }) });
const button = (within: Page | Locator, name: string): Locator => within.getByRole('button', { name, exact: true });
const composer = (page: Page): Locator => page.getByRole('form', { name: 'Write' });
const draft = (page: Page): Locator => composer(page).getByRole('textbox').first();
const written = (page: Page, words: string): Locator => page.getByRole('listitem').filter({ hasText: words });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-e2e-db-'));
  [database, browser] = await Promise.all([startDatabase(), openBrowser()]);
  app = await parley({ databaseUrl: database.url });
  owner = await person(browser, app.url);
  second = await person(browser, app.url);
  desk = owner.page;
  await desk.goto(app.setup);
  await field(desk, 'Your firm', 'North Drives');
  await field(desk, 'Your name', 'Olga Owner');
  await field(desk, 'E-mail address', OWNER);
  await field(desk, 'Password', PASSWORD);
  await button(desk, 'Create').click();
  await desk.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  await desk.goto(`${app.url}/requests`);
  await desk.getByText('Badge reader at gate 3').first().click();
  await composer(desk).waitFor();
  request = desk.url();
}, 150_000);

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await shot(desk, 'failed-nothing-lost').catch(() => undefined);
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
  await database?.stop();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

it('[F-16] a database that is away for ten seconds: the page waits, says so, and the note is written once', async () => {
  const words = 'Olga called: the crane is booked for Friday.';
  await button(composer(desk), 'Internal note').click();
  await draft(desk).fill(words);
  await database.stop();
  await button(composer(desk), 'Save').click();
  await desk.getByText('No connection to Parley at the moment.').waitFor();
  await shot(desk, 'database-away', false);
  expect(await draft(desk).innerText()).toBe(words);
  await new Promise((resolve) => setTimeout(resolve, 10_000));
  database = await startDatabase();
  const late = desk.getByRole('alert').filter({ hasText: 'Nothing is lost' });
  await Promise.race([written(desk, words).waitFor(), late.waitFor()]);
  if (await late.isVisible()) await button(composer(desk), 'Save').click();
  await written(desk, words).waitFor();
  expect((await draft(desk).innerText()).trim()).toBe('');
  await desk.reload();
  await written(desk, words).first().waitFor();
  expect(await written(desk, words).count()).toBe(1);
});

it('[F-02] kill -9 in the middle of a save: the words stay through a reload, and are written once', async () => {
  const words = 'The crane is confirmed, the invoice comes later.';
  await button(composer(desk), 'Internal note').click();
  await draft(desk).fill(words);
  const sent = desk.waitForRequest((one) => one.method() === 'POST' && one.url().includes('/notes'));
  await button(composer(desk), 'Save').click();
  await sent;
  await app.crash();
  await desk.waitForTimeout(500);
  expect(await draft(desk).innerText()).toBe(words);
  await app.again();
  await desk.goto(request);
  await composer(desk).waitFor();
  await button(composer(desk), 'Internal note').click();
  expect(await draft(desk).innerText()).toBe(words);
  await button(composer(desk), 'Save').click();
  await written(desk, words).first().waitFor();
  await desk.reload();
  await written(desk, words).first().waitFor();
  expect(await written(desk, words).count()).toBe(1);
});

it('two at once: the second is told what happened and keeps what was typed', async () => {
  const other = second.page;
  await other.goto(app.url);
  await signIn(other, OWNER, PASSWORD);
  await other.goto(request);
  for (const page of [desk, other]) {
    await button(page, 'Change').first().click();
    await inPanel(page).waitFor();
  }
  await field(inPanel(desk), 'Next step', 'Call the crane firm');
  await field(inPanel(other), 'Next step', 'Write to the crane firm');
  await button(inPanel(desk), 'Save').click();
  await inPanel(desk).waitFor({ state: 'detached' });
  await button(inPanel(other), 'Save').click();
  await inPanel(other).getByRole('alert').filter({ hasText: 'Somebody changed this meanwhile' }).waitFor();
  expect(await inPanel(other).getByLabel('Next step', { exact: true }).inputValue()).toBe('Write to the crane firm');
  expect(await violations(other)).toEqual([]);
});

it('a link to the room that is wrong says so, in words, and opens nothing', async () => {
  const stranger = await person(browser, app.url, { viewport: { width: 360, height: 740 } });
  await stranger.page.goto(`${app.url}/room#t=not-a-link-that-was-ever-given`);
  await button(stranger.page, 'Open').click();
  await stranger.page.getByRole('alert').waitFor();
  await shot(stranger.page, 'wrong-link');
  expect(await violations(stranger.page)).toEqual([]);
});
