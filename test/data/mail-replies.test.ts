import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import EmailReplyParser from 'email-reply-parser';
import { extractFromPlain } from 'planer';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/platform/mail/parsed-mail.ts';
import { readMail } from '../../src/platform/mail/read-mail.ts';
import { cutHtmlReply, cutReply } from '../../src/platform/mail/reply-cut.ts';
import { COMMON_START, HTML_GOLD, TEXT_GOLD, TEXT_LEFT_OUT } from './mail-replies-gold.ts';

const DATA = '../shared/data/mail-replies';
const TEXT_SETS = ['crisp', 'github-email_reply_parser', 'willdurand', 'zapier'];

type Sample = { readonly file: string; readonly text: string; readonly gold: string };

function samples(set: string): Sample[] {
  return readdirSync(join(DATA, set))
    .filter((f) => f.endsWith('.txt') && !TEXT_LEFT_OUT.has(basename(f, '.txt')))
    .map((f) => {
      const text = readFileSync(join(DATA, set, f), 'utf8').replace(/\r\n?/g, '\n');
      return { file: `${set}/${f}`, text, gold: goldOf(basename(f, '.txt'), text) };
    });
}

function goldOf(name: string, text: string): string {
  const lines = text.split('\n');
  const ranges = TEXT_GOLD[name] ?? (text.startsWith(COMMON_START) ? '1-5' : null);
  if (ranges === null) throw new Error(`no label for ${name}`);
  if (ranges === 'all') return text;
  const kept = ranges.split(',').flatMap((range) => {
    const [from = 0, to = from] = range.split('-').map(Number);
    return [...lines.slice(from - 1, to), ''];
  });
  return kept.join('\n');
}

/** White space aside: what a reader would call the same text. */
const words = (text: string): string[] => text.match(/\S+/g) ?? [];

type Score = { n: number; exact: number; near: number };

function add(score: Score, got: string, gold: string): boolean {
  score.n++;
  const exact = words(got).join(' ') === words(gold).join(' ');
  if (exact) score.exact++;
  if (exact || overlap(words(got), words(gold)) >= 0.9) score.near++;
  return exact;
}

/** F1 over words. */
function overlap(a: string[], b: string[]): number {
  const left = new Map<string, number>();
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of b) {
    const count = left.get(word) ?? 0;
    if (count > 0) common++;
    left.set(word, count - 1);
  }
  return a.length + b.length === 0 ? 1 : (2 * common) / (a.length + b.length);
}

/** One of the libraries needs minutes for this file, so it is counted as read right without reading it. */
const ENDLESS = /email_long_quote/;

const PARSERS: Record<string, (text: string) => string> = {
  parley: (text) => cutReply(text).newText,
  'email-reply-parser': (text) => new EmailReplyParser().parseReply(text),
  planer: (text) => extractFromPlain(text),
};

describe('replies in plain text', () => {
  it('new text is cut better than by the known libraries', () => {
    const totals = new Map<string, Score>();
    const misses: string[] = [];
    for (const set of TEXT_SETS) {
      for (const [name, parse] of Object.entries(PARSERS)) {
        const total = totals.get(name) ?? { n: 0, exact: 0, near: 0 };
        totals.set(name, total);
        const score = { n: 0, exact: 0, near: 0 };
        for (const { file, text, gold } of samples(set)) {
          const got = name === 'email-reply-parser' && ENDLESS.test(file) ? gold : parse(text);
          add(total, got, gold);
          if (!add(score, got, gold) && name === 'parley') misses.push(`${file}: ${JSON.stringify(got.slice(0, 300))}`);
        }
        console.log(`${set.padEnd(26)}${name.padEnd(20)}${score.exact} exact, ${score.near} near of ${score.n}`);
      }
    }
    for (const [name, s] of totals)
      console.log(`${'all'.padEnd(26)}${name.padEnd(20)}${s.exact} exact, ${s.near} near of ${s.n}`);
    if (misses.length > 0) console.log(misses.join('\n'));
    const ours = totals.get('parley') ?? { n: 1, exact: 0, near: 0 };
    const others = Math.max(...[...totals].filter(([name]) => name !== 'parley').map(([, s]) => s.exact));
    expect(ours.exact / ours.n).toBeGreaterThanOrEqual(0.97);
    expect(ours.exact).toBeGreaterThan(others);
  });

  it('nothing is lost: every line is in one half or the other', () => {
    for (const { file, text } of TEXT_SETS.flatMap(samples)) {
      const { newText, quotedText } = cutReply(text);
      const got = words(`${newText}\n${quotedText}`).toSorted();
      expect([file, got]).toEqual([file, words(text).toSorted()]);
    }
  });
});

describe('replies in HTML', () => {
  it('new text is cut from what the mail programs made', () => {
    const score = { n: 0, exact: 0, near: 0 };
    for (const [file, gold] of Object.entries(HTML_GOLD)) {
      const got = cutHtmlReply(readFileSync(join(DATA, file), 'utf8')).newText;
      if (!add(score, got, gold)) console.log(`${file}: ${JSON.stringify(got.slice(0, 300))}`);
    }
    console.log(`html                      parley              ${score.exact} exact, ${score.near} near of ${score.n}`);
    expect(score.exact / score.n).toBeGreaterThanOrEqual(0.95);
  });
});

describe('whole mails', () => {
  it('are cut as their texts are', async () => {
    const folder = join(DATA, 'talon/standard_replies');
    for (const file of readdirSync(folder).filter((f) => f.endsWith('.eml'))) {
      const mail = await readMail(readFileSync(join(folder, file)), DEFAULT_LIMITS);
      expect([file, mail.ok ? mail.newText : mail.reason]).toEqual([file, 'Hello']);
    }
  });
});
