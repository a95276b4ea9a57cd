/** Rejects when the promise has not settled in time; the caller closes what it waited for. */
export async function deadline<T>(promise: Promise<T>, ms: number, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer to "${what}" within ${ms} ms`)), ms);
  });
  // The loser may still reject later; nobody waits for it then.
  promise.catch(() => undefined);
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Doubles from `first` to `max`; `random` in 0…1 takes off up to half, so that many watchers do not return at once. */
export function backoff(failures: number, first: number, max: number, random: number): number {
  const full = Math.min(max, first * 2 ** Math.min(failures - 1, 20));
  return Math.round(full * (1 - random / 2));
}

/** A sleep that news can end. A wake-up while nobody sleeps is remembered for the next sleep. */
export class Waker {
  #pending = false;
  #resolve: (() => void) | null = null;

  wake(): void {
    this.#pending = true;
    this.#resolve?.();
  }

  /** `fresh`: forget earlier wake-ups, such as those of a connection that broke. */
  async sleep(ms: number, fresh = false): Promise<void> {
    if (fresh) this.#pending = false;
    if (!this.#pending) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.#resolve = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.#pending = false;
    this.#resolve = null;
  }
}
