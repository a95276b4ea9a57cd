import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { parseMail, stopParsing } from '../../src/platform/mail/parse-mail.ts';
import { DEFAULT_LIMITS, type ParsedMail, type Unparsable } from '../../src/platform/mail/parsed-mail.ts';
import { readMail } from '../../src/platform/mail/read-mail.ts';
import { DATA, filesBelow, unpackHam } from './corpus.ts';
import { agrees, type Agreement, emptyAgreement, type StalwartMail } from './stalwart.ts';

afterAll(stopParsing);

const FOLDER = `${DATA}/mail`;

/** A text without an end would count for a crash. */
async function account(files: readonly string[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  const started = performance.now();
  for (const file of files) {
    const result = await parseMail(readFileSync(file));
    const outcome = result.ok ? result.kind : `aside: ${result.reason}`;
    counts[outcome] = (counts[outcome] ?? 0) + 1;
    if (result.ok) expect([file, ...oddities(result)]).toEqual([file]);
  }
  const rate = Math.round((files.length / (performance.now() - started)) * 1000);
  console.log(`${files.length} files, ${rate} a second: ${JSON.stringify(counts)}`);
  return counts;
}

/** What no database or page could take. */
function oddities(mail: ParsedMail): string[] {
  const texts = [
    mail.subject,
    mail.text,
    mail.html ?? '',
    mail.newText,
    mail.quotedText,
    mail.from.name,
    ...mail.attachments.map((a) => a.name),
  ];
  return texts
    .filter((t) => t.includes('\0') || !t.isWellFormed() || /[\u202a-\u202e]/.test(t))
    .map((t) => t.slice(0, 80));
}

const sum = (counts: Record<string, number>): number => Object.values(counts).reduce((a, b) => a + b, 0);

it('every file of other parsers’ collections is read or kept aside with a reason', async () => {
  for (const set of readdirSync(FOLDER).filter((name) => !name.endsWith('.xz'))) {
    const files = filesBelow(join(FOLDER, set));
    console.log(set);
    expect(sum(await account(files))).toBe(files.length);
  }
});

it('every ordinary mail is read', async () => {
  const ham = unpackHam();
  try {
    const counts = await account(ham.files);
    expect(Object.keys(counts).filter((k) => k.startsWith('aside'))).toEqual([]);
  } finally {
    ham.remove();
  }
});

const whole = (result: ParsedMail | Unparsable): ParsedMail | null => (result.ok ? result : result.rest);

it('subject, sender, text and attachments are those of another parser', async () => {
  const total = emptyAgreement();
  for (const file of filesBelow(`${FOLDER}/stalwart`).filter((f) => f.endsWith('.eml'))) {
    const wanted = JSON.parse(readFileSync(file.replace(/\.eml$/, '.json'), 'utf8')) as StalwartMail;
    const mail = whole(await parseMail(readFileSync(file)));
    if (!mail) throw new Error(file);
    const misses = agrees(mail, wanted, total);
    if (misses.length > 0) console.log(`${file.slice(FOLDER.length)}: ${misses.join('; ').slice(0, 300)}`);
  }
  const share = (a: Agreement): string => `${a.right} of ${a.all}`;
  console.log(
    `stalwart: subject ${share(total.subject)}, sender ${share(total.from)}, text ${share(total.text)}, attachments ${share(total.attachments)}`,
  );
  for (const { right, all } of Object.values(total)) expect(right / all).toBeGreaterThanOrEqual(0.9);
});

/** All bytes of a mail's parts, forwarded mails opened. */
async function leavesOf(raw: Uint8Array): Promise<{ texts: string; blobs: Buffer[] }> {
  const mail = whole(await readMail(raw, DEFAULT_LIMITS));
  if (!mail) return { texts: Buffer.from(raw).toString('latin1'), blobs: [] };
  const blobs = mail.attachments.map((a) => Buffer.from(a.content));
  const inner = await Promise.all(
    mail.attachments.filter((a) => a.declaredType === 'message/rfc822').map((a) => leavesOf(a.content)),
  );
  return {
    texts: [mail.text, mail.html ?? '', ...inner.map((i) => i.texts)].join('\n'),
    blobs: [...blobs, ...inner.flatMap((i) => i.blobs)],
  };
}

/** ASCII letters only: the decoded files are in the charset of their part. */
const bare = (text: string): string => text.replace(/<[^>]*>|&\w+;/g, ' ').replace(/[^A-Za-z0-9]+/g, '');

it('every part that another parser decoded is there, byte for byte or word for word', async () => {
  const score = { all: 0, right: 0 };
  for (const folder of ['mimetools-testmsgs', 'testmsgs'].map((f) => `${FOLDER}/mime4j/${f}`)) {
    for (const file of readdirSync(folder).filter((f) => f.endsWith('.msg'))) {
      const stem = file.slice(0, -4);
      const parts = readdirSync(folder).filter((f) => f.startsWith(`${stem}_decoded_`) && /\.(?:txt|bin)$/.test(f));
      if (!existsSync(join(folder, `${stem}_decoded.xml`))) continue;
      const { texts, blobs } = await leavesOf(readFileSync(join(folder, file)));
      for (const part of parts) {
        const wanted = readFileSync(join(folder, part));
        score.all++;
        const bytes = blobs.some((b) => b.equals(wanted) || withoutBreaks(b) === withoutBreaks(wanted));
        const words = bare(wanted.toString('utf8'));
        if (bytes || bare(texts).includes(words) || blobs.some((b) => bare(b.toString('utf8')).includes(words)))
          score.right++;
        else console.log(`${part}: ${JSON.stringify(wanted.toString('latin1').slice(0, 120))}`);
      }
    }
  }
  console.log(`mime4j: ${score.right} of ${score.all} parts`);
  expect(score.right / score.all).toBeGreaterThanOrEqual(0.95);
});

function withoutBreaks(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/[\r\n]+/g, '');
}
