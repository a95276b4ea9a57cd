import { useSyncExternalStore } from 'react';

/** Tailwind's steps in px at which more of a table has room. */
const STEPS = { sm: 640, md: 768, lg: 1024, xl: 1280 } as const;
export type Step = keyof typeof STEPS;

const subscribe = (listener: () => void): (() => void) => {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
};

/** Whether the window is at least this wide. */
export function useIsWide(): (step: Step) => boolean {
  const width = useSyncExternalStore(
    subscribe,
    () => Object.values(STEPS).filter((step) => matchMedia(`(min-width: ${step}px)`).matches).length,
  );
  return (step) => Object.keys(STEPS).indexOf(step) < width;
}
