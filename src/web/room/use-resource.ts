import { useCallback, useEffect, useState } from 'react';
import { listen } from '../listen.ts';

/** Reads something and reads it again whenever the ledger has grown. What was shown stays until the new answer is there. */
export function useResource<T>(
  read: () => Promise<T>,
  key: string,
): { value: T | null; problem: unknown; reload: () => Promise<void> } {
  const [state, setState] = useState<{ key: string; value: T | null; problem: unknown }>({
    key,
    value: null,
    problem: null,
  });
  const reload = useCallback(async () => {
    try {
      const value = await read();
      setState({ key, value, problem: null });
    } catch (problem) {
      setState((before) => ({ key, value: before.key === key ? before.value : null, problem }));
    }
    // The reader is made anew with each render; what it reads is named by the key.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);
  useEffect(() => {
    void reload();
    const again = (): void => void reload();
    return listen('/api/room/events', again, again);
  }, [reload]);
  return { value: state.key === key ? state.value : null, problem: state.problem, reload };
}
