import { createServer, type Server, type Socket } from 'node:net';

export type StoredMail = { readonly uid: number; readonly raw: string };

export type ImapPeer = {
  readonly url: string;
  /** The mailbox; change it and call `announce`. */
  readonly box: { uidValidity: number; mails: StoredMail[] };
  readonly commands: string[];
  /** While true, nothing is answered any more although the connection stands. */
  readonly faults: { silent: boolean; refuseLogin: boolean };
  readonly connections: () => number;
  readonly announce: () => void;
  readonly cut: () => void;
  readonly close: () => Promise<void>;
};

/** A mailbox on loopback with just enough IMAP for a reader, and with faults that a real server cannot be asked for. */
export async function imapPeer(mails: StoredMail[] = []): Promise<ImapPeer> {
  const sockets = new Set<Socket>();
  const box = { uidValidity: 7, mails: [...mails] };
  const commands: string[] = [];
  const faults = { silent: false, refuseLogin: false };
  let connections = 0;
  const server = createServer((socket) => {
    connections++;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    serve(socket, { box, commands, faults });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = (): void => sockets.forEach((s) => s.destroy());
  return {
    url: `imap://ada:secret@127.0.0.1:${portOf(server)}/INBOX`,
    box,
    commands,
    faults,
    connections: () => connections,
    announce: () => sockets.forEach((s) => (faults.silent ? undefined : s.write(`* ${box.mails.length} EXISTS\r\n`))),
    cut,
    close: async () => {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type World = Pick<ImapPeer, 'box' | 'commands' | 'faults'>;

function serve(socket: Socket, world: World): void {
  const say = (text: string): void => void (world.faults.silent ? undefined : socket.write(`${text}\r\n`, 'latin1'));
  let idleTag = '';
  let buffer = '';
  say('* OK [CAPABILITY IMAP4rev1 IDLE SASL-IR AUTH=XOAUTH2] peer');
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    buffer += chunk;
    for (let lf = buffer.indexOf('\n'); lf >= 0; lf = buffer.indexOf('\n')) {
      const line = buffer.slice(0, lf).trim();
      buffer = buffer.slice(lf + 1);
      answer(line);
    }
  });

  function answer(line: string): void {
    const [tag = '', verb = ''] = line.split(' ');
    world.commands.push(line.slice(tag.length + 1) || line);
    if (line.toUpperCase() === 'DONE') return say(`${idleTag} OK done`);
    const word = verb.toUpperCase();
    if (word === 'IDLE') {
      idleTag = tag;
      return say('+ idling');
    }
    if (word === 'LOGIN' && world.faults.refuseLogin) return say(`${tag} NO [AUTHENTICATIONFAILED] no`);
    if (word === 'CAPABILITY') say('* CAPABILITY IMAP4rev1 IDLE SASL-IR AUTH=XOAUTH2');
    if (word === 'LIST') say('* LIST () "/" INBOX');
    if (word === 'EXAMINE' || word === 'SELECT') open(tag);
    else if (word === 'UID') fetch(tag, line);
    else if (word === 'LOGOUT') socket.end(`* BYE\r\n${tag} OK bye\r\n`);
    else say(`${tag} OK done`);
  }

  function open(tag: string): void {
    const { mails, uidValidity } = world.box;
    say('* FLAGS (\\Seen)');
    say(`* ${mails.length} EXISTS`);
    say(`* OK [UIDVALIDITY ${uidValidity}] x`);
    say(`* OK [UIDNEXT ${(mails.at(-1)?.uid ?? 0) + 1}] x`);
    say(`${tag} OK [READ-ONLY] open`);
  }

  function fetch(tag: string, line: string): void {
    const range = /UID FETCH (\S+)/i.exec(line)?.[1] ?? '';
    world.box.mails.forEach((mail, i) => {
      if (!inRange(mail.uid, range, world.box.mails.at(-1)?.uid ?? 0)) return;
      const part = /BODY(?:\.PEEK)?\[\](?:<(\d+)\.(\d+)>)?/i.exec(line);
      const raw = part?.[2] ? mail.raw.slice(Number(part[1]), Number(part[1]) + Number(part[2])) : mail.raw;
      const origin = part?.[1] ? `<${part[1]}>` : '';
      const body = part ? ` BODY[]${origin} {${raw.length}}\r\n${raw}` : '';
      say(`* ${i + 1} FETCH (UID ${mail.uid} RFC822.SIZE ${mail.raw.length}${body})`);
    });
    say(`${tag} OK fetched`);
  }
}

function inRange(uid: number, ranges: string, last: number): boolean {
  return ranges.split(',').some((range) => {
    const [from = '', to = from] = range.split(':').map((n) => (n === '*' ? String(last) : n));
    return uid >= Math.min(Number(from), Number(to)) && uid <= Math.max(Number(from), Number(to));
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}
