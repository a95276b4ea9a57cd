import { type ChildProcess, spawn } from 'node:child_process';
import { chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

/** A real Dovecot on loopback with one mailbox; mail is put into its Maildir the way a delivery agent does it. */
export type Mailbox = {
  readonly url: string;
  readonly deliver: (raw: string) => Promise<void>;
  readonly stop: () => Promise<void>;
};

const NOBODY = 65_534;

export async function dovecot(): Promise<Mailbox> {
  const home = await mkdtemp(join(tmpdir(), 'parley-dovecot-'));
  const port = await freePort();
  const me = userInfo();
  const root = me.uid === 0;
  const [uid, gid] = root ? [NOBODY, NOBODY] : [me.uid, me.gid];
  const maildir = join(home, 'mail');
  for (const folder of ['', 'cur', 'new', 'tmp']) {
    await mkdir(join(maildir, folder), { recursive: true });
    await chown(join(maildir, folder), uid, gid);
  }
  const file = join(home, 'dovecot.conf');
  await writeFile(file, config({ home, port, uid, gid, user: root ? null : me.username }));
  if (root) await run('chmod', ['755', home]);
  const child = spawn('dovecot', ['-F', '-c', file], { stdio: 'ignore' });
  await listening(port, child, join(home, 'log'));
  let number = 0;
  return {
    url: `imap://desk%40firm.example:secret@127.0.0.1:${port}/INBOX`,
    deliver: async (raw) => {
      const name = `${Date.now()}.${++number}.parley`;
      await writeFile(join(maildir, 'tmp', name), raw.replaceAll(/\r?\n/g, '\r\n'));
      await chown(join(maildir, 'tmp', name), uid, gid);
      await run('mv', [join(maildir, 'tmp', name), join(maildir, 'new', name)]);
    },
    stop: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null) await new Promise((resolve) => child.once('exit', resolve));
      await rm(home, { recursive: true, force: true });
    },
  };
}

type Place = { home: string; port: number; uid: number; gid: number; user: string | null };

const config = ({ home, port, uid, gid, user }: Place): string => `
base_dir = ${home}/run
state_dir = ${home}/state
log_path = ${home}/log
protocols = imap
ssl = no
disable_plaintext_auth = no
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:${home}/mail
${user ? `default_internal_user = ${user}\ndefault_login_user = ${user}\ndefault_internal_group =\n` : ''}
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${home}/mail
}
service imap-login {
  ${user ? 'chroot =' : ''}
  inet_listener imap {
    address = 127.0.0.1
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
${user ? 'service anvil {\n  chroot =\n}\nservice stats {\n  chroot =\n}' : ''}
`;

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

async function listening(port: number, child: ChildProcess, log: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (child.exitCode !== null) break;
    const answered = await fetch(`http://127.0.0.1:${port}`, { signal: AbortSignal.timeout(200) }).then(
      () => true,
      (error: unknown) => !/ECONNREFUSED/.test(String(error instanceof Error ? error.cause : error)),
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Dovecot did not start: ${await readFile(log, 'utf8').catch(() => 'no log')}`);
}

const run = (command: string, args: string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    spawn(command, args, { stdio: 'ignore' })
      .once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${command} ended with ${code}`))))
      .once('error', reject);
  });
