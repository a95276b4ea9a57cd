import { useCallback, useState } from 'react';

/** What somebody is typing lives in the browser until the server has it: it survives a failed send, a reload and a crash of the tab. */
export function useDraft(key: string, initial = ''): [text: string, set: (text: string) => void, done: () => void] {
  const slot = `draft:${key}`;
  const [text, setText] = useState(() => localStorage.getItem(slot) ?? initial);
  const set = useCallback(
    (next: string) => {
      setText(next);
      if (next) localStorage.setItem(slot, next);
      else localStorage.removeItem(slot);
    },
    [slot],
  );
  const done = useCallback(() => {
    setText('');
    localStorage.removeItem(slot);
  }, [slot]);
  return [text, set, done];
}
