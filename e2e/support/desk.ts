import type { Locator, Page } from 'playwright-core';

/** What a person does at the desk, in the words on the screen. */
export const field = (within: Page | Locator, label: string, value: string): Promise<void> =>
  within.getByLabel(label, { exact: true }).first().fill(value);

export const inPanel = (page: Page): Locator => page.getByRole('dialog');

/** A date of the calendar so many days from now, as a date field takes it. */
export const day = (from: number): string => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10);

export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await field(page, 'E-mail address', email);
  await field(page, 'Password', password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
}

/** How many requests are open in each of the three phases, read off Today. */
export async function cycle(page: Page): Promise<number[]> {
  await page.goto(new URL('/', page.url()).href);
  const figures = page.getByRole('list', { name: 'The cycle' }).locator('.text-2xl');
  await figures.nth(2).waitFor();
  return (await figures.allTextContents()).map(Number);
}

export async function openRequest(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

export const tab = (page: Page, name: string): Promise<void> => page.getByRole('tab', { name }).click();

/** Marks these words in the newest message that has them and presses the button below it. */
export async function selectWords(page: Page, words: string): Promise<void> {
  const message = page
    .getByRole('listitem')
    .filter({ hasText: words, has: page.locator('[data-body]') })
    .last();
  await message.locator('[data-body]').evaluate((body, quote) => {
    const text = document.createTreeWalker(body, NodeFilter.SHOW_TEXT).nextNode();
    const start = text?.textContent?.indexOf(quote) ?? -1;
    if (!text || start < 0) throw new Error(`“${quote}” is not in one piece of text`);
    const range = document.createRange();
    range.setStart(text, start);
    range.setEnd(text, start + quote.length);
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
  }, words);
  await message.getByRole('button', { name: 'Selected words to the ledger' }).click();
}

/** Our side's answer to an option on the table. */
export async function say(
  page: Page,
  option: string,
  answer: string,
  words?: string,
  wouldWork?: string,
): Promise<void> {
  const card = page.getByRole('article').filter({ hasText: option }).last();
  await card.getByRole('button', { name: answer, exact: true }).click();
  if (words) {
    await field(card, 'In words', words);
    if (wouldWork) await field(card, 'What would make it work?', wouldWork);
    await card.getByRole('button', { name: 'Save', exact: true }).click();
  }
  await card
    .getByText(/^We: (Works|Does not work|Need others)/)
    .first()
    .waitFor();
}
