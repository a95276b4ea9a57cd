import { randomUUID } from 'node:crypto';
import { createHash } from 'node:crypto';
import type { Handled } from '../../src/features/mail/arrival.ts';
import { handleMail } from '../../src/features/mail/handle-mail.ts';
import type { MailboxKind } from '../../src/features/mail/mailbox.store.ts';
import { storeRaw } from '../../src/features/mail/store-raw.ts';
import type { TestServer } from './server.ts';

export type Letter = {
  readonly from: string;
  readonly to?: string;
  readonly cc?: string;
  readonly subject?: string;
  readonly text?: string;
  readonly id?: string;
  readonly inReplyTo?: string;
  readonly references?: readonly string[];
  /** Further header lines. */
  readonly headers?: readonly string[];
  /** Before everything else, as the last server on the way adds them. */
  readonly trace?: readonly string[];
};

export const messageId = (): string => `<${randomUUID()}@mail.example>`;

/** A plain mail as it comes from a mail server. */
export function mailOf(letter: Letter): Buffer {
  const lines = [
    ...(letter.trace ?? []),
    `From: ${letter.from}`,
    `To: ${letter.to ?? 'support@firm.example'}`,
    ...(letter.cc ? [`Cc: ${letter.cc}`] : []),
    `Subject: ${letter.subject ?? 'The pump stands still'}`,
    `Message-ID: ${letter.id ?? messageId()}`,
    `Date: ${new Date().toUTCString()}`,
    ...(letter.inReplyTo ? [`In-Reply-To: ${letter.inReplyTo}`] : []),
    ...(letter.references ? [`References: ${letter.references.join(' ')}`] : []),
    ...(letter.headers ?? []),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    letter.text ?? 'The pump in hall two has been standing still since this morning. Could you come on Saturday?',
    '',
  ];
  return Buffer.from(lines.join('\r\n'));
}

const VIA = { http: 'http', import: 'import', imap: 'support@firm.example', smtp: 'support@firm.example' } as const;

/** Both steps of the way in: stored, then handled. Null: it was in the journal already. */
export async function receive(
  { ctx, workspaceId }: Pick<TestServer, 'ctx' | 'workspaceId'>,
  raw: Uint8Array,
  kind: MailboxKind = 'http',
): Promise<Handled | null> {
  const at =
    kind === 'imap' ? { uidValidity: 1, uid: 1 + createHash('sha256').update(raw).digest().readUIntBE(0, 3) } : null;
  const via = { kind, name: kind, address: VIA[kind] };
  const id = await storeRaw(ctx, { workspaceId, via, source: 'test', raw, at }, { job: false });
  return id ? handleMail(ctx, workspaceId, id) : null;
}

/** The same, for a mail that must become something on a request. */
export async function arrive(server: TestServer, letter: Letter): Promise<{ requestId: string; messageId: string }> {
  const handled = await receive(server, mailOf(letter));
  if (!handled?.requestId || !handled.messageId) throw new Error(`the mail went nowhere: ${JSON.stringify(handled)}`);
  return { requestId: handled.requestId, messageId: handled.messageId };
}

/** The mails in the outbox of a request, oldest first, as text. */
export async function outgoing(server: TestServer, requestId: string) {
  const rows = await server.within((tx) =>
    tx
      .selectFrom('outbox')
      .selectAll()
      .where('request_id', '=', requestId)
      .orderBy('created_at')
      .orderBy('id')
      .execute(),
  );
  return rows.map((row) => ({ ...row, text: row.raw.toString() }));
}

/** The value of a header of a mail of ours, unfolded. */
export function headerOf(text: string, name: string): string {
  const head = text.slice(0, text.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  return new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? '';
}
