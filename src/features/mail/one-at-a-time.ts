export type Rounds = {
  /** Does a round for the workspace, or waits for the one that is running and lets it look once more. */
  readonly run: (workspaceId: string) => Promise<void>;
  /** No new round begins; waits for what is running, but not longer than so many milliseconds. */
  readonly stop: (patienceMs: number) => Promise<void>;
};

/**
 * Work that empties a queue table: many calls, one round at a time per workspace. Jobs and clocks only wake it; the rows say what is
 * to be done, so that a lost job loses nothing.
 */
export function oneAtATime(round: (workspaceId: string, stopping: () => boolean) => Promise<void>): Rounds {
  const running = new Map<string, { again: boolean; done: Promise<void> }>();
  let stopped = false;
  const start = (workspaceId: string): Promise<void> => {
    const state = { again: false, done: Promise.resolve() };
    const rounds = async (): Promise<void> => {
      do {
        state.again = false;
        await round(workspaceId, () => stopped);
      } while (state.again && !stopped);
    };
    state.done = rounds().finally(() => running.delete(workspaceId));
    running.set(workspaceId, state);
    return state.done;
  };
  return {
    run: async (workspaceId) => {
      if (stopped) return;
      const state = running.get(workspaceId);
      if (state) state.again = true;
      await (state?.done ?? start(workspaceId));
    },
    stop: async (patienceMs) => {
      stopped = true;
      const all = Promise.allSettled([...running.values()].map((state) => state.done));
      let timer: NodeJS.Timeout | undefined;
      const patience = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, patienceMs);
      });
      await Promise.race([all, patience]);
      clearTimeout(timer);
    },
  };
}
