import { decode, isLoopback } from './smtp-url.ts';

export type ImapServer = {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  /** True: refuse to go on without TLS; false: never; undefined: when the server offers it. */
  readonly startTls: boolean | undefined;
  readonly verify: boolean;
  readonly user: string;
  readonly pass: string;
  readonly mailbox: string;
};

/**
 * `imap[s]://user:password@host:port/Mailbox`, or null. A password is not sent in the clear to another machine: STARTTLS is
 * required then. `?tls=off` never encrypts, `?tls=unverified` accepts a certificate nobody signed.
 */
export function imapServer(text: string): ImapServer | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if ((url.protocol !== 'imap:' && url.protocol !== 'imaps:') || !url.hostname || !url.username) return null;
  const tls = url.searchParams.get('tls') ?? '';
  if (!['', 'off', 'unverified'].includes(tls)) return null;
  const secure = url.protocol === 'imaps:';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return {
    host,
    port: Number(url.port) || (secure ? 993 : 143),
    secure,
    startTls: tls === 'off' ? false : isLoopback(host) ? undefined : true,
    verify: tls !== 'unverified',
    user: decode(url.username),
    pass: decode(url.password),
    mailbox: decode(url.pathname.replace(/^\//, '')) || 'INBOX',
  };
}
