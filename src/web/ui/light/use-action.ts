import { useRef, useState } from 'react';

type Action<A extends unknown[], R> = {
  readonly run: (...args: A) => Promise<R | undefined>;
  readonly busy: boolean;
  readonly problem: unknown;
  readonly clear: () => void;
};

/** One act at a time: a second press while the first is under way does nothing; a failure is kept to be shown. */
export function useAction<A extends unknown[], R>(act: (...args: A) => Promise<R>): Action<A, R> {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const running = useRef(false);
  const run = async (...args: A): Promise<R | undefined> => {
    if (running.current) return undefined;
    running.current = true;
    setBusy(true);
    setProblem(null);
    try {
      return await act(...args);
    } catch (error) {
      setProblem(error);
      return undefined;
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { run, busy, problem, clear: () => setProblem(null) };
}
