import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Person, openBrowser, person, picture, shot, violations } from './support/browser.ts';
import { cycle, day, field, inPanel, openRequest, say, selectWords, signIn, tab } from './support/desk.ts';
import { type Mailbox, dovecot } from './support/dovecot.ts';
import { type Parley, parley } from './support/parley.ts';
import { type Sink, sink } from './support/sink.ts';

// The main job from both sides of the table: a mail becomes an agreement that is kept and closed. Nothing in it is faked.
const PASSWORD = 'four quiet green kettles';
const MARIA = 'nowak@acme.example';
const SUBJECT = 'Drive of line 2';
const MAIL = `From: Maria Nowak <${MARIA}>
To: desk@firm.example
Subject: ${SUBJECT}
Message-ID: <line-2@acme.example>
Date: ${new Date().toUTCString().replace('GMT', '+0000')}
Content-Type: text/plain; charset=utf-8

Hello,

the press line must not stand still again. Could you replace the drive on Saturday at 10:00, at no charge?

Maria Nowak
ACME Foundry
`;

let box: Mailbox;
let post: Sink;
let app: Parley;
let browser: Browser;
let owner: Person;
let lead: Person;
let agent: Person;
let maria: Person;
let desk: Page;
let room: Page;
let request = '';
let accordId = '';
let fingerprint = '';

beforeAll(async () => {
  [box, post, browser] = await Promise.all([dovecot(), sink(), openBrowser()]);
  app = await parley({ smtpUrl: post.url, imapUrl: box.url });
  owner = await person(browser, app.url);
  lead = await person(browser, app.url);
  agent = await person(browser, app.url);
  maria = await person(browser, app.url, { viewport: { width: 360, height: 740 } });
  desk = agent.page;
  room = maria.page;
}, 150_000);

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  const seen = { owner, lead, agent, maria };
  for (const [name, who] of Object.entries(seen)) await shot(who.page, `failed-${name}`).catch(() => undefined);
});

afterAll(async () => {
  await browser?.close();
  await Promise.all([app?.stop(), post?.stop(), box?.stop()]);
}, 60_000);

const button = (within: Page | Locator, name: string | RegExp): Locator =>
  within.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });

describe('a house is set up', () => {
  it('the owner opens the printed link, names the firm and sits at an empty desk', async () => {
    const { page } = owner;
    await page.goto(app.setup);
    await field(page, 'Your firm', 'North Drives');
    await field(page, 'Your name', 'Olga Owner');
    await field(page, 'E-mail address', 'owner@firm.example');
    await field(page, 'Password', PASSWORD);
    await page.getByLabel('Add a sample company').uncheck();
    expect(await violations(page)).toEqual([]);
    await button(page, 'Create').click();
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
    expect(await cycle(page)).toEqual([0, 0, 0]);
    expect(await violations(page)).toEqual([]);
  });

  it('the owner writes down the client, who decides there and what was agreed', async () => {
    const { page } = owner;
    await page.getByRole('link', { name: 'Clients' }).first().click();
    await button(page, 'New client').click();
    await field(inPanel(page), 'Name', 'ACME Foundry');
    await field(inPanel(page), 'Mail domains', 'acme.example');
    await button(inPanel(page), 'Save').click();
    await button(page, 'Add a person').click();
    await field(inPanel(page), 'Name', 'Maria Nowak');
    await field(inPanel(page), 'E-mail', MARIA);
    await inPanel(page).getByLabel('What they may').selectOption({ label: 'decides' });
    await button(inPanel(page), 'Save').click();
    await page.getByText(`Maria Nowak · ${MARIA} · decides`).waitFor();
    await button(page, 'Add an agreement').click();
    await field(inPanel(page), 'Title', 'Service agreement');
    await field(inPanel(page), 'Valid from', day(-30));
    await field(inPanel(page), 'Clause', '3.1');
    await button(inPanel(page), 'Save').click();
    await page.getByText(/Service agreement · version 1/).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('a lead and an agent come in by link; they may promise sixteen and four hours alone', async () => {
    const { page } = owner;
    for (const [who, role, name] of [
      [lead, 'lead', 'Lena Lead'],
      [agent, 'agent', 'Adam Agent'],
    ] as const) {
      await page.goto(`${app.url}/settings`);
      await field(page, 'E-mail', `${role}@firm.example`);
      await page.getByLabel('Role').selectOption({ label: role });
      await button(page, 'Make the link').click();
      const link = (await page.locator('[data-invitation]').textContent()) ?? '';
      await who.page.goto(link);
      await field(who.page, 'Your name', name);
      await field(who.page, 'Password', PASSWORD);
      await button(who.page, 'Join').click();
      await signIn(who.page, `${role}@firm.example`, PASSWORD);
    }
    await page.reload();
    for (const [name, hours] of [
      ['Lena Lead', '16'],
      ['Adam Agent', '4'],
    ] as const) {
      const line = page.getByRole('listitem').filter({ hasText: name });
      await button(line, 'Change').click();
      await field(inPanel(page), 'May promise hours up to', hours);
      for (const kind of ['Work', 'A visit', 'An answer'])
        await inPanel(page).getByLabel(kind, { exact: true }).check();
      await button(inPanel(page), 'Save').click();
      await inPanel(page).waitFor({ state: 'detached' });
      await line.getByText(`may promise alone: ${hours} h`).waitFor();
    }
    expect(await violations(page)).toEqual([]);
    expect(await cycle(desk)).toEqual([0, 0, 0]);
  });
});

describe('listening', () => {
  it('a mail arrives by IMAP and is a request of the client it came from', async () => {
    await desk.goto(`${app.url}/requests`);
    await box.deliver(MAIL);
    await desk.getByText(SUBJECT).first().waitFor();
    expect(await violations(desk)).toEqual([]);
    await desk.getByText(SUBJECT).first().click();
    await desk.getByRole('heading', { level: 1, name: SUBJECT }).waitFor();
    request = desk.url();
    await desk.getByText('Maria Nowak (decides)').waitFor();
    expect(await cycle(desk)).toEqual([1, 0, 0]);
  });

  it('their words go on the ledger: what is behind it, a condition without extra cost, an open question', async () => {
    await openRequest(desk, request);
    await selectWords(desk, 'the press line must not stand still again');
    await button(inPanel(desk), 'Save').click();
    await inPanel(desk).waitFor({ state: 'detached' });
    await selectWords(desk, 'at no charge');
    await inPanel(desk).getByLabel('It must not cost anything extra').check();
    await button(inPanel(desk), 'Save').click();
    await inPanel(desk).waitFor({ state: 'detached' });
    await button(desk, 'Add to the ledger').click();
    await inPanel(desk).getByLabel('What is it?').selectOption({ label: 'Open question' });
    await field(inPanel(desk), 'In their own words', 'When does the last shift on Friday end?');
    await button(inPanel(desk), 'Save').click();
    const theirs = desk.getByRole('region', { name: 'Their side' });
    await theirs.getByText('“at no charge”').waitFor();
    await theirs.getByText('“When does the last shift on Friday end?”').waitFor();
    expect(await violations(desk)).toEqual([]);
  });

  it('the agreement in force says what it thinks with its clause, the agent places it with a reason, the board shows it', async () => {
    await desk.getByRole('region', { name: 'Our side' }).getByText('(clause 3.1)').waitFor();
    await button(desk.getByRole('region', { name: 'Our side' }), 'Place').click();
    expect(await inPanel(desk).getByLabel('Is it reasonable?').inputValue()).toBe('no');
    await inPanel(desk).getByLabel('Is it possible?').selectOption({ label: 'Yes' });
    await field(inPanel(desk), 'Why?', 'Saturday is outside our hours; the drive is in stock');
    await button(inPanel(desk), 'Place').click();
    await desk.getByText('Placed there because').waitFor();
    await desk.goto(`${app.url}/board`);
    await desk.getByRole('region', { name: 'Possible, not reasonable' }).getByText(SUBJECT).waitFor();
    expect(await violations(desk)).toEqual([]);
    await shot(desk, 'board');
  });
});

describe('talking', () => {
  it('the invitation goes out by mail; opening its link changes nothing, the click opens the room', async () => {
    await openRequest(desk, request);
    await tab(desk, 'On the table');
    await button(desk, 'Invite to talk').last().click();
    await button(inPanel(desk), 'Send the invitation').click();
    await inPanel(desk).waitFor({ state: 'detached' });
    const mail = await post.next(MARIA, /talk about it/i);
    const link = /http\S+\/room#t=[\w-]+/.exec(mail.text ?? '')?.[0] ?? '';
    await room.goto(link);
    await button(room, 'Open').waitFor();
    expect(await violations(room)).toEqual([]);
    await tab(desk, 'What happened');
    await desk.reload();
    await tab(desk, 'What happened');
    await desk.getByRole('list', { name: 'What happened' }).getByText('The mail was delivered').first().waitFor();
    expect(await desk.getByText('They opened the room').count()).toBe(0);
    await button(room, 'Open').click();
    await room.getByRole('heading', { level: 1, name: SUBJECT }).waitFor();
  });

  it('the client corrects what we understood, answers, adds a condition and places the request', async () => {
    const heard = room.getByRole('listitem').filter({ hasText: 'must not stand still' }).first();
    await button(heard, "That's not it").click();
    await field(heard, 'What is it then?', 'the press line must never stand still on a weekday');
    await button(heard, 'Send').click();
    await room.getByText('You said: the press line must never stand still on a weekday').waitFor();
    await field(room, 'When does the last shift on Friday end?', 'At 17:00');
    await button(room, 'Answer').click();
    await room.getByText('Add something').click();
    await field(room, 'In your own words', 'nobody works in hall 3 without our escort');
    await button(room, 'Add').click();
    await room.getByText('“nobody works in hall 3 without our escort”').waitFor();
    await room.getByRole('group', { name: 'Reasonable?' }).getByLabel('Yes').check();
    await room.getByRole('group', { name: 'Possible?' }).getByLabel('Yes').check();
    await button(room, 'Say so').click();
    await room.getByText('You see it as: Do it').waitFor();
    expect(await violations(room)).toEqual([]);
    await shot(room, 'room-phone-understood');
  });

  it('we correct it and put two options on the table', async () => {
    await openRequest(desk, request);
    await button(desk, 'Correct it').click();
    await button(inPanel(desk), 'Save').click();
    await inPanel(desk).waitFor({ state: 'detached' });
    await tab(desk, 'On the table');
    for (const [title, cost] of [
      ['Friday evening', 0],
      ['Saturday at 10:00', 400],
    ] as const) {
      await button(desk, 'Write an option').click();
      await field(inPanel(desk), 'In a few words', title);
      await field(inPanel(desk), 'What if we tried this?', `We replace the drive: ${title}.`);
      if (cost > 0) {
        await button(inPanel(desk), 'Add a cost').click();
        await field(inPanel(desk), 'What for', 'Weekend work');
        await field(inPanel(desk), 'Amount', String(cost));
      }
      await field(inPanel(desk), 'Date', `${day(5)}T20:00`);
      await field(inPanel(desk), 'Effort in hours', '6');
      await inPanel(desk).getByLabel('What', { exact: true }).first().fill('Replace the drive');
      await button(inPanel(desk), 'Save').click();
      await inPanel(desk).waitFor({ state: 'detached' });
    }
    await button(desk, 'Put on the table').click();
    for (const tick of await inPanel(desk).getByRole('checkbox').all()) await tick.check();
    await button(inPanel(desk), 'Put on the table').click();
    await inPanel(desk)
      .getByRole('alert')
      .getByText(/breaks a condition/)
      .waitFor();
    await field(inPanel(desk), 'Why it goes on the table all the same', 'so that both ways can be compared');
    await button(inPanel(desk), 'Put on the table').click();
    await desk.getByText(/Round 1, open until/).waitFor();
    expect(await violations(desk)).toEqual([]);
    await shot(desk, 'desk-table');
    await post.next(MARIA, /look at together/i);
  });

  it('the client answers each option and writes a third', async () => {
    await room.reload();
    const a = room.getByRole('listitem').filter({ hasText: 'A · Friday evening' });
    const b = room.getByRole('listitem').filter({ hasText: 'B · Saturday' });
    expect(await violations(room)).toEqual([]);
    await shot(room, 'room-phone-table');
    await button(a, 'Would work if …').click();
    await field(a, 'What would have to be different?', 'somebody of ours goes with you');
    await button(a, 'Answer').click();
    await a.getByText('“somebody of ours goes with you”').waitFor();
    await button(b, 'Does not work because …').click();
    await field(b, 'What does not work about it?', 'it costs extra');
    await field(b, 'What would make it work for you?', 'no extra cost');
    await button(b, 'Answer').click();
    await b.getByText('“it costs extra”').waitFor();
    await room.getByText('Write your own option').click();
    await field(room, 'In a few words', 'Friday evening with escort');
    await field(room, 'How could it be done?', 'After the last shift on Friday; our foreman goes with you.');
    await button(room, 'Put it on the table').click();
    await room.getByRole('status').or(room.getByText('Write your own option')).first().waitFor();
  });

  it('we answer too, word the third one completely and open a new round with it', async () => {
    await openRequest(desk, request);
    await tab(desk, 'On the table');
    await say(desk, 'A · Friday evening', 'Works for us');
    await say(desk, 'B · Saturday', 'Does not work', 'nobody is on duty', 'another day');
    await picture(desk);
    const third = desk.getByRole('article').filter({ hasText: 'Friday evening with escort' });
    await button(third, 'Word it anew').click();
    await field(inPanel(desk), 'Date', `${day(5)}T20:00`);
    await field(inPanel(desk), 'Effort in hours', '6');
    await inPanel(desk).getByLabel('What', { exact: true }).first().fill('Replace the drive');
    await button(inPanel(desk), 'Add what they do').click();
    await inPanel(desk).getByLabel('What', { exact: true }).last().fill('The foreman goes with us in hall 3');
    await button(inPanel(desk), 'Save').click();
    await inPanel(desk).waitFor({ state: 'detached' });
    await button(desk, 'Put on the table').click();
    await inPanel(desk)
      .getByLabel(/with escort/)
      .check();
    await field(inPanel(desk), 'Why only one option', 'it is their own and takes up everything that was said');
    await inPanel(desk).getByLabel('This ends round 1, which is still open.').check();
    await button(inPanel(desk), 'Put on the table').click();
    await desk.getByText(/Round 2, open until/).waitFor();
  });

  it('both say that the same wording works, and the accord is drawn up', async () => {
    expect(await cycle(desk)).toEqual([1, 0, 0]);
    await openRequest(desk, request);
    await tab(desk, 'On the table');
    await say(desk, 'with escort', 'Works for us');
    await room.reload();
    const third = room.getByRole('listitem').filter({ hasText: '· Friday evening with escort' });
    await button(third, 'Works for me').click();
    await room.getByRole('heading', { name: /Accord 1/ }).waitFor();
    fingerprint = (await room.locator('code').textContent()) ?? '';
    expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect(await violations(room)).toEqual([]);
    await post.next(MARIA, /^Agreed: accord 1/);
  });
});

describe('the accord', () => {
  it('the agent may not sign six hours alone; the lead approves on Today; then the agent signs', async () => {
    await openRequest(desk, request);
    await tab(desk, 'On the table');
    await button(desk, 'Sign').click();
    await field(inPanel(desk), 'Your full name', 'Adam Agent');
    await inPanel(desk).getByLabel('I have read this text').check();
    await button(inPanel(desk), 'Sign').click();
    await inPanel(desk)
      .getByRole('alert')
      .getByText(/more than you may promise alone/)
      .waitFor();
    await inPanel(desk).getByLabel('Who approves').selectOption({ label: 'Lena Lead' });
    await button(inPanel(desk), 'Ask for approval').click();
    await inPanel(desk).getByText('Asked. You can sign once it is approved.').waitFor();
    await lead.page.goto(app.url);
    await lead.page.getByText('Adam Agent asks').waitFor();
    await lead.page.getByText('6 h · It exceeds my own authority').waitFor();
    expect(await violations(lead.page)).toEqual([]);
    await shot(lead.page, 'today-lead');
    await button(lead.page, 'Approve').click();
    await lead.page.getByText('Adam Agent asks').waitFor({ state: 'detached' });
    await button(inPanel(desk), 'Sign').click();
    await inPanel(desk).waitFor({ state: 'detached' });
    await desk.getByText('Accord 1: signed by one side').waitFor();
  });

  it('the client signs by name and tick, and both have the PDF with the fingerprint', async () => {
    await room.reload();
    await field(room, 'Your full name', 'Maria Nowak');
    await room.getByLabel('I have read this text and accept it for ACME Foundry.').check();
    await button(room, 'Sign').click();
    await room.getByText('In force').waitFor();
    expect(await violations(room)).toEqual([]);
    await shot(room, 'room-phone-accord');
    const href = (await room.getByRole('link', { name: 'Download as PDF' }).getAttribute('href')) ?? '';
    accordId = /accords\/([\w-]+)\.pdf/.exec(href)?.[1] ?? '';
    for (const [who, path] of [
      [room, href],
      [desk, `/api/accords/${accordId}.pdf`],
    ] as const) {
      const answer = await who.request.get(`${app.url}${path}`);
      const pdf = await answer.body();
      expect([answer.status(), pdf.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
      expect(pdf.toString('latin1')).toContain(fingerprint);
    }
    const receipt = await post.next(MARIA, /^Signed by both: accord 1/);
    expect(receipt.text).toContain(fingerprint);
    expect(receipt.attachments.map((a) => a.mimeType)).toEqual(['application/pdf']);
    expect(await cycle(desk)).toEqual([0, 1, 0]);
  });

  it('promises of both sides are there; one is kept early, one is moved before it is due and the client is told', async () => {
    await openRequest(desk, request);
    const ours = desk.getByRole('region', { name: 'Our side' });
    await ours.getByText('Our promises').waitFor();
    await ours.getByText('Their promises').waitFor();
    expect(await violations(desk)).toEqual([]);
    await shot(desk, 'desk-promises');
    const drive = ours.getByRole('listitem').filter({ hasText: 'Replace the drive' });
    await button(drive, 'Another date').click();
    await field(inPanel(desk), 'New date', `${day(6)}T19:00`);
    await field(inPanel(desk), 'Why', 'the drive comes a day later');
    await field(
      inPanel(desk),
      'What the client reads',
      'We are sorry: the drive comes a day later, on the next evening.',
    );
    await button(inPanel(desk), 'Move it and tell them').click();
    await inPanel(desk).waitFor({ state: 'detached' });
    expect((await post.next(MARIA, /^A new date/)).text).toContain('the drive comes a day later');
    const foreman = ours.getByRole('listitem').filter({ hasText: 'The foreman goes' });
    await button(foreman, 'What became of it').click();
    await field(inPanel(desk), 'Evidence', 'he was there');
    await button(inPanel(desk), 'Save').click();
    await foreman.getByText('Kept early').waitFor();
    await button(drive.filter({ hasText: 'Promised' }), 'What became of it').click();
    await field(inPanel(desk), 'Evidence', 'the line runs');
    await button(inPanel(desk), 'Save').click();
    await drive.getByText('Kept early').waitFor();
    expect(await violations(desk)).toEqual([]);
  });
});

describe('closing', () => {
  const close = async (): Promise<void> => {
    await openRequest(desk, request);
    await button(desk.getByRole('region', { name: 'Our side' }), 'Close').click();
    await field(inPanel(desk), 'What was done', 'The drive was replaced on Saturday evening.');
    await button(inPanel(desk), 'Send the closing message').click();
    await inPanel(desk).waitFor({ state: 'detached' });
    await post.next(MARIA, /^Is this done for you/);
  };

  it('the closing message goes out; the client says not yet, and the work goes on', async () => {
    await close();
    expect(await cycle(desk)).toEqual([0, 0, 1]);
    await room.reload();
    expect(await violations(room)).toEqual([]);
    await button(room, 'Not yet').click();
    await field(room, 'What is missing?', 'the cover is missing');
    await button(room, 'Send: not yet').click();
    await room.getByText('You said: not yet. the cover is missing').waitFor();
    expect(await cycle(desk)).toEqual([0, 1, 0]);
  });

  it('the client confirms the second one, and only then it is closed', async () => {
    await close();
    await room.reload();
    await button(room, 'Yes, closed').click();
    await room.getByText('Closed – thank you.').waitFor();
    expect(await violations(room)).toEqual([]);
    await shot(room, 'room-phone-closed');
    expect(await cycle(desk)).toEqual([0, 0, 0]);
  });

  it('the timeline tells it in order and the chain holds', async () => {
    await openRequest(desk, request);
    await shot(desk, 'desk-request', false);
    await tab(desk, 'What happened');
    const told = await desk.getByRole('list', { name: 'What happened' }).getByRole('listitem').allTextContents();
    const story = [
      'The request came in',
      'Put on the ledger',
      'We placed it',
      'Invited to talk',
      'They opened the room',
      'That’s not it, they say',
      'They placed it',
      'A round opened',
      'A side answered',
      'Agreed: the same wording works for both',
      'The accord was drawn up',
      'Approval asked',
      'Approved',
      'The accord is in force',
      'Moved before it was due',
      'Kept early',
      'Closing message',
      'Not yet, they said',
      'They confirmed',
    ].map((words) => told.findIndex((line) => line.replaceAll("'", '’').includes(words)));
    expect(story.every((at) => at >= 0)).toBe(true);
    expect(story).toEqual(story.toSorted((x, y) => x - y));
    expect(await violations(desk)).toEqual([]);
    const doctor = await app.command('doctor', '--json');
    expect(doctor.code).toBe(0);
    expect(JSON.parse(doctor.out)).toMatchObject({ chains: [{ holds: true }] });
  });

  it('no page complained on the way, in light or dark', async () => {
    await desk.emulateMedia({ colorScheme: 'dark' });
    await desk.reload();
    await desk.getByRole('heading', { level: 1 }).waitFor();
    expect(await violations(desk)).toEqual([]);
    await shot(desk, 'desk-request-dark', false);
    const complaints = [owner, lead, agent, maria].flatMap((p) => p.complaints);
    expect(complaints.filter((c) => !/status of (401|403|409|422)/.test(c))).toEqual([]);
    expect(app.said()).not.toMatch(/"level":(50|60)/);
  });
});
