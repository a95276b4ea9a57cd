import { useEffect, useId, useSyncExternalStore } from 'react';
import { isForWriting, isPress } from './keys.ts';

/**
 * One list of what can be done here: the palette shows it, the keys call it, the list of keys explains it. A page registers its
 * commands while it is on screen; where two claim the same key the later one (a dialog, a panel) wins.
 */
export type Command = {
  readonly id: string;
  readonly label: string;
  /** 'j', '?', 'Enter', 'mod+k' (see keys.ts). */
  readonly keys?: string;
  readonly group?: 'go' | 'act';
  readonly run: () => void;
  /** False for moving about in a list: in the list of keys, but not in the palette. */
  readonly inPalette?: boolean;
};

const registered = new Map<string, readonly Command[]>();
const listeners = new Set<() => void>();
let all: readonly Command[] = [];

function change(owner: string, commands: readonly Command[] | null): void {
  if (commands) registered.set(owner, commands);
  else registered.delete(owner);
  all = [...registered.values()].flat();
  for (const listener of listeners) listener();
}

export function useCommands(commands: readonly Command[]): void {
  const owner = useId();
  useEffect(() => change(owner, commands), [owner, commands]);
  useEffect(() => () => change(owner, null), [owner]);
}

export const useAllCommands = (): readonly Command[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => all,
  );

/** WCAG 2.1.4: whoever dictates or types by accident can switch the single keys off. */
export const singleKeys = (): boolean => localStorage.getItem('single-keys') !== 'off';
export const setSingleKeys = (on: boolean): void => localStorage.setItem('single-keys', on ? 'on' : 'off');

/** Listens for the whole page; called once, by the shell. */
export function useKeyboard(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const command = all.findLast((c) => c.keys !== undefined && isPress(event, c.keys));
      if (!command?.keys) return;
      const single = !command.keys.includes('+');
      if (single && (isForWriting(event.target) || !singleKeys())) return;
      if (command.keys === 'Enter' && event.target instanceof Element && event.target.closest('a,button,summary'))
        return;
      event.preventDefault();
      command.run();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
