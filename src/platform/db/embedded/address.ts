import { createServer } from 'node:net';
import { join } from 'node:path';
import { OWNER } from './cluster.ts';

/** Where PostgreSQL listens: a socket in a folder of its own, or a free port of the loopback interface. */
export type Address = { readonly socketDir: string | null; readonly port: number };

// sockaddr_un holds 104 bytes on macOS, 108 on Linux, with a closing zero.
const LONGEST_SOCKET_PATH = 103;

/** A socket; loopback only when the data folder's path is too long for the name of a socket. */
export async function chooseAddress(socketDir: string): Promise<Address> {
  const port = 5432;
  if (Buffer.byteLength(join(socketDir, `.s.PGSQL.${port}`)) <= LONGEST_SOCKET_PATH) return { socketDir, port };
  return { socketDir: null, port: await freePort() };
}

export function listenSettings({ socketDir, port }: Address): Record<string, string> {
  return socketDir
    ? {
        listen_addresses: '',
        unix_socket_directories: quote(socketDir),
        unix_socket_permissions: '0700',
        port: String(port),
      }
    : { listen_addresses: '127.0.0.1', unix_socket_directories: '', port: String(port) };
}

/** Connection string of the owner. With a socket, the host in front is only there to make it a URL. */
export function ownerUrl({ socketDir, port }: Address, password: string): string {
  const url = new URL(`postgres://${OWNER}:${password}@127.0.0.1:${port}/postgres`);
  if (socketDir) url.searchParams.set('host', socketDir);
  return url.toString();
}

/** The setting is a list: a comma or space in a path needs quotes. */
const quote = (path: string): string => `"${path.replaceAll('"', '""')}"`;

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
