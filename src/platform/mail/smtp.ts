import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { addrSpec } from './address.ts';
import { type SmtpServer, smtpServer } from './smtp-url.ts';

/** A mail as it was frozen in the outbox: bytes and envelope, one recipient. */
export type FrozenMail = { readonly raw: Uint8Array; readonly from: string; readonly recipient: string };

export type SendOutcome =
  | { readonly kind: 'sent'; readonly response: string }
  /** Nothing was delivered; trying again is safe. `throttled`: the server asks everyone to slow down (4.7.x, 421). */
  | { readonly kind: 'retry'; readonly reason: string; readonly code: number | null; readonly throttled: boolean }
  /** The server refused this mail for good. */
  | { readonly kind: 'failed'; readonly reason: string; readonly code: number | null }
  /** The body was on its way and no clear answer came: it may have been delivered. Never resent by the program. */
  | { readonly kind: 'unknown'; readonly reason: string };

export type SendOptions = {
  /**
   * Called when the server has said 354 and before the first byte of the body leaves. It commits "the body may go out";
   * when it throws, nothing is sent.
   */
  readonly onDataAccepted: () => Promise<void>;
  /** A bearer token instead of the password in the URL (OAuth 2). */
  readonly accessToken?: string;
  readonly timeouts?: Partial<SendTimeouts>;
};

type SendTimeouts = {
  readonly connectMs: number;
  readonly greetingMs: number;
  /** Silence of the server at any later moment. */
  readonly socketMs: number;
  /** The whole attempt, for servers that drip; one more second is granted for every 20 KB. */
  readonly totalMs: number;
};

const TIMEOUTS: SendTimeouts = { connectMs: 20_000, greetingMs: 20_000, socketMs: 60_000, totalMs: 180_000 };

type SmtpError = Error & { code?: string; command?: string; responseCode?: number; response?: string };

/** Whether the body has begun to leave: the line between "try again" and "unknown". */
type Progress = { streaming: boolean };

/** Sends one frozen mail to its one recipient. Never throws; see reliability rules F-37 to F-40 for what each fault becomes. */
export async function sendMail(url: string, mail: FrozenMail, options: SendOptions): Promise<SendOutcome> {
  const server = smtpServer(url);
  if (!server) return retry('the address of the mail server is not valid', null);
  const recipient = addrSpec(mail.recipient);
  const from = addrSpec(mail.from);
  if (!recipient || !from) return { kind: 'failed', reason: 'not one valid address', code: null };
  const timeouts = { ...TIMEOUTS, ...options.timeouts };
  const progress: Progress = { streaming: false };
  const connection = new SMTPConnection({
    ...server.connection,
    connectionTimeout: timeouts.connectMs,
    greetingTimeout: timeouts.greetingMs,
    socketTimeout: timeouts.socketMs,
    socketCloseTimeout: 1000,
  });
  const { promise: broken, reject: onBroken } = Promise.withResolvers<never>();
  broken.catch(() => undefined);
  connection.on('error', onBroken);
  const total = timeouts.totalMs + Math.ceil(mail.raw.length / 20_000) * 1000;
  const timer = setTimeout(() => onBroken(new Error(`not finished within ${total} ms`)), total);
  try {
    const body = bodyStream(mail.raw, progress, options.onDataAccepted);
    const envelope = { from, to: [recipient], size: mail.raw.length };
    const conversation = converse(connection, loginOf(server, options.accessToken), envelope, body);
    conversation.catch(() => undefined);
    const response = await Promise.race([conversation, broken]);
    connection.quit();
    return { kind: 'sent', response };
  } catch (error) {
    connection.close();
    return outcomeOf(error instanceof Error ? error : new Error(String(error)), progress);
  } finally {
    clearTimeout(timer);
  }
}

type Login = Parameters<SMTPConnection['login']>[0];

/** XOAUTH2 with a token somebody else has fetched: the library never asks for another one. */
function loginOf({ credentials }: SmtpServer, accessToken: string | undefined): Login | null {
  if (!credentials) return null;
  if (accessToken === undefined) return { credentials };
  const words = Buffer.from(`user=${credentials.user}\u0001auth=Bearer ${accessToken}\u0001\u0001`).toString('base64');
  const oauth2 = {
    getToken: (_again: boolean, done: (error: Error | null, token: string) => void) => done(null, accessToken),
    buildXOAuth2Token: () => words,
  };
  return { type: 'OAuth2', method: 'XOAUTH2', user: credentials.user, oauth2 } as unknown as Login;
}

/** Connects and signs in, sends nothing. Throws what the server said. */
export async function trySmtp(url: string, accessToken: string | undefined): Promise<void> {
  const server = smtpServer(url);
  if (!server) throw new Error('the address of the mail server is not valid');
  const patience = {
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 15_000,
    socketCloseTimeout: 1000,
  };
  const connection = new SMTPConnection({ ...server.connection, ...patience });
  const { promise: broken, reject: onBroken } = Promise.withResolvers<never>();
  broken.catch(() => undefined);
  connection.on('error', onBroken);
  try {
    const login = loginOf(server, accessToken);
    const signIn = async (): Promise<void> => {
      await called((done) => connection.connect((error) => done(error)));
      if (login) await called((done) => connection.login(login, (error) => done(error)));
    };
    await Promise.race([signIn(), broken]);
    connection.quit();
  } finally {
    connection.close();
  }
}

type Envelope = { readonly from: string; readonly to: string[]; readonly size: number };

async function converse(
  connection: SMTPConnection,
  login: Login | null,
  envelope: Envelope,
  body: Readable,
): Promise<string> {
  await called((done) => connection.connect((error) => done(error)));
  if (login) await called((done) => connection.login(login, (error) => done(error)));
  let response = '';
  await called((done) =>
    connection.send(envelope, body, (error, info) => {
      response = info?.response ?? '';
      done(error);
    }),
  );
  return response;
}

function called(start: (done: (error: Error | null | undefined) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => start((error) => (error ? reject(error) : resolve())));
}

/**
 * The body as a stream that is read for the first time when the library pipes it, which it does on the server's 354: the
 * commit of the caller stands between that answer and the first byte.
 */
function bodyStream(raw: Uint8Array, progress: Progress, onDataAccepted: () => Promise<void>): Readable {
  let asked = false;
  return new Readable({
    read(): void {
      if (asked) return;
      asked = true;
      onDataAccepted().then(
        () => {
          progress.streaming = true;
          this.push(raw);
          this.push(null);
        },
        (error: unknown) => this.destroy(error instanceof Error ? error : new Error(String(error))),
      );
    },
  });
}

function outcomeOf(error: SmtpError, { streaming }: Progress): SendOutcome {
  const code = error.responseCode ?? null;
  const reason = (error.response || error.message).slice(0, 500);
  const refusedMail =
    /^(?:MAIL FROM|RCPT TO|DATA)/.test(error.command ?? '') || error.code === 'EENVELOPE' || error.code === 'EMESSAGE';
  if (streaming && !(code !== null && error.code === 'EMESSAGE')) return { kind: 'unknown', reason };
  if (refusedMail && (code === null ? error.code === 'EMESSAGE' || error.code === 'EENVELOPE' : code >= 500))
    return { kind: 'failed', reason, code };
  return retry(reason, code);
}

function retry(reason: string, code: number | null): SendOutcome {
  return { kind: 'retry', reason, code, throttled: code === 421 || /^4\d\d[ -]4\.7\./.test(reason) };
}
