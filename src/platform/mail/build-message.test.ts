import { describe, expect, it } from 'vitest';
import { buildMessage, type OutgoingMail } from './build-message.ts';
import { DEFAULT_LIMITS, type ParsedMail } from './parsed-mail.ts';
import { readMail } from './read-mail.ts';

const base: OutgoingMail = {
  from: { name: 'Zofia Żółw', address: 'support@firm.example' },
  to: { name: 'Ada, Countess', address: 'ada@x.example' },
  subject: 'Re: Счёт – zażółć',
  text: 'Dzień dobry,\n\nszczegóły: https://firm.example/r?a=1&b=2.\n-- \nZofia',
  auto: false,
  loopId: 'firm-1',
  at: Date.UTC(2026, 10, 2, 9, 0),
};

async function sent(change: Partial<OutgoingMail> = {}): Promise<{ raw: string; mail: ParsedMail; messageId: string }> {
  const built = await buildMessage({ ...base, ...change });
  if (!built.ok) throw new Error(JSON.stringify(built.refusal));
  const mail = await readMail(built.value.raw, DEFAULT_LIMITS);
  if (!mail.ok) throw new Error(mail.reason);
  return { raw: Buffer.from(built.value.raw).toString(), mail, messageId: built.value.messageId };
}

describe('a mail that we send', () => {
  it('says the same to a person and to a program that reads it', async () => {
    const { mail, messageId } = await sent();
    expect(mail).toMatchObject({
      from: { name: 'Zofia Żółw', address: 'support@firm.example' },
      to: [{ name: 'Ada, Countess', address: 'ada@x.example' }],
      subject: base.subject,
      date: '2026-11-02T09:00:00.000Z',
      text: base.text,
      messageId,
    });
    expect(messageId).toMatch(/^<[0-9a-f-]{36}@firm\.example>$/);
    expect(mail.html).toContain('<a href="https://firm.example/r?a=1&amp;b=2"');
    expect(mail.html).toContain('<p>Dzień dobry,</p>');
  });

  it('has only ASCII and CRLF on the wire', async () => {
    const { raw } = await sent();
    expect(raw).toMatch(/^[\t\r\n\x20-\x7e]+$/);
    expect(raw).not.toMatch(/(?<!\r)\n/);
    expect(raw.split('\r\n').every((line) => line.length <= 998)).toBe(true);
  });

  it('carries the thread', async () => {
    const references = Array.from({ length: 50 }, (_, i) => `<${i}@x.example>`);
    const { mail } = await sent({
      inReplyTo: '<49@x.example>',
      references: [...references, '<bro ken@x>', '<a>\r\nBcc: evil@z.example'],
    });
    expect(mail.inReplyTo).toBe('<49@x.example>');
    expect(mail.references).toHaveLength(30);
    expect([mail.references[0], mail.references.at(-1)]).toEqual(['<0@x.example>', '<49@x.example>']);
    expect(mail.headers.filter((h) => h.name.toLowerCase() === 'bcc')).toEqual([]);
  });

  it('is marked when no person wrote it', async () => {
    const automatic = await sent({ auto: true });
    expect(automatic.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(automatic.raw).toMatch(/^X-Auto-Response-Suppress: All\r$/m);
    expect((await sent({ auto: true, inReplyTo: '<1@x.example>' })).raw).toMatch(/^Auto-Submitted: auto-replied\r$/m);
    expect((await sent()).raw).not.toContain('Auto-Submitted');
  });

  it('is known as ours when it comes back, and as nobody’s to another firm', async () => {
    const built = await buildMessage(base);
    if (!built.ok) throw new Error(built.refusal.code);
    expect(await readMail(built.value.raw, { ...DEFAULT_LIMITS, loopIds: ['firm-1'] })).toMatchObject({ kind: 'loop' });
    expect(await readMail(built.value.raw, { ...DEFAULT_LIMITS, loopIds: ['firm-2'] })).toMatchObject({
      kind: 'person',
    });
  });

  it('can be unsubscribed from by one click', async () => {
    const { raw } = await sent({ listUnsubscribe: 'https://firm.example/u/1' });
    expect(raw).toMatch(/^List-Unsubscribe: <https:\/\/firm\.example\/u\/1>\r$/m);
    expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
  });

  it('keeps attachments and pictures', async () => {
    const { mail } = await sent({
      html: '<p onclick="x()">See <img src="cid:p1"></p><script>x</script>',
      attachments: [
        { name: '../Umowa żółw.pdf', type: 'application/pdf', content: Buffer.from('%PDF-1.7') },
        { name: 'p.png', type: 'image/png', content: Buffer.from('89504e470d0a1a0a', 'hex'), contentId: 'p1' },
      ],
    });
    expect(mail.attachments.map((a) => [a.name, a.type, a.inline]).toSorted()).toEqual([
      ['Umowa żółw.pdf', 'application/pdf', false],
      ['p.png', 'image/png', true],
    ]);
    expect(mail.html).toContain('<p>See <img alt="" data-cid="p1" /></p>');
  });

  it('reads no file and asks no server', async () => {
    const { mail } = await sent({
      text: 'file:///etc/passwd',
      html: '<img src="file:///etc/passwd"><p>{"path":"/etc/passwd"}</p>',
    });
    expect(mail.attachments).toEqual([]);
    expect(mail.html).not.toContain('root:');
  });
});

describe('[AT-19] what could smuggle in a recipient or a header is refused', () => {
  it.each<[string, Partial<OutgoingMail>]>([
    ['a recipient with a line break', { to: { address: 'b@y.io\r\nBcc: evil@z.io' } }],
    ['two recipients', { to: { address: 'b@y.io, evil@z.io' } }],
    ['a quoted recipient', { to: { address: '"evil@z.io x"@y.io' } }],
    ['an open bracket', { to: { address: 'b@y.io>evil@z.io' } }],
    ['a sender with a line break', { from: { name: '', address: 'a@x.io\nX: y' } }],
    ['a reply address that is a list', { replyTo: 'a@x.io,b@x.io' }],
    ['a subject with a line break', { subject: 'Hi\r\nBcc: evil@z.io' }],
    ['a subject with a NUL', { subject: 'Hi\0' }],
    ['a name with a line break', { to: { name: 'Ada\nBcc: evil@z.io', address: 'a@x.io' } }],
    ['a sender’s name with a line separator', { from: { name: 'Ada\u2028', address: 'a@x.io' } }],
    ['a Message-ID with a line break', { messageId: '<a@b>\r\nX: y' }],
    ['a link to unsubscribe that is a script', { listUnsubscribe: 'javascript:x' }],
    ['a link to unsubscribe with a line break', { listUnsubscribe: 'https://x.io/\r\nBcc: y' }],
    [
      'a type with a line break',
      { attachments: [{ name: 'a', type: 'text/plain\r\nX: y', content: Buffer.from('') }] },
    ],
    [
      'a Content-ID with a bracket',
      { attachments: [{ name: 'a', type: 'text/plain', content: Buffer.from(''), contentId: 'a>\r\nX' }] },
    ],
  ])('%s', async (_, change) => {
    const built = await buildMessage({ ...base, ...change });
    expect(built).toMatchObject({
      ok: false,
      refusal: { code: expect.stringMatching(/^mail-bad-(?:address|header)$/) as string },
    });
  });
});
