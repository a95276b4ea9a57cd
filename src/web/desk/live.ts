import { useEffect } from 'react';
import { listen } from '../listen.ts';
import { queryClient } from './query-client.ts';

const GATHER = 500;

/** What others do arrives here: what is on screen is read again, at most twice a second; the rest when it is opened next. */
export function useLive(): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const again = (): void => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void queryClient.invalidateQueries();
      }, GATHER);
    };
    const stop = listen('/api/events', again, again);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, []);
}
