/** `mod` is ⌘ on a Mac and Ctrl elsewhere; a letter stands for itself without any modifier. */
type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** Whether a key press is this combination: 'j', '?', 'Enter', 'mod+k'. A Cyrillic layout's key stands for the Latin letter on it. */
export function isPress(event: Pressed, combination: string, mac = onMac()): boolean {
  const parts = combination.split('+');
  const wanted = parts.at(-1) ?? '';
  const mod = parts.includes('mod');
  if (event.altKey !== parts.includes('alt')) return false;
  if ((mac ? event.metaKey : event.ctrlKey) !== mod) return false;
  if (mac ? event.ctrlKey : event.metaKey) return false;
  return keyOf(event) === wanted.toLowerCase();
}

function keyOf(event: Pressed): string {
  const key = event.key.toLowerCase();
  const latin = /^Key([A-Z])$/.exec(event.code)?.[1];
  return key.length === 1 && key > '\u007f' && latin ? latin.toLowerCase() : key;
}

function onMac(): boolean {
  return typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);
}

const NAMES: Record<string, string> = { enter: '↵', escape: 'Esc', arrowdown: '↓', arrowup: '↑' };

/** How a combination is written for people: `⌘K`, `Ctrl K`, `J`. */
export function keyWords(combination: string, mac = onMac()): string {
  const parts = combination
    .split('+')
    .map((part) => (part === 'mod' ? (mac ? '⌘' : 'Ctrl') : (NAMES[part.toLowerCase()] ?? part.toUpperCase())));
  return parts.join(mac ? '' : ' ');
}

/** Single keys are for people who are not writing: never inside fields, menus, lists of choices or an open dialog. */
export function isForWriting(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('[role="menu"],[role="listbox"],[role="dialog"]:not([data-panel])')) return true;
  if (
    target.closest('textarea,select,[contenteditable=""],[contenteditable="true"],[role="textbox"],[role="combobox"]')
  )
    return true;
  const input = target.closest('input');
  return input !== null && !['checkbox', 'radio', 'button', 'submit', 'range'].includes(input.type);
}
