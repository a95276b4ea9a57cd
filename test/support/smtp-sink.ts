import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export type Delivered = {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
  readonly id: string;
};

export type SmtpSink = {
  readonly url: string;
  /** Every mail that was said 250 to. */
  readonly mails: readonly Delivered[];
  readonly close: () => Promise<void>;
};

/** A mail server on loopback that takes everything and keeps it; it may take its time before it says so. */
export async function smtpSink(answerAfterMs = 0): Promise<SmtpSink> {
  const mails: Delivered[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('latin1');
        const { mailFrom, rcptTo } = session.envelope;
        mails.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map((r) => r.address),
          raw,
          id: /^Message-ID: (\S+)/im.exec(raw)?.[1] ?? '',
        });
        if (answerAfterMs === 0) done();
        else setTimeout(done, answerAfterMs);
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
