/** What the page knows about its connection: fine, away (we keep trying), or nobody is signed in any more. */
export type Connection = 'fine' | 'away' | 'signed-out';

let state: Connection = 'fine';
const listeners = new Set<() => void>();

export const connection = (): Connection => state;

export function noteConnection(next: Connection): void {
  if (state === next) return;
  state = next;
  for (const listener of listeners) listener();
}

export function onConnection(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Waits, but no longer than until the browser says that it is online again. */
export function waitForConnection(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    addEventListener('online', done);
  });
}
