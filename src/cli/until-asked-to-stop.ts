const AGAIN = 2_000; // ms
const LOOK = 1_000; // ms

/**
 * Resolves with what asked us to stop: Ctrl-C, SIGTERM, a closed terminal, or the end of the npm that started us. Ctrl-C reaches us
 * twice under npm (from the terminal and from npm), so only one that comes later means "at once".
 */
export function untilAskedToStop(): Promise<string> {
  return new Promise((resolve) => {
    let asked = 0;
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(name, () => {
        if (asked > 0 && performance.now() - asked > AGAIN) process.exit(1);
        asked ||= performance.now();
        resolve(name);
      });
    }
    if (process.env.npm_lifecycle_event !== 'start') return;
    const npm = process.ppid;
    setInterval(() => process.ppid !== npm && resolve('npm has ended'), LOOK).unref();
  });
}
