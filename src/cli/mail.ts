import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { tokensIn } from '../platform/mail/address.ts';
import { parseMail, stopParsing } from '../platform/mail/parse-mail.ts';
import type { MailAddress, ParsedMail, Unparsable } from '../platform/mail/parsed-mail.ts';
import { type Command, UsageError } from './command.ts';

const help = `Usage:
  parley mail parse FILE... [--json]

Prints what Parley reads in a mail: sender, recipients, subject, time, what was written now, the folded rest, attachments,
who wrote it (person, bounce, auto-reply, list, loop, report) and the clues by which it joins a request. '-' reads standard
input. With --json, one file gives one object; several give one object a line.

A mail that cannot be read is no error: it is printed with the reason why it is kept aside.

Exit codes: 0 done, 1 a file could not be opened, 2 wrong usage.
`;

/** What is printed for one file; `ok: false` is a mail kept aside. */
function report(file: string, result: ParsedMail | Unparsable): Record<string, unknown> {
  const mail = result.ok ? result : result.rest;
  const aside = result.ok ? {} : { reason: result.reason, detail: result.detail };
  if (!mail) {
    const { head } = result.ok ? { head: result } : result;
    return {
      file,
      ok: false,
      ...aside,
      from: head.from,
      subject: head.subject,
      date: head.date,
      messageId: head.messageId,
    };
  }
  return {
    file,
    ok: result.ok,
    ...aside,
    from: mail.from,
    replyTo: mail.replyTo,
    to: mail.to,
    cc: mail.cc,
    subject: mail.subject,
    date: mail.date,
    kind: mail.kind,
    kindBecause: mail.kindBecause,
    bounce: mail.bounce,
    threading: {
      messageId: mail.messageId,
      inReplyTo: mail.inReplyTo,
      references: mail.references,
      tokens: tokensIn([...mail.to, ...mail.cc].map((a) => a.address).concat(mail.deliveredTo)),
    },
    newText: mail.newText,
    quotedText: mail.quotedText,
    text: mail.text,
    html: mail.html,
    attachments: mail.attachments.map(({ name, type, declaredType, size, sha256, contentId, inline }) => ({
      name,
      type,
      declaredType,
      size,
      sha256,
      contentId,
      inline,
    })),
  };
}

function render(file: string, result: ParsedMail | Unparsable): string {
  const mail = result.ok ? result : result.rest;
  const head = mail ?? (result.ok ? result : result.head);
  const people = (list: readonly MailAddress[]): string => list.map(person).join(', ');
  const rows: Array<[string, string]> = [
    ['File', file],
    ['Kept aside', result.ok ? '' : `${result.reason}: ${result.detail}`],
    ['From', head.from ? person(head.from) : ''],
    ['To', people(mail?.to ?? [])],
    ['Cc', people(mail?.cc ?? [])],
    ['Subject', head.subject],
    ['Date', head.date ?? ''],
    ['Kind', mail ? `${mail.kind}${mail.kindBecause ? ` (${mail.kindBecause})` : ''}` : ''],
    ['Bounce', mail?.bounce ? JSON.stringify(mail.bounce) : ''],
    ['Message-ID', head.messageId ?? ''],
    ['In reply to', mail?.inReplyTo ?? ''],
    ['References', mail?.references.join(' ') ?? ''],
    [
      'Reply token',
      mail ? tokensIn([...mail.to, ...mail.cc].map((a) => a.address).concat(mail.deliveredTo)).join(' ') : '',
    ],
    ...(mail?.attachments ?? []).map((a): [string, string] => [
      'Attachment',
      `${a.name}, ${a.type}, ${a.size} bytes, ${a.sha256}`,
    ]),
  ];
  const lines = rows.filter(([, value]) => value !== '').map(([label, value]) => `${`${label}:`.padEnd(13)}${value}`);
  const blocks = [lines.join('\n')];
  if (mail?.newText) blocks.push(`--- written now\n${mail.newText}`);
  if (mail?.quotedText) blocks.push(`--- folded\n${mail.quotedText}`);
  return safe(`${blocks.join('\n\n')}\n`);
}

function person({ name, address }: MailAddress): string {
  return name ? `${name} <${address}>` : address;
}

/** A mail must not steer the terminal it is shown in. */
function safe(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '\ufffd');
}

async function bytesOf(file: string): Promise<Buffer> {
  if (file !== '-') return readFile(file);
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}

async function parse(args: string[]): Promise<number> {
  const { values, positionals } = readArgs(args);
  if (positionals.length === 0) throw new UsageError('name at least one file');
  let code = 0;
  for (const file of positionals) {
    try {
      const result = await parseMail(await bytesOf(file), { loopIds: ['*'] });
      const json = (): string => `${JSON.stringify(report(file, result), null, positionals.length > 1 ? 0 : 2)}\n`;
      process.stdout.write(values.json ? json() : render(file, result));
    } catch (error) {
      process.stderr.write(`parley mail: ${error instanceof Error ? error.message : String(error)}\n`);
      code = 1;
    }
  }
  await stopParsing();
  return code;
}

function readArgs(args: string[]): { values: { json?: boolean }; positionals: string[] } {
  try {
    return parseArgs({ args, options: { json: { type: 'boolean' } }, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

export const command: Command = {
  summary: 'Show what Parley reads in a mail file.',
  help,
  run: async ([what, ...args]) => {
    if (what === 'parse') return parse(args);
    throw new UsageError(what ? `there is no "${what}"; try "parse"` : 'say what to do: "parse FILE"');
  },
};
