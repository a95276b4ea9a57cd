import type { Readable } from 'node:stream';
import { callbackify } from 'node:util';
import { type SMTPServerSession, SMTPServer } from 'smtp-server';
import type { Context } from '../../platform/context.ts';
import { allWorkspaces, inWorkspace } from '../../platform/db/tx.ts';
import { mailIdentity } from './identity.store.ts';
import { storeRaw } from './store-raw.ts';
import { isAmong, ownAddresses } from './thread-mail.store.ts';

/** The largest mail we take; what is larger is refused, so that its sender is told. */
const LARGEST = 36 * 1024 * 1024;
const AT_ONCE = 10;

/**
 * A door for mail servers that forward to us: `smtp://host:port`, or `lmtp://…` for one that delivers here. 250 only after the
 * bytes are committed; whatever goes wrong before is 451 and the mail stays with the sending server. Nothing is passed on, and
 * by SMTP only our own addresses are taken. Plain text without a sign-in: it belongs on loopback or a private network.
 */
export async function listenForMail(ctx: Context): Promise<{ stop: () => Promise<void> }> {
  if (!ctx.mailInUrl) return { stop: async () => undefined };
  const { protocol, hostname, port } = new URL(ctx.mailInUrl);
  const lmtp = protocol === 'lmtp:';
  const server = new SMTPServer({
    lmtp,
    name: new URL(ctx.publicUrl).hostname,
    banner: 'Parley',
    disabledCommands: ['AUTH', 'STARTTLS'],
    authOptional: true,
    disableReverseLookup: true,
    size: LARGEST,
    maxClients: AT_ONCE,
    logger: false,
    onRcptTo: ({ address }, _session, done) => callbackify(() => expected(ctx, lmtp, address))(done),
    onData: (stream, session, done) => callbackify(() => taken(ctx, stream, session))(done),
  });
  server.on('error', (err) => ctx.log.warn({ err }, 'mail handed over'));
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(new Error(`MAIL_IN_URL: ${ctx.mailInUrl} cannot be listened on (${cause.code}).`, { cause })),
    );
    server.listen(Number(port) || (lmtp ? 24 : 25), hostname.replace(/^\[|\]$/g, ''), () => resolve());
  });
  return { stop: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** Resolves when the recipient is ours; rejects with what to answer. */
async function expected(ctx: Context, lmtp: boolean, address: string): Promise<void> {
  const ours = lmtp || (await isOurs(ctx, address).catch(() => null));
  if (ours === null) throw said(451, '4.3.0 Not now: the database does not answer');
  if (!ours) throw said(550, `5.1.1 ${address} is not an address of this desk`);
}

/** Resolves when the bytes are committed; rejects with what to answer. */
async function taken(ctx: Context, stream: Readable, { envelope }: SMTPServerSession): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) if (!tooLarge(stream)) chunks.push(chunk);
  if (tooLarge(stream)) throw said(552, '5.3.4 The mail is larger than we can read');
  const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
  const via = { kind: 'smtp' as const, name: 'SMTP', address: 'smtp' };
  const source = `handed over by a mail server${from ? ` from ${from}` : ''}`;
  try {
    const [workspaceId] = await allWorkspaces(ctx.db);
    if (!workspaceId) throw new Error('the desk has not been set up yet');
    await storeRaw(ctx, { workspaceId, via, source, raw: Buffer.concat(chunks), at: null }, { job: true });
  } catch (error) {
    ctx.log.warn({ err: error }, 'a mail handed over was not stored; its sender keeps it');
    throw said(451, '4.3.0 Not stored; please try again later');
  }
}

const tooLarge = (stream: Readable): boolean => 'sizeExceeded' in stream && stream.sizeExceeded === true;

/** An address of ours, with or without what stands behind a plus; or any address at the host people reach us under. */
async function isOurs(ctx: Context, address: string): Promise<boolean> {
  const [local = '', domain = ''] = address.toLowerCase().split('@');
  if (domain === new URL(ctx.publicUrl).hostname.toLowerCase()) return true;
  const [workspaceId] = await allWorkspaces(ctx.db);
  if (!workspaceId) return false;
  const own = await inWorkspace(ctx.db, { workspaceId }, async (tx) =>
    ownAddresses(tx, (await mailIdentity(tx)).address),
  );
  return isAmong(`${local}@${domain}`, own);
}

/** The answer to a command, with its code. */
function said(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
