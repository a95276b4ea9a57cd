export type LiveEvent = {
  readonly seq: number;
  readonly kind: string;
  readonly requestId: string | null;
  readonly clientId: string | null;
};

const REST = 60_000;

/**
 * Live updates. The browser resumes a broken stream by itself with Last-Event-ID; where it gives up (the server refused for a
 * while) we open a new one after the last event seen, so nothing is missed and nothing comes twice. A page nobody has looked
 * at for a minute lets go of its connection – browsers allow six per server. `onGap`: something may have been missed, look again.
 * Returns how to stop.
 */
export function listen(
  path: '/api/events' | '/api/room/events',
  onEvent: (event: LiveEvent) => void,
  onGap: () => void,
): () => void {
  let source: EventSource | null = null;
  let last: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let opened = false;

  const open = (): void => {
    if (opened && last === null) onGap();
    opened = true;
    close();
    source = new EventSource(last === null ? path : `${path}?after=${last}`);
    source.onopen = () => {
      failures = 0;
    };
    source.onmessage = (message) => {
      const event = JSON.parse(message.data as string) as LiveEvent;
      last = event.seq;
      onEvent(event);
    };
    source.onerror = () => {
      if (source?.readyState !== EventSource.CLOSED) return;
      failures += 1;
      timer = setTimeout(open, Math.min(30_000, 1_000 * 2 ** failures));
    };
  };
  const close = (): void => {
    clearTimeout(timer);
    source?.close();
    source = null;
  };
  const seen = (): void => {
    clearTimeout(timer);
    if (document.hidden) timer = setTimeout(close, REST);
    else if (!source || source.readyState === EventSource.CLOSED) open();
  };
  open();
  document.addEventListener('visibilitychange', seen);
  return () => {
    document.removeEventListener('visibilitychange', seen);
    close();
  };
}
