import { createServer, type Server, type Socket } from 'node:net';

export type SmtpStage = 'banner' | 'ehlo' | 'auth' | 'mail' | 'rcpt' | 'data' | 'body' | 'dot';

/** What the peer does at a stage instead of answering well: a reply, silence, a closed connection, or a drip of single bytes. */
export type Misbehaviour = string | 'hang' | 'close' | 'drip';

export type SmtpPeer = {
  readonly url: string;
  /** Whole mails that the peer said 250 to. */
  readonly accepted: string[];
  /** Bytes of bodies that arrived, complete or not. */
  readonly bodies: string[];
  readonly commands: string[];
  readonly close: () => Promise<void>;
};

/** A mail server on loopback that does exactly one thing wrong. */
export async function smtpPeer(wrong: Partial<Record<SmtpStage, Misbehaviour>> = {}): Promise<SmtpPeer> {
  const sockets = new Set<Socket>();
  const record = { accepted: [] as string[], bodies: [] as string[], commands: [] as string[] };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    serve(socket, wrong, record);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { ...record, url: `smtp://ada:secret@127.0.0.1:${portOf(server)}`, close: () => end(server, sockets) };
}

type Seen = Pick<SmtpPeer, 'accepted' | 'bodies' | 'commands'>;

function serve(socket: Socket, wrong: Partial<Record<SmtpStage, Misbehaviour>>, record: Seen): void {
  let inBody = false;
  let buffer = '';
  let body = '';
  const answer = (stage: SmtpStage, good: string): void => reply(socket, wrong[stage], good);
  answer('banner', '220 peer ESMTP');
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    if (inBody) return take(chunk);
    buffer += chunk;
    for (let lf = buffer.indexOf('\n'); lf >= 0 && !inBody; lf = buffer.indexOf('\n')) {
      const line = buffer.slice(0, lf).trim();
      buffer = buffer.slice(lf + 1);
      command(line);
    }
    if (inBody && buffer) take(buffer);
  });

  function command(line: string): void {
    record.commands.push(line);
    const verb = line.split(/[ :]/)[0]?.toUpperCase() ?? '';
    if (verb === 'EHLO') answer('ehlo', '250-peer\r\n250-AUTH PLAIN\r\n250 SIZE 50000000');
    else if (verb === 'AUTH') answer('auth', '235 welcome');
    else if (verb === 'MAIL') answer('mail', '250 ok');
    else if (verb === 'RCPT') answer('rcpt', '250 ok');
    else if (verb === 'DATA') {
      inBody = wrong.data === undefined;
      body = '';
      answer('data', '354 go ahead');
    } else if (verb === 'QUIT') socket.end('221 bye\r\n');
    else socket.write('250 ok\r\n');
  }

  function take(chunk: string): void {
    body += chunk;
    buffer = '';
    if (wrong.body !== undefined) {
      record.bodies.push(body);
      return reply(socket, wrong.body, '');
    }
    if (!body.endsWith('\r\n.\r\n')) return;
    inBody = false;
    record.bodies.push(body);
    if (wrong.dot === undefined) record.accepted.push(body.slice(0, -3));
    answer('dot', '250 queued as 42');
  }
}

function reply(socket: Socket, wrong: Misbehaviour | undefined, good: string): void {
  if (wrong === 'hang') return;
  if (wrong === 'close') return void socket.destroy();
  if (wrong === 'drip') {
    const timer = setInterval(() => (socket.destroyed ? clearInterval(timer) : socket.write('2')), 20);
    socket.on('close', () => clearInterval(timer));
    return;
  }
  socket.write(`${wrong ?? good}\r\n`);
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

async function end(server: Server, sockets: Set<Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
}
