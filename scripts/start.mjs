// npm start: installs what is missing, builds the pages when their sources changed, then becomes the server.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { alone, ourNode, root } from './machine.mjs';
import { buildWeb } from './build-web.mjs';
import { install } from './install.mjs';

await alone(() => {
  install();
  buildWeb();
});

const node = ourNode();
const args = [join(root, 'src', 'cli', 'main.ts'), 'start', ...process.argv.slice(2)];

if (process.execve) {
  // Newer Nodes can turn into another program: no second process stays behind, signals and exit code are the server's own.
  process.removeAllListeners('warning');
  process.on('warning', () => undefined);
  process.execve(node, [node, ...args], process.env);
} else {
  const server = spawn(node, args, { stdio: 'inherit' });
  // As SIGTERM whatever came: Ctrl-C reaches the server from the terminal as well, and twice the same would mean "at once".
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => server.kill('SIGTERM'));
  server.once('error', (error) => {
    process.stderr.write(`Node could not be started: ${error.message}\n`);
    process.exitCode = 1;
  });
  server.once('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGKILL' ? 137 : 1);
  });
}
