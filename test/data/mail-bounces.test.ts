import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { parseMail, stopParsing } from '../../src/platform/mail/parse-mail.ts';
import type { ParsedMail } from '../../src/platform/mail/parsed-mail.ts';
import { DATA, filesBelow, unpackHam } from './corpus.ts';

afterAll(stopParsing);

type Expected = { readonly status: string; readonly reason: string; readonly hardbounce: boolean };

const FOLDER = `${DATA}/mail-bounces/sisimai`;
const expected = JSON.parse(readFileSync(`${FOLDER}/expected.json`, 'utf8')) as Record<string, Expected[]>;

/** Codes of the form x.0.9nn are the other library's own; the mail says nothing of them. */
const real = (list: Expected[]): string[] =>
  list.map((e) => e.status).filter((s) => s !== '' && !/\.0\.9\d\d$/.test(s));

async function read(file: string): Promise<ParsedMail> {
  const result = await parseMail(readFileSync(file));
  const mail = result.ok ? result : result.rest;
  if (!mail) throw new Error(`${file}: ${result.ok ? '' : result.reason}`);
  return mail;
}

it('bounces are recognised and say who, why and which mail', async () => {
  const score = {
    bounces: 0,
    found: 0,
    report: 0,
    autoReply: 0,
    status: 0,
    statusRight: 0,
    hardRight: 0,
    recipient: 0,
    original: 0,
  };
  for (const file of filesBelow(`${FOLDER}/eml`)) {
    const want = expected[basename(file)] ?? [];
    const mail = await read(file);
    if (want.every((e) => e.reason === 'feedback' || e.reason === 'vacation')) {
      expect([file, mail.kind]).not.toEqual([file, 'person']);
      score[mail.kind === 'report' ? 'report' : 'autoReply']++;
      continue;
    }
    score.bounces++;
    if (!mail.bounce) {
      console.log(`missed: ${basename(file)} is ${mail.kind}: ${mail.subject}`);
      continue;
    }
    score.found++;
    const { bounce } = mail;
    if (real(want).length > 0) {
      score.status++;
      if (real(want).includes(bounce.status ?? '')) score.statusRight++;
    }
    if (want.some((e) => e.hardbounce === bounce.hard)) score.hardRight++;
    if (bounce.recipient && readFileSync(file, 'latin1').toLowerCase().includes(bounce.recipient)) score.recipient++;
    if (bounce.originalMessageId) score.original++;
  }
  console.log(JSON.stringify(score));
  expect(score.found / score.bounces).toBeGreaterThanOrEqual(0.98);
  expect(score.statusRight / score.status).toBeGreaterThanOrEqual(0.98);
  expect(score.hardRight / score.found).toBeGreaterThanOrEqual(0.89);
  expect(score.recipient / score.found).toBeGreaterThanOrEqual(0.99);
  expect(score.original / score.found).toBeGreaterThanOrEqual(0.88);
});

it('ordinary mail is not taken for a bounce', async () => {
  const ham = unpackHam();
  try {
    const taken: string[] = [];
    for (const file of ham.files) {
      const mail = await read(file);
      // The corpus holds two true delivery reports, from mailer daemons.
      if (mail.kind === 'bounce' && !/^mailer-daemon@/i.test(mail.from.address))
        taken.push(`${basename(file)}: ${mail.subject}`);
    }
    console.log(`${taken.length} of ${ham.files.length} ordinary mails taken for a bounce`);
    expect(taken).toEqual([]);
  } finally {
    ham.remove();
  }
});
