import { mkdir } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, type Page, chromium } from 'playwright-core';

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const RESULTS = new URL('../../test-results/', import.meta.url).pathname;

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true, args: ARGS });

/** Somebody at a screen of their own, in Warsaw, reading English; what the page complains about is kept. */
export type Person = { readonly page: Page; readonly complaints: string[] };

export async function person(browser: Browser, baseURL: string, more: BrowserContextOptions = {}): Promise<Person> {
  const context = await browser.newContext({
    baseURL,
    locale: 'en-GB',
    timezoneId: 'Europe/Warsaw',
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
    colorScheme: 'light',
    ...more,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (line) => {
    if (line.type() === 'error') complaints.push(`${line.text()} ${line.location().url}`);
  });
  return { page, complaints };
}

/** What axe finds wrong on the page as it stands, as `rule: elements`, and what has grown out of its place. */
export async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).analyze();
  const wide = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('[role=tabpanel]')]
      .filter((box) => box.scrollWidth > box.clientWidth + 1)
      .map((box) => `wider than its place: ${box.tagName} ${box.scrollWidth} > ${box.clientWidth}`),
  );
  return [...wide, ...found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 160)).join(' | ')}`)];
}

/** The picture of the README, taken anew when asked for: PARLEY_PICTURE=1 npm run e2e. */
export async function picture(page: Page): Promise<void> {
  if (!process.env.PARLEY_PICTURE) return;
  await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({ path: new URL('../../docs/screenshot.png', import.meta.url).pathname });
}

export async function shot(page: Page, name: string, fullPage = true): Promise<void> {
  await mkdir(RESULTS, { recursive: true });
  await page.screenshot({ path: `${RESULTS}${name}.png`, fullPage });
}
