import { spawn } from 'node:child_process';

/** Shows the page to somebody who sits in front of this machine: in a terminal, on a desktop, not over ssh. */
export function openBrowser(url: string): void {
  const { env, platform } = process;
  const desktop = platform === 'darwin' || Boolean(env.DISPLAY ?? env.WAYLAND_DISPLAY);
  if (!process.stdout.isTTY || !desktop || env.SSH_CONNECTION || env.CI) return;
  const child = spawn(platform === 'darwin' ? 'open' : 'xdg-open', [url], { stdio: 'ignore', detached: true });
  child.once('error', () => undefined); // no such program: the address is on the screen anyway
  child.unref();
}
