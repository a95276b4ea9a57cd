import type { MailboxSetup, Security } from '../../contract/mailboxes.ts';

/** How to get into a mailbox and out of it, as it is stored. */
export type Account = {
  readonly mailboxId: string;
  readonly address: string;
  readonly version: number;
  readonly imap: MailboxSetup['imap'];
  readonly smtp: MailboxSetup['smtp'];
  readonly login: 'password' | 'oauth';
  readonly oauth: MailboxSetup['oauth'];
  readonly sealed: Uint8Array;
};

export type Secrets = {
  readonly password?: string | undefined;
  readonly smtpPassword?: string | undefined;
  readonly refreshToken?: string | undefined;
  readonly clientSecret?: string | undefined;
};

/** Sealed for this row and no other. */
export const aboutOf = (workspaceId: string, mailboxId: string): string => `mailbox ${workspaceId} ${mailboxId}`;

const query: Record<Security, string> = { tls: '', starttls: '', none: '?tls=off' };

/** The address of the mailbox as its reader wants it; it holds the password and goes nowhere else. */
export function imapUrlOf({ imap }: Pick<Account, 'imap'>, secrets: Secrets): string {
  const { host, port, security, user, folder } = imap;
  const who = `${encodeURIComponent(user)}:${encodeURIComponent(secrets.password ?? '')}`;
  const scheme = security === 'tls' ? 'imaps' : 'imap';
  return `${scheme}://${who}@${bracketed(host)}:${port}/${encodeURIComponent(folder)}${query[security]}`;
}

/** Where its mail leaves; null: through the server of the installation. Without a password of its own the mailbox's serves. */
export function smtpUrlOf({ smtp, imap }: Pick<Account, 'imap' | 'smtp'>, secrets: Secrets): string | null {
  if (!smtp) return null;
  const { host, port, security } = smtp;
  const user = smtp.user ?? imap.user;
  const password = secrets.smtpPassword ?? secrets.password ?? '';
  const scheme = security === 'tls' ? 'smtps' : 'smtp';
  const how = security === 'starttls' ? '?tls=required' : query[security];
  return `${scheme}://${encodeURIComponent(user)}:${encodeURIComponent(password)}@${bracketed(host)}:${port}${how}`;
}

const bracketed = (host: string): string => (host.includes(':') ? `[${host}]` : host);
