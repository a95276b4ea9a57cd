import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** What is sent, anew for each turn. */
export type Call = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: string;
  readonly body: string;
};

/**
 * Answers per second of a server on loopback, asked by so many callers who never pause. Speaks HTTP over plain sockets: a client
 * library would take half of the machine that is to be measured. Throws on any answer but 2xx.
 */
export async function answersPerSecond(
  port: number,
  callers: number,
  seconds: number,
  next: () => Call,
): Promise<number> {
  const until = performance.now() + seconds * 1_000;
  const began = performance.now();
  const counts = await Promise.all(Array.from({ length: callers }, () => ask(port, until, next)));
  return (counts.reduce((a, b) => a + b, 0) / (performance.now() - began)) * 1_000;
}

async function ask(port: number, until: number, next: () => Call): Promise<number> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await once(socket, 'connect');
  let answered = 0;
  try {
    for (; performance.now() < until; answered += 1) {
      const { method, path, headers, body } = next();
      const length = body ? `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n` : '';
      socket.write(`${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\n${headers}${length}\r\n${body}`);
      await oneAnswer(socket);
    }
  } finally {
    socket.destroy();
  }
  return answered;
}

/** Reads one answer with a content-length, which is what our server sends. */
function oneAnswer(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    let whole = Infinity;
    const done = (error?: Error): void => {
      socket.off('data', read).off('error', done).off('close', closed);
      if (error) reject(error);
      else resolve();
    };
    const closed = (): void => done(new Error('The server closed the connection.'));
    const read = (part: Buffer): void => {
      parts.push(part);
      size += part.length;
      if (whole === Infinity) {
        const text = Buffer.concat(parts).toString('latin1');
        const end = text.indexOf('\r\n\r\n');
        if (end < 0) return;
        if (!/^HTTP\/1\.1 2\d\d/.test(text)) return done(new Error(text.slice(0, 400)));
        whole = end + 4 + Number(/content-length: (\d+)/i.exec(text.slice(0, end))?.[1] ?? Number.NaN);
      }
      if (size >= whole) done();
    };
    socket.on('data', read).on('error', done).on('close', closed);
  });
}
