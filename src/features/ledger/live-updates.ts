import pg from 'pg';
import type { Logger } from 'pino';

type Listener = (seq: number) => void;

export type LiveUpdates = {
  /** Calls back whenever the workspace's ledger has grown, whichever server process wrote. Returns how to stop. */
  readonly subscribe: (workspaceId: string, listener: Listener) => () => void;
  readonly onRightsChanged: (listener: () => void) => void;
  readonly close: () => Promise<void>;
};

/** One LISTEN connection per process; after a lost connection everybody is told to look, so nothing is missed. */
export function openLiveUpdates(url: string, log: Logger): LiveUpdates {
  const listeners = new Map<string, Set<Listener>>();
  const rights: (() => void)[] = [];
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | null = null;
  let closed = false;

  const tell = (workspaceId: string, seq: number): void => {
    for (const listener of listeners.get(workspaceId) ?? []) listener(seq);
  };
  /** Connects and listens until the connection ends. */
  const listen = async (): Promise<void> => {
    const next = new pg.Client({
      connectionString: url,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      application_name: 'parley live',
    });
    const ended = new Promise<void>((resolve) => next.once('end', resolve));
    next.on('error', () => undefined);
    next.on('notification', ({ channel, payload = '' }) => {
      if (channel === 'parley_rights') rights.forEach((forget) => forget());
      const [workspaceId = '', seq] = payload.split(':');
      if (channel === 'parley_event') tell(workspaceId, Number(seq));
    });
    try {
      await next.connect();
      await next.query('listen parley_event; listen parley_rights');
      client = next;
      for (const workspaceId of listeners.keys()) tell(workspaceId, Number.MAX_SAFE_INTEGER);
      if (!closed) await ended;
    } finally {
      client = null;
      await next.end().catch(() => undefined);
    }
  };
  // One connection at a time: a second loop would double with each failure.
  const keepListening = async (): Promise<void> => {
    while (!closed) {
      await listen().catch((error: unknown) => log.warn({ err: error }, 'live updates wait for the database'));
      if (!closed) await new Promise((resolve) => (timer = setTimeout(resolve, 1_000)));
    }
  };
  void keepListening();
  return {
    subscribe: (workspaceId, listener) => {
      const set = listeners.get(workspaceId) ?? new Set<Listener>();
      listeners.set(workspaceId, set.add(listener));
      return () => {
        set.delete(listener);
        if (set.size === 0) listeners.delete(workspaceId);
      };
    },
    onRightsChanged: (listener) => {
      rights.push(listener);
    },
    close: async () => {
      closed = true;
      if (timer) clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}
