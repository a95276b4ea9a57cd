import { describe, expect, it } from 'vitest';
import { imapServer } from './imap-url.ts';
import { smtpServer } from './smtp-url.ts';

describe('the address of a mailbox', () => {
  it('has a server, a login and a folder', () => {
    expect(imapServer('imaps://ada%40firm.example:p%2Fw@mail.firm.example/Support%2FNew')).toEqual({
      host: 'mail.firm.example',
      port: 993,
      secure: true,
      startTls: true,
      verify: true,
      user: 'ada@firm.example',
      pass: 'p/w',
      mailbox: 'Support/New',
    });
  });

  it.each([
    ['a password to another machine needs TLS', 'imap://a:b@mail.example', true, 143],
    ['unless it is switched off', 'imap://a:b@mail.example:1143?tls=off', false, 1143],
    ['on this machine it may go without', 'imap://a:b@127.0.0.1', undefined, 143],
  ])('%s', (_, url, startTls, port) => expect(imapServer(url)).toMatchObject({ startTls, port, mailbox: 'INBOX' }));

  it.each([
    '',
    'mail.example',
    'https://a:b@mail.example',
    'imap://mail.example',
    'imap://a:b@mail.example?tls=perhaps',
  ])('%j is none', (url) => {
    expect(imapServer(url)).toBeNull();
  });
});

describe('the address of a server that sends', () => {
  it.each([
    ['with a password', 'smtp://a:b@mail.example', { port: 587, secure: false, requireTLS: true }],
    ['inside TLS', 'smtps://a:b@mail.example', { port: 465, secure: true, requireTLS: false }],
    ['without a password', 'smtp://mail.example', { port: 25, requireTLS: false }],
    ['on this machine', 'smtp://a:b@[::1]:2525', { host: '::1', port: 2525, requireTLS: false }],
    ['never encrypted', 'smtp://a:b@mail.example?tls=off', { requireTLS: false, ignoreTLS: true }],
    ['always encrypted', 'smtp://mail.example?tls=required', { requireTLS: true }],
    ['with a certificate nobody signed', 'smtp://mail.example?tls=unverified', { tls: { rejectUnauthorized: false } }],
  ])('%s', (_, url, connection) => expect(smtpServer(url)?.connection).toMatchObject(connection));

  it.each(['', 'mail.example', 'http://mail.example', 'smtp://', 'smtp://x?tls=maybe'])('%j is none', (url) =>
    expect(smtpServer(url)).toBeNull(),
  );
});
