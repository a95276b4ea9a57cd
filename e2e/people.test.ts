import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Person, openBrowser, person, shot, violations } from './support/browser.ts';
import { field, inPanel, signIn, tab } from './support/desk.ts';
import { type Parley, parley } from './support/parley.ts';
import { type Sink, sink } from './support/sink.ts';

// The word we give, and the people it is given to: passed on, awaited, and no longer there.
const PASSWORD = 'four quiet green kettles';
const NOWAK = 'nowak@acme-foundry.example';
let post: Sink;
let app: Parley;
let browser: Browser;
let owner: Person;
let agent: Person;
let client: Person;
let request = '';

beforeAll(async () => {
  [post, browser] = await Promise.all([sink(), openBrowser()]);
  app = await parley({ smtpUrl: post.url, imapUrl: '' });
  owner = await person(browser, app.url);
  agent = await person(browser, app.url);
  client = await person(browser, app.url, { viewport: { width: 360, height: 760 } });
  const [{ page }, desk] = [owner, agent.page];
  await page.goto(app.setup);
  await field(page, 'Your firm', 'North Drives');
  await field(page, 'Your name', 'Olga Owner');
  await field(page, 'E-mail address', 'owner@firm.example');
  await field(page, 'Password', PASSWORD);
  await button(page, 'Create').click();
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  await page.goto(`${app.url}/settings`);
  await field(page, 'E-mail', 'agent@firm.example');
  await button(page, 'Make the link').click();
  await desk.goto((await page.locator('[data-invitation]').textContent()) ?? '');
  await field(desk, 'Your name', 'Adam Agent');
  await field(desk, 'Password', PASSWORD);
  await button(desk, 'Join').click();
  await signIn(desk, 'agent@firm.example', PASSWORD);
  await desk.goto(`${app.url}/requests`);
  await desk.getByText('Weekend work on line 2').first().click();
  await desk.getByRole('heading', { level: 1, name: /Weekend work on line 2/ }).waitFor();
  request = desk.url();
}, 150_000);

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  await Promise.all([agent, owner, client].map((p, i) => shot(p.page, `failed-people-${i}`).catch(() => undefined)));
});

afterAll(async () => {
  await browser?.close();
  await Promise.all([app?.stop(), post?.stop()]);
}, 60_000);

const button = (within: Page | Locator, name: string | RegExp): Locator =>
  within.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
const gone = (page: Page): Promise<void> => inPanel(page).waitFor({ state: 'detached' });

/** A promise of either side, due in so many milliseconds: nobody waits a day for a test. */
const promise = (page: Page, body: Record<string, unknown>, ms: number): Promise<string> =>
  page.evaluate(
    async ([id, wish, due]) => {
      const answer = await fetch(`/api/requests/${id}/promises`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
        body: JSON.stringify({ dueZone: 'Europe/Warsaw', source: 'call', kind: 'answer', ...wish, due }),
      });
      const made = (await answer.json()) as { id?: string; code?: string };
      if (!made.id) throw new Error(made.code);
      return made.id;
    },
    [request.split('/').at(-1) ?? '', body, new Date(Date.now() + ms).toISOString()] as const,
  );

describe('handed over', () => {
  it('[P7] by the key h; the receiver sees it on Today, says it back in own words, and the client is told by a click', async () => {
    const desk = agent.page;
    await button(desk, 'Hand over').waitFor();
    await desk.keyboard.press('h');
    await inPanel(desk).getByLabel('To whom').selectOption({ label: 'Olga Owner' });
    await inPanel(desk).getByLabel('How serious').selectOption({ label: 'Keep an eye on it' });
    await inPanel(desk).getByLabel('Mood of the client').selectOption({ label: 'Tense' });
    await field(inPanel(desk), 'If …', 'the drive does not fit');
    await field(inPanel(desk), '… then', 'call the Siemens partner');
    expect(await violations(desk)).toEqual([]);
    await shot(desk, 'handover-form');
    await button(inPanel(desk), 'Hand over').click();
    await gone(desk);
    await desk.getByText('Offered to Olga Owner').waitFor();

    const { page } = owner;
    await page.goto(app.url);
    await page.getByText('Handed to you').waitFor();
    await page.goto(request);
    await page.getByRole('heading', { name: /Adam Agent hands this over to you/ }).waitFor();
    await page.getByText('If the drive does not fit: call the Siemens partner').waitFor();
    await field(page, 'What you understood, in your own words', 'ok');
    await button(page, 'Take it over').click();
    await page.getByRole('alert').getByText('Say in a sentence or two').waitFor();
    expect(await violations(page)).toEqual([]);
    await shot(page, 'handover-received');
    await field(
      page,
      'What you understood, in your own words',
      'Line 2 has to be alive on Monday, they pay nothing more.',
    );
    await button(page, 'Take it over').click();
    await button(page, 'Tell Maria Nowak').click();
    await button(inPanel(page), 'Tell Maria Nowak').click();
    await gone(page);
    expect((await post.next(NOWAK, /^Who looks after it now/)).text).toContain('Olga Owner');
  });
});

describe('they are late', () => {
  it('[S7] our date moves before everybody’s eyes; the client takes the new dates and signs', async () => {
    const desk = owner.page;
    await desk.goto(request);
    const theirs = await promise(desk, { side: 'theirs', text: 'Badge for hall 3' }, 4_000);
    const ours = {
      side: 'ours',
      text: 'Measure the drive',
      dependsOn: theirs,
      openQuestionsWhy: 'it does not matter here',
    };
    await promise(desk, ours, 3 * 86_400_000);
    await desk.waitForTimeout(4_500);
    await desk.reload();
    await desk.getByRole('heading', { name: 'We wait for them' }).waitFor();
    await desk.getByText(/Measure the drive: .* → .*because of “Badge for hall 3”/).waitFor();
    expect(await violations(desk)).toEqual([]);
    await shot(desk, 'late-desk');
    await button(desk.locator('main'), 'Remind').first().click();
    await button(inPanel(desk), 'Send to Maria Nowak').click();
    await gone(desk);
    expect((await post.next(NOWAK, /^Still waiting together/)).text).toContain('These things happen');
    await button(desk.locator('main'), 'Offer the new dates').last().click();
    const due = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    await field(inPanel(desk), 'When will they be ready?', `${due}T12:00`);
    await button(inPanel(desk), 'Offer the new dates').click();
    await gone(desk);
    await desk.getByText('The new dates lie before them to sign.').waitFor();

    const room = client.page;
    const mail = await post.next(NOWAK, /^New dates for both of us to sign/);
    await room.goto(/http\S+\/room#t=[\w-]+/.exec(mail.text ?? '')?.[0] ?? '');
    await button(room, 'Open').click();
    await room.getByText(/because we still wait for “Badge for hall 3”/).waitFor();
    expect(await violations(room)).toEqual([]);
    await shot(room, 'late-room-phone');
    const card = room.getByRole('listitem').filter({ hasText: '· New dates:' });
    await button(card, 'Works for me').click();
    await field(room, 'Your full name', 'Maria Nowak');
    await room.getByRole('checkbox').last().check();
    await button(room, /^Sign/).click();
    await room
      .getByText(/Maria Nowak/)
      .first()
      .waitFor();
    await desk.reload();
    await tab(desk, 'On the table');
    await shot(desk, 'late-accord');
  });
});

describe('no longer there', () => {
  it('[S5] marked as died: nothing leaves for her, the successor has it all, the condolence is ready', async () => {
    const { page } = owner;
    const before = post.mails.length;
    await page.goto(`${app.url}/clients`);
    await page.getByText('ACME Foundry').first().click();
    const nowak = page.getByRole('listitem').filter({ hasText: NOWAK });
    await button(nowak, 'Left or died …').click();
    await inPanel(page).getByLabel('What happened').selectOption({ label: 'Died' });
    await inPanel(page).getByLabel('Who takes over').selectOption({ label: 'Adam Kowalski' });
    expect(await violations(page)).toEqual([]);
    await shot(page, 'gone-form');
    await button(inPanel(page), 'Mark, and stop all mail').click();
    await inPanel(page).getByText('Words for Adam Kowalski, ready to send').waitFor();
    await shot(page, 'gone-words');
    await button(inPanel(page), 'Send').click();
    await gone(page);
    await nowak.getByText('taken over by Adam Kowalski').waitFor();
    expect((await post.next('kowalski@acme-foundry.example', /^Our condolences/)).text).toContain('Maria Nowak');
    await page.goto(request);
    await page.getByText('Adam Kowalski (decides)').waitFor();
    expect(await violations(page)).toEqual([]);
    await client.page.reload();
    await client.page.getByText('Maria Nowak').waitFor({ state: 'detached' });
    const since = post.mails.slice(before).flatMap((m) => m.to?.map((t) => t.address) ?? []);
    expect(since).not.toContain(NOWAK);
  });
});
