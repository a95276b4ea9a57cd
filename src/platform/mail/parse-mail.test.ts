import { afterAll, describe, expect, it } from 'vitest';
import { parseMail, stopParsing } from './parse-mail.ts';
import type { ParsedMail } from './parsed-mail.ts';

afterAll(stopParsing);

async function parsed(lines: string[] | Buffer): Promise<ParsedMail> {
  const mail = await parseMail(Array.isArray(lines) ? Buffer.from(lines.join('\r\n')) : lines);
  if (!mail.ok) throw new Error(mail.detail);
  return mail;
}

const HEAD = [
  'From: Ada Lovelace <ada@x.example>',
  'To: Support <support@firm.example>, b@y.example',
  'Subject: Printer',
  'Message-ID: <1@x.example>',
  'Date: Mon, 2 Nov 2026 10:00:00 +0100',
];

describe('a mail', () => {
  it('has people, subject, time and threading', async () => {
    const mail = await parsed([
      ...HEAD,
      'Cc: c@z.example',
      'Reply-To: ada@home.example',
      'In-Reply-To: <0@firm.example>',
      'References: <a@firm.example>\r\n <0@firm.example> <a@firm.example>',
      'Delivered-To: support+x@firm.example',
      '',
      'It is broken.',
    ]);
    expect(mail).toMatchObject({
      from: { name: 'Ada Lovelace', address: 'ada@x.example' },
      to: [
        { name: 'Support', address: 'support@firm.example' },
        { name: '', address: 'b@y.example' },
      ],
      cc: [{ address: 'c@z.example' }],
      replyTo: [{ address: 'ada@home.example' }],
      deliveredTo: ['support+x@firm.example'],
      subject: 'Printer',
      date: '2026-11-02T09:00:00.000Z',
      messageId: '<1@x.example>',
      inReplyTo: '<0@firm.example>',
      references: ['<a@firm.example>', '<0@firm.example>'],
      text: 'It is broken.',
      newText: 'It is broken.',
      html: null,
      kind: 'person',
      bounce: null,
    });
  });

  it('is read in the charset it was written in, headers included', async () => {
    const koi = (text: string): Buffer => Buffer.from([...text].map((c) => KOI8.get(c) ?? c.charCodeAt(0)));
    const mail = await parsed(
      Buffer.concat([
        Buffer.from('From: '),
        koi('Иван'),
        Buffer.from(' <i@x.example>\r\nSubject: '),
        koi('Счёт не пришёл'),
        Buffer.from('\r\n\r\n'),
        koi('Добрый день'),
      ]),
    );
    expect([mail.from.name, mail.subject, mail.text]).toEqual(['Иван', 'Счёт не пришёл', 'Добрый день']);
  });

  it('keeps encoded words together that split a character', async () => {
    const mail = await parsed([
      'From: =?UTF-8?Q?Z=C3?= =?UTF-8?Q?=B3=C5=82w?= <z@x.example>',
      'Subject: =?iso-8859-2?Q?Za=BF=F3=B3=E6?= =?utf-8?B?IG9r?=',
      '',
      'x',
    ]);
    expect([mail.from.name, mail.subject]).toEqual(['Zółw', 'Zażółć ok']);
  });

  it('in UTF-7 is read', async () => {
    const mail = await parsed([
      'From: a@x.example',
      'Subject: =?utf-7?Q?Gr+APwA3w-e?=',
      'Content-Type: text/plain; charset=utf-7',
      '',
      'Gr+APwA3w-e',
    ]);
    expect([mail.subject, mail.text]).toEqual(['Grüße', 'Grüße']);
  });

  it('of HTML only has text, and pictures inside are not listed twice', async () => {
    const mail = await parsed([
      ...HEAD,
      'Content-Type: multipart/related; boundary=b',
      '',
      '--b',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<p>Hello <b>you</b></p><img src="cid:p1"><script>x</script>',
      '--b',
      'Content-Type: image/png; name=a.png',
      'Content-ID: <p1>',
      'Content-Transfer-Encoding: base64',
      '',
      'iVBORw0KGgoAAAA=',
      '--b--',
    ]);
    expect(mail.text).toBe('Hello you');
    expect(mail.html).toBe('<p>Hello <b>you</b></p><img alt="" data-cid="p1" />');
    expect(mail.attachments).toMatchObject([
      { name: 'a.png', type: 'image/png', contentId: 'p1', inline: true, size: 11 },
    ]);
  });

  it('keeps every attachment with its bytes', async () => {
    const mail = await parsed([
      ...HEAD,
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      '',
      'See attached.',
      '--b',
      'Content-Type: application/ms-tnef; name=winmail.dat',
      'Content-Transfer-Encoding: base64',
      '',
      'eJ8+Ig==',
      '--b',
      'Content-Type: text/plain; name="=?utf-8?B?xbzDs8WCdy50eHQ=?="',
      'Content-Disposition: attachment',
      '',
      'note',
      '--b',
      'Content-Type: message/rfc822',
      '',
      'Subject: Old mail',
      'From: z@x.example',
      '',
      'old text',
      '--b--',
    ]);
    expect(mail.text).toBe('See attached.');
    expect(mail.attachments.map((a) => [a.name, a.type, a.size])).toEqual([
      ['winmail.dat', 'application/ms-tnef', 4],
      ['żółw.txt', 'text/plain', 4],
      ['Old mail.eml', 'message/rfc822', 48],
    ]);
    expect(
      Buffer.from(mail.attachments[1]?.content ?? [])
        .toString()
        .trim(),
    ).toBe('note');
  });

  it('has no NUL and no hidden change of direction', async () => {
    const mail = await parsed(['From: a@x.example', 'Subject: pay \u202e0001', '', 'a\0b \u202ecod.exe']);
    expect([mail.subject, mail.text]).toEqual(['pay [U+202E]0001', 'ab [U+202E]cod.exe']);
  });

  it('a delivery report may come from no one', async () => {
    const mail = await parsed([
      'From: <>',
      'Subject: failed',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      '',
      '--b',
      '',
      'x',
      '--b--',
    ]);
    expect(mail.kind).toBe('bounce');
  });
});

describe('[AT-23] what cannot be read is kept aside with a reason', () => {
  it.each([
    ['nothing', '', 'empty'],
    ['no sender', 'Subject: x\r\n\r\nHello', 'no-from'],
    ['no header at all', 'just some words\nand more', 'not-a-mail'],
    ['noise', Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256)).toString('latin1'), 'not-a-mail'],
    ['a hundred nested parts', nested(100), 'too-deep'],
    [
      'ten thousand parts',
      `${HEAD.join('\r\n')}\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\nx\r\n'.repeat(10_000)}`,
      'too-many-parts',
    ],
    ['headers of 3 MB', `From: a@x.example\r\nX: ${'a'.repeat(3_000_000)}\r\n\r\nx`, 'headers-too-large'],
  ])('%s', async (_, raw, reason) => {
    const result = await parseMail(Buffer.from(raw));
    expect(result.ok ? result.kind : result.reason).toBe(reason);
  });

  it('a mail over the size limit shows its head', async () => {
    const result = await parseMail(Buffer.from([...HEAD, '', 'x'.repeat(2000)].join('\r\n')), { maxBytes: 1000 });
    expect(result).toMatchObject({
      ok: false,
      reason: 'too-large',
      head: { subject: 'Printer', messageId: '<1@x.example>', from: { address: 'ada@x.example' } },
    });
  });

  it('a mail that takes too long is given up, and the next one is read', async () => {
    const slow = Buffer.from(
      [...HEAD, 'Content-Type: text/html', '', '<p>a <b>b</b></p>'.repeat(300_000)].join('\r\n'),
    );
    expect(await parseMail(slow, { timeoutMs: 50 })).toMatchObject({
      ok: false,
      reason: 'too-slow',
      head: { subject: 'Printer' },
    });
    expect(await parseMail(Buffer.from([...HEAD, '', 'x'].join('\r\n')))).toMatchObject({ ok: true, text: 'x' });
  });

  it('a mail that takes too much memory is given up, and the next one is read', async () => {
    const fat = Buffer.from([...HEAD, 'Content-Type: text/html', '', '<p>a <b>b</b></p>'.repeat(300_000)].join('\r\n'));
    expect(await parseMail(fat, { heapMb: 20, timeoutMs: 60_000 })).toMatchObject({
      ok: false,
      reason: 'too-much-memory',
    });
    expect(await parseMail(Buffer.from([...HEAD, '', 'x'].join('\r\n')))).toMatchObject({ ok: true, text: 'x' });
  });

  it('a thousand recipients are read', async () => {
    const to = Array.from({ length: 1000 }, (_, i) => `p${i}@x.example`).join(',\r\n ');
    expect((await parsed(['From: a@x.example', `To: ${to}`, '', 'x'])).to).toHaveLength(1000);
  });
});

function nested(depth: number): string {
  let out = `${HEAD.join('\r\n')}\r\n`;
  for (let i = 0; i < depth; i++) out += `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`;
  return `${out}\r\nx`;
}

const KOI8 = new Map(
  Array.from({ length: 128 }, (_, i) => [new TextDecoder('koi8-r').decode(Uint8Array.of(i + 128)), i + 128]),
);
