import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from './parsed-mail.ts';
import { readMail } from './read-mail.ts';

async function kindOf(header: string, body = 'Hello'): Promise<string> {
  const mail = await readMail(Buffer.from(`From: a@b.example\r\nSubject: Hi\r\n${header}\r\n\r\n${body}`), {
    ...DEFAULT_LIMITS,
    loopIds: ['1'],
  });
  return mail.ok ? mail.kind : mail.reason;
}

describe('who wrote a mail', () => {
  it.each([
    ['a person', 'X-Mailer: Apple Mail', 'person'],
    ['a person whose program says so', 'Auto-Submitted: no', 'person'],
    ['an answer by a program', 'Auto-Submitted: auto-replied (vacation)', 'auto-reply'],
    ['a notice by a program', 'Auto-Submitted: auto-generated; owner-email="a@b.example"', 'auto-reply'],
    ['an old responder', 'Precedence: auto_reply', 'auto-reply'],
    ['X-Autoreply', 'X-Autoreply: yes', 'auto-reply'],
    ['X-Loop', 'X-Loop: help@firm.example', 'auto-reply'],
    ['a newsletter', 'Precedence: bulk', 'list'],
    ['a list', 'List-Id: <x.firm.example>', 'list'],
    ['a newsletter that one can leave', 'List-Unsubscribe: <https://x.example>', 'list'],
    ['[AT-14] our own mail that came back', 'X-Parley-Loop: 1', 'loop'],
    ['a mail from another firm that runs Parley', 'X-Parley-Loop: 2', 'person'],
    ['our own automatic mail that came back', 'Auto-Submitted: auto-generated\r\nX-Parley-Loop: 1', 'loop'],
    ['an empty return path', 'Return-Path: <>', 'auto-reply'],
    ['a return path of a person', 'Return-Path: <a@b.example>', 'person'],
    ['a failed-recipients header', 'X-Failed-Recipients: c@d.example', 'bounce'],
    ['an abuse report', 'Content-Type: multipart/report; report-type=feedback-report; boundary=x', 'report'],
    [
      'a read receipt',
      'Content-Type: multipart/report; report-type=disposition-notification; boundary=x',
      'auto-reply',
    ],
    ['[AT-11] a delivery report', 'Content-Type: multipart/report; report-type=delivery-status; boundary=x', 'bounce'],
  ])('%s', async (_, header, kind) => expect(await kindOf(header)).toBe(kind));

  it.each([
    ['English', 'Automatic reply: Offer', 'I am out of the office until Monday.'],
    ['Russian', 'Автоответ: Заказ', 'Я в отпуске до понедельника.'],
    ['Polish', 'Automatyczna odpowiedź: oferta', 'Jestem na urlopie do poniedziałku.'],
    ['French', 'Réponse automatique : devis', "Je suis absente jusqu'à lundi."],
  ])('an absence without any header, in %s', async (_, subject, body) => {
    const encoded = `Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=`;
    expect(await kindOf('', body)).toBe('person');
    const mail = await readMail(
      Buffer.from(`From: a@b.example\r\n${encoded}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${body}`),
      DEFAULT_LIMITS,
    );
    expect(mail.ok && mail.kind).toBe('auto-reply');
  });

  it('a person who writes about a holiday is a person', async () => {
    const raw = 'From: a@b.example\r\nSubject: Out of office messages do not work\r\n\r\nPlease repair our server.';
    const mail = await readMail(Buffer.from(raw), DEFAULT_LIMITS);
    expect(mail.ok && mail.kind).toBe('person');
  });

  it('a person who forwards a delivery failure is a person', async () => {
    const raw =
      'From: a@b.example\r\nSubject: Fwd: Undelivered mail\r\n\r\nWhat does this mean?\n\n> From: MAILER-DAEMON@x.example\n> 550 5.1.1 User unknown';
    const mail = await readMail(Buffer.from(raw), DEFAULT_LIMITS);
    expect(mail.ok && mail.kind).toBe('person');
  });
});

describe('what a delivery report says', () => {
  const dsn = (fields: string, text = 'Sorry.'): string =>
    [
      'From: MAILER-DAEMON@mx.example\r\nTo: support@firm.example\r\nSubject: Undelivered\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n',
      `--b\r\n\r\n${text}\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n${fields}\r\n`,
      '--b\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: <one@firm.example>\r\nFrom: support@firm.example\r\nSubject: x\r\n\r\nHello\r\n--b--\r\n',
    ].join('\r\n');

  it.each([
    [
      'an unknown user',
      'Final-Recipient: rfc822; Ada@x.example\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 no such user',
      'failed',
      '5.1.1',
      true,
    ],
    [
      'a full mailbox',
      'Final-Recipient: rfc822; ada@x.example\r\nAction: failed\r\nStatus: 5.2.2\r\nDiagnostic-Code: smtp; 552 mailbox full',
      'failed',
      '5.2.2',
      false,
    ],
    [
      'a delay',
      'Final-Recipient: rfc822; ada@x.example\r\nAction: delayed\r\nStatus: 4.4.1',
      'delayed',
      '4.4.1',
      false,
    ],
    [
      'a better code in the diagnostic',
      'Final-Recipient: rfc822; ada@x.example\r\nAction: failed\r\nStatus: 5.0.0\r\nDiagnostic-Code: smtp; 550 5.7.1 blocked by policy',
      'failed',
      '5.7.1',
      false,
    ],
    [
      'a delivery that went well',
      'Final-Recipient: rfc822; ada@x.example\r\nAction: delivered\r\nStatus: 2.0.0',
      'delivered',
      '2.0.0',
      false,
    ],
  ])('%s', async (_, fields, action, status, hard) => {
    const mail = await readMail(Buffer.from(dsn(fields)), DEFAULT_LIMITS);
    expect(mail.ok && mail.bounce).toMatchObject({
      action,
      status,
      hard,
      recipient: 'ada@x.example',
      originalMessageId: '<one@firm.example>',
    });
  });

  it('a report in plain words names recipient, code and original', async () => {
    const raw = [
      'From: Mail Delivery System <mailer-daemon@mx.example>\r\nTo: support@firm.example\r\nSubject: Mail delivery failed\r\n',
      'Your message could not be delivered:\r\n\r\n  ada@x.example\r\n    550 5.1.1 unknown user\r\n',
      '------ copy ------\r\nReceived: from y\r\nMessage-ID: <two@firm.example>\r\nSubject: 552 5.2.2 quota\r\n\r\nHello',
    ].join('\r\n');
    const mail = await readMail(Buffer.from(raw), DEFAULT_LIMITS);
    expect(mail.ok && mail.bounce).toMatchObject({
      status: '5.1.1',
      hard: true,
      recipient: 'ada@x.example',
      originalMessageId: '<two@firm.example>',
    });
  });
});
