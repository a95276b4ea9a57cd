import { useCallback, useState } from 'react';

/**
 * What somebody is typing lives in the browser until the server has it: it survives a failed send, a reload and a crash of the
 * tab. The key names whose draft it is (`reply:<request id>`); another key shows that draft, never this one's words.
 */
export function useDraft(key: string, initial = ''): [text: string, set: (text: string) => void, done: () => void] {
  const slot = `draft:${key}`;
  const [typed, setTyped] = useState(() => ({ slot, text: kept(slot) ?? initial }));
  const text = typed.slot === slot ? typed.text : (kept(slot) ?? initial);
  const set = useCallback(
    (next: string) => {
      setTyped({ slot, text: next });
      keep(slot, next);
    },
    [slot],
  );
  const done = useCallback(() => {
    setTyped({ slot, text: '' });
    keep(slot, '');
  }, [slot]);
  return [text, set, done];
}

const kept = (slot: string): string | null => localStorage.getItem(slot);

/** A full or forbidden storage must not stop anybody from typing. */
function keep(slot: string, text: string): void {
  try {
    if (text) localStorage.setItem(slot, text);
    else localStorage.removeItem(slot);
  } catch {
    // The words are still on the page.
  }
}
