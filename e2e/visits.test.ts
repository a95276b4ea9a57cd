import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Person, openBrowser, person, shot, violations } from './support/browser.ts';
import { day, field, inPanel, signIn } from './support/desk.ts';
import { type Parley, parley } from './support/parley.ts';
import { type Sink, sink } from './support/sink.ts';

// Visits: a clash found while planning, the client picks another time from the room, a banquet, and what is told to whom.
const PASSWORD = 'four quiet green kettles';
const NOWAK = 'nowak@acme-foundry.example';
let post: Sink;
let app: Parley;
let browser: Browser;
let owner: Person;
let agent: Person;
let client: Person;
let desk: Page;

beforeAll(async () => {
  [post, browser] = await Promise.all([sink(), openBrowser()]);
  app = await parley({ smtpUrl: post.url, imapUrl: '' });
  owner = await person(browser, app.url);
  agent = await person(browser, app.url);
  client = await person(browser, app.url, { viewport: { width: 375, height: 800 } });
  desk = owner.page;
  await desk.goto(app.setup);
  await field(desk, 'Your firm', 'North Drives');
  await field(desk, 'Your name', 'Olga Owner');
  await field(desk, 'E-mail address', 'owner@firm.example');
  await field(desk, 'Password', PASSWORD);
  await button(desk, 'Create').click();
  await desk.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  await desk.goto(`${app.url}/settings`);
  await field(desk, 'E-mail', 'agent@firm.example');
  await button(desk, 'Make the link').click();
  await agent.page.goto((await desk.locator('[data-invitation]').textContent()) ?? '');
  await field(agent.page, 'Your name', 'Adam Agent');
  await field(agent.page, 'Password', PASSWORD);
  await button(agent.page, 'Join').click();
  await signIn(agent.page, 'agent@firm.example', PASSWORD);
}, 200_000);

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail')
    for (const [who, name] of [
      [owner, 'owner'],
      [client, 'client'],
    ] as const)
      await shot(who.page, `failed-visits-${name}`).catch(() => undefined);
});

afterAll(async () => {
  await browser?.close();
  await Promise.all([app?.stop(), post?.stop()]);
}, 60_000);

const button = (within: Page | Locator, name: string | RegExp): Locator =>
  within.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
const panel = (): Locator => inPanel(desk);
const card = (page: Page, words: string): Locator => page.locator('[data-visit]').filter({ hasText: words }).first();

async function openPlan(request: string): Promise<void> {
  await desk.goto(`${app.url}/requests`);
  await desk.getByText(request).first().click();
  await button(desk, 'Plan a visit').click();
}
async function window(from: string, to: string): Promise<void> {
  await field(panel(), 'From', from);
  await field(panel(), 'Until', to);
}

describe('[S3] two of ours at one client', () => {
  it('the second visit is held against the first while it is typed, and planned only with a reason', async () => {
    await openPlan('Weekend work on line 2');
    await field(panel(), 'What for', 'Replace the drive on line 2');
    await window(`${day(20)}T09:00`, `${day(20)}T11:00`);
    await panel().getByLabel('Adam Agent').check();
    await button(panel(), 'Offer another time').click();
    await field(panel(), 'Offer 1: from', `${day(21)}T13:00`);
    await button(panel(), 'Plan it').click();
    await card(desk, 'Replace the drive').waitFor();

    await openPlan('Badge reader at gate 3');
    await field(panel(), 'What for', 'Try the new badges');
    await window(`${day(20)}T10:00`, `${day(20)}T12:00`);
    await panel().getByLabel('Olga Owner').check();
    await panel().getByText('Another team at the same client (Adam Agent).').waitFor();
    expect(await violations(desk)).toEqual([]);
    await button(panel(), 'Plan it').click();
    await panel()
      .getByText(/Choose another time, or say why/)
      .waitFor();
    await field(panel(), 'Planned all the same, because', 'both are needed that morning');
    await button(panel(), 'Plan it').click();
    await card(desk, 'Try the new badges').waitFor();
    await agent.page.goto(`${app.url}/`);
    await agent.page.getByText('Two visits clash').waitFor();
    expect(await violations(agent.page)).toEqual([]);
  });

  it('the week shows them by person and by client, on a phone day by day; both agree and Today is quiet', async () => {
    await agent.page.getByRole('link', { name: 'Replace the drive on line 2' }).first().click();
    await agent.page.getByRole('heading', { level: 1, name: 'Visits' }).waitFor();
    await field(agent.page, 'What you agreed with the other team', 'the drive first, then the badges');
    await button(agent.page, 'We have agreed').click();
    await agent.page.getByText('agreed: the drive first, then the badges').waitFor();
    await button(inPanel(agent.page), 'Close').click();
    expect(await agent.page.locator('[data-visit]').count()).toBe(2);
    await shot(agent.page, 'visits-week');
    expect(await violations(agent.page)).toEqual([]);
    await button(agent.page, 'By client').click();
    expect(await violations(agent.page)).toEqual([]);
    await agent.page.setViewportSize({ width: 360, height: 780 });
    await agent.page.locator('[data-visit]').first().waitFor();
    await shot(agent.page, 'visits-phone');
    expect(await violations(agent.page)).toEqual([]);
    await agent.page.setViewportSize({ width: 1280, height: 900 });
    await agent.page.goto(`${app.url}/`);
    await agent.page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
    await expect.poll(() => agent.page.getByText('Two visits clash').count()).toBe(0);
  });
});

describe('[S13] the client and the time', () => {
  it('the message is ready, a person sends it; the client picks another time with one press', async () => {
    await desk.goto(`${app.url}/visits?day=${day(20)}`);
    await card(desk, 'Replace the drive').click();
    await button(panel(), 'Tell the client').click();
    await panel().getByText('It goes to Maria Nowak, in their language.').waitFor();
    await shot(desk, 'visits-message');
    expect(await violations(desk)).toEqual([]);
    await button(panel(), 'Send').click();
    const mail = await post.next(NOWAK, /A visit to you: Replace the drive on line 2/);
    expect(mail.attachments.some((a) => a.mimeType === 'text/calendar')).toBe(true);
    const { page } = client;
    await page.goto(/http\S+\/room#t=[\w-]+/.exec(mail.text ?? '')?.[0] ?? '');
    await button(page, 'Open').click();
    await page.getByRole('heading', { name: 'Our visits to you' }).waitFor();
    await page.getByRole('heading', { name: 'Our visits to you' }).scrollIntoViewIfNeeded();
    await shot(page, 'visits-room');
    expect(await violations(page)).toEqual([]);
    await button(page, /^We take .*13:00/).click();
    await page.getByText('Confirmed', { exact: true }).waitFor();
    await desk.goto(`${app.url}/visits?day=${day(21)}`);
    await card(desk, 'Replace the drive').getByText('13:00').waitFor();
    expect(await card(desk, 'Replace the drive').textContent()).toContain('confirmed');
  });
});

describe('[S8] a banquet', () => {
  it('blocked says by what, the house rules are at hand, and the words to the client wait to be sent', async () => {
    const soon = new Date(Date.now() + 3_600_000);
    const local = new Date(soon.getTime() - soon.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
    await openPlan('Badge reader at gate 3');
    await field(panel(), 'What for', 'Load the firmware');
    await field(panel(), 'From', local);
    await panel().getByLabel('Olga Owner').check();
    await button(panel(), 'Plan it').click();
    await card(desk, 'Load the firmware').click();
    await desk.getByRole('heading', { level: 1, name: 'Visits' }).waitFor();
    await button(panel(), 'Blocked').click();
    await panel().getByText('House rules').click();
    await panel()
      .getByText(/Alcohol: no/)
      .waitFor();
    await field(panel(), 'What stood in the way', 'the gate is decorated for the jubilee');
    await shot(desk, 'visits-blocked');
    expect(await violations(desk)).toEqual([]);
    await button(panel(), 'Blocked').click();
    await panel().getByLabel('Subject').waitFor();
    expect(await panel().getByLabel('Subject').inputValue()).toContain('We could not do it today');
    expect(post.mails.some((m) => /could not do it/.test(m.subject ?? ''))).toBe(false);
    await button(panel(), 'Send').click();
    await post.next('kowalski@acme-foundry.example', /We could not do it today/);
  });
});

describe('[S6] a colleague vanished', () => {
  it('one screen, one button, a minute to take it back, and the words to the clients ready', async () => {
    await desk.goto(`${app.url}/settings`);
    await desk.getByRole('link', { name: /Away and standing in ?: Adam Agent/ }).click();
    await desk.getByRole('heading', { level: 1, name: 'Everything of Adam Agent' }).waitFor();
    await field(desk, 'Back on', `${day(30)}T09:00`);
    await desk.getByLabel('Who stands in').selectOption({ label: 'Olga Owner' });
    await button(desk, 'Mark as away').click();
    await desk.getByText(/Olga Owner stands in/).waitFor();
    expect(await desk.getByLabel('Pass on to').inputValue()).not.toBe('');
    await shot(desk, 'visits-absence');
    expect(await violations(desk)).toEqual([]);
    await button(desk, /^Pass \d+ things? on$/).click();
    await desk.getByText(/was passed on to Olga Owner|were passed on to Olga Owner/).waitFor();
    expect(await violations(desk)).toEqual([]);
    await button(desk, 'Undo').click();
    await button(desk, /^Pass \d+ things? on$/).click();
    await button(desk, /^Read and send: Replace the drive/).click();
    await panel().getByText('It goes to Maria Nowak, in their language.').waitFor();
    await shot(desk, 'visits-absence-letter');
    await button(panel(), 'Send').click();
    await post.next(NOWAK, /Olga Owner will come to you/);
    expect(await violations(desk)).toEqual([]);
  });

  it('no page complained', () => {
    // The plan that was refused is the one complaint there has to be.
    const said = [owner, agent, client].flatMap((p) => p.complaints);
    expect(said.filter((line) => !/409 .*\/api\/visits$/.test(line))).toEqual([]);
  });
});
