import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  addrSpec,
  claimedRef,
  claimedRequest,
  domainOf,
  readReplyToken,
  replyAddress,
  replyToken,
  sameAddress,
  shortReplyToken,
  tokensIn,
} from './address.ts';

describe('one address', () => {
  it.each([
    ['an ordinary one', 'ada@firm.example', 'ada@firm.example'],
    ['a plus-address', 'ada.l+x@firm.example', 'ada.l+x@firm.example'],
    ['a domain in capitals', 'Ada@Firm.Example', 'Ada@firm.example'],
    ['a domain in Polish', 'biuro@żółw.pl', 'biuro@xn--w-uga1v8h.pl'],
    ['a host inside the firm', 'ada@mail', 'ada@mail'],
  ])('%s is taken', (_, given, wanted) => expect(addrSpec(given)).toBe(wanted));

  it.each([
    ['a second recipient behind a line break [AT-19]', 'b@y.io\r\nBcc: evil@z.io'],
    ['two addresses [AT-19]', 'b@y.io, evil@z.io'],
    ['a quoted local part [AT-19]', '"evil@z.io x"@y.io'],
    ['an open bracket [AT-19]', 'b@y.io>evil@z.io'],
    ['a name with it', 'Bob <b@y.io>'],
    ['two at signs', 'a@b@c.io'],
    ['nothing before the at', '@y.io'],
    ['nothing behind it', 'a@'],
    ['no at', 'a.b.c'],
    ['a space', 'a b@y.io'],
    ['a tab in the domain', 'a@y\t.io'],
    ['an escaped domain', 'a@%79.io'],
    ['two dots', 'a..b@y.io'],
    ['a dot at the end', 'a.@y.io'],
    ['an address literal', 'a@[127.0.0.1]'],
    ['an IP number', 'a@127.0.0.1'],
    ['a local part of 65 characters', `${'a'.repeat(65)}@y.io`],
    ['a label that ends in a hyphen', 'a@y-.io'],
    ['a NUL', 'a\0@y.io'],
  ])('%s is refused', (_, given) => expect(addrSpec(given)).toBeNull());

  it('[AT-25] a long false address is refused at once', () => {
    expect(addrSpec(`${'a'.repeat(1_000_000)}!`)).toBeNull();
    expect(domainOf(`${'a.'.repeat(500_000)}@x`)).toBeNull();
  });

  it('knows domains and spellings', () => {
    expect(domainOf('Ada@Firm.example')).toBe('firm.example');
    expect(domainOf('a@b@c')).toBeNull();
    expect(sameAddress('Ada@Firm.example', ' ada@firm.EXAMPLE')).toBe(true);
    expect(sameAddress('ada@firm.example', 'bob@firm.example')).toBe(false);
  });
});

describe('reply tokens', () => {
  const key = randomBytes(32);
  const request = randomUUID();
  const ada = randomUUID();
  const bob = randomUUID();
  const token = replyToken(key, request, ada);

  it('name the request and the participant they were made for', () => {
    expect(token).toMatch(/^[a-z2-7]{52}$/);
    expect(claimedRequest(token)).toBe(request);
    expect(readReplyToken(key, token, request, [bob, ada])).toBe(ada);
    expect(readReplyToken(key, token, randomUUID(), [bob, ada])).toBeNull();
  });

  it('[AT-04] any other spelling is refused', () => {
    const spellings = [
      '',
      token[0] ?? '',
      token.slice(0, 26),
      `${token}a`,
      token.toUpperCase(),
      encodeURIComponent(`%${token}`),
      `${token},${token}`,
      ` ${token}`,
    ];
    for (const other of spellings) expect(readReplyToken(key, other, request, [ada])).toBeNull();
  });

  it('[AT-04] one changed character is refused wherever it stands', () => {
    for (let i = 0; i < token.length; i++) {
      const other = token.slice(0, i) + (token[i] === 'a' ? 'b' : 'a') + token.slice(i + 1);
      expect(readReplyToken(key, other, request, [ada])).toBeNull();
    }
  });

  it('mean nothing under another key, for another participant or for nobody', () => {
    expect(readReplyToken(randomBytes(32), token, request, [ada])).toBeNull();
    expect(readReplyToken(key, token, request, [bob])).toBeNull();
    expect(readReplyToken(key, token, request, [])).toBeNull();
  });

  it('a key of less than 128 bits is a mistake', () => {
    expect(() => replyToken(randomBytes(8), request, ada)).toThrow('16 bytes');
    expect(() => replyToken(key, 'R-1', ada)).toThrow('id of a request');
  });

  it('stand in a plus-address and are found there again', () => {
    const address = replyAddress('support@firm.example', token);
    expect(address).toBe(`support+${token}@firm.example`);
    expect(tokensIn(['x@y.io', address ?? '', address ?? '', `${token}@firm.example`])).toEqual([token]);
    expect(replyAddress('a-very-long-mailbox@firm.example', token)).toBeNull();
  });

  it('are shorter for a mailbox with a long name, and prove as much', () => {
    const short = shortReplyToken(key, 1_234_567, request, ada);
    const address = replyAddress('a-very-long-mailbox-of-ours@firm.example', short);
    expect(tokensIn([address ?? ''])).toEqual([short]);
    expect([short.length, claimedRef(short), claimedRequest(short)]).toEqual([34, 1_234_567, null]);
    expect(readReplyToken(key, short, request, [bob, ada])).toBe(ada);
    for (const [id, people] of [
      [request, [bob]],
      [randomUUID(), [ada]],
    ] as const)
      expect(readReplyToken(key, short, id, people)).toBeNull();
    for (let i = 8; i < short.length; i++) {
      const other = short.slice(0, i) + (short[i] === 'a' ? 'b' : 'a') + short.slice(i + 1);
      expect(readReplyToken(key, other, request, [ada])).toBeNull();
    }
  });
});
