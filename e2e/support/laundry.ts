import { type Browser, type Locator, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { type Person, openBrowser, person, shot } from './browser.ts';
import { field, openRequest } from './desk.ts';
import { type Parley, parley } from './parley.ts';
import { type Sink, sink } from './sink.ts';
import { done } from './wire.ts';

export const INES = 'duarte@harbour.example';
export const HUGO = 'weiss@harbour.example';
const PASSWORD = 'four quiet green kettles';

export const button = (within: Page | Locator, name: string | RegExp): Locator =>
  within.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });

/** A step is ticked once the server has said so. */
export const tick = async (book: Locator, step: string): Promise<void> => {
  await book.getByRole('checkbox', { name: step }).click();
  const ticked = () => book.getByRole('checkbox', { name: step }).isChecked();
  await expect.poll(ticked, { timeout: 30_000 }).toBe(true);
};

/** A firm and one client with two people who may decide: Ines on her telephone, Hugo at a screen; the owner sits at the desk. */
export type Laundry = {
  readonly app: Parley;
  readonly browser: Browser;
  readonly post: Sink;
  readonly owner: Person;
  readonly ines: Person;
  readonly hugo: Person;
  /** A request told by telephone, without anybody in the room. */
  readonly told: (subject: string, words: string, email?: string) => Promise<string>;
  /** The same, with what is behind it known and Ines in the room. */
  readonly begin: (subject: string, words: string) => Promise<string>;
  /** Options on the table as one round. */
  readonly lay: (id: string, options: Record<string, unknown>, round?: object) => Promise<void>;
  readonly atDesk: (id: string) => Promise<void>;
  readonly shots: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export const linkIn = (text: string | undefined): string => /http\S+\/room#t=[\w-]+/.exec(text ?? '')?.[0] ?? '';

export async function laundry(): Promise<Laundry> {
  const [post, browser] = await Promise.all([sink(), openBrowser()]);
  const app = await parley({ smtpUrl: post.url, imapUrl: '' });
  const owner = await person(browser, app.url);
  const ines = await person(browser, app.url, { viewport: { width: 360, height: 740 } });
  const hugo = await person(browser, app.url);
  const desk = owner.page;
  await desk.goto(app.setup);
  await field(desk, 'Your firm', 'North Lines');
  await field(desk, 'Your name', 'Olga Owner');
  await field(desk, 'E-mail address', 'owner@firm.example');
  await field(desk, 'Password', PASSWORD);
  await desk.getByLabel('Add a sample company').uncheck();
  await button(desk, 'Create').click();
  await desk.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  const firm = {
    name: 'Harbour Laundry',
    domains: ['harbour.example'],
    lang: 'en',
    since: null,
    zone: null,
    note: null,
  };
  const { id: clientId } = await done<{ id: string }>(desk, 'POST', '/api/clients', firm);
  const people: Record<string, string> = {};
  for (const [name, email] of [
    ['Ines Duarte', INES],
    ['Hugo Weiss', HUGO],
  ] as const) {
    const contact = { name, email, lang: 'en', roleText: null, may: 'decide' };
    people[email] = (await done<{ id: string }>(desk, 'POST', `/api/clients/${clientId}/contacts`, contact)).id;
  }
  const told = async (subject: string, body: string, email = INES): Promise<string> => {
    const spoken = { subject, body, clientId, contactId: people[email], channel: 'call' };
    return (await done<{ id: string }>(desk, 'POST', '/api/requests', spoken)).id;
  };
  return {
    app,
    browser,
    post,
    owner,
    ines,
    hugo,
    told,
    begin: async (subject, words) => {
      const id = await told(subject, words);
      await done(desk, 'POST', `/api/requests/${id}/entries`, { kind: 'interest', text: words });
      await done(desk, 'POST', `/api/requests/${id}/invite`, { subject: `Talk: ${subject}`, body: 'Shall we talk?' });
      const mail = await post.next(INES, new RegExp(`^Talk: ${subject}`));
      await ines.page.goto('about:blank');
      await ines.page.goto(linkIn(mail.text));
      await button(ines.page, 'Open').click();
      await ines.page.getByRole('heading', { level: 1, name: subject }).waitFor();
      return id;
    },
    lay: async (id, options, round = {}) => {
      const optionIds: string[] = [];
      for (const [title, terms] of Object.entries(options))
        optionIds.push((await done<{ id: string }>(desk, 'POST', `/api/requests/${id}/options`, { title, terms })).id);
      await done(desk, 'POST', `/api/requests/${id}/rounds`, { optionIds, ...round });
    },
    atDesk: (id) => openRequest(desk, `${app.url}/requests/${id}`),
    shots: async () => {
      for (const [name, who] of Object.entries({ owner, ines, hugo }))
        await shot(who.page, `failed-situations-${name}`).catch(() => undefined);
    },
    close: async () => {
      await browser.close();
      await Promise.all([app.stop(), post.stop()]);
    },
  };
}
