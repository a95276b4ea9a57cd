import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A real mail server on loopback that keeps what it is given. */
export type Sink = {
  readonly url: string;
  readonly mails: readonly Email[];
  /** The next mail to this address whose subject fits and that nobody asked for before; waits for it. */
  readonly next: (to: string, subject: RegExp) => Promise<Email>;
  readonly stop: () => Promise<void>;
};

export async function sink(): Promise<Sink> {
  const mails: Email[] = [];
  const taken = new Set<Email>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const keep = async (): Promise<void> => {
          mails.push(await PostalMime.parse(Buffer.concat(parts)));
          done();
        };
        void keep();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    next: async (to, subject) => {
      for (let waited = 0; waited < 60_000; waited += 100) {
        const found = mails.find(
          (m) => !taken.has(m) && m.to?.some((t) => t.address === to) && subject.test(m.subject ?? ''),
        );
        if (found) {
          taken.add(found);
          return found;
        }
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error(`No mail to ${to} with ${subject}; there were: ${mails.map((m) => m.subject).join(' | ')}`);
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
