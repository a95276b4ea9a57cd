export type Intent = { readonly key: string; readonly done: () => void };

/**
 * The key of one intent, kept before the request leaves: the same words sent again after a lost answer, even after a reload,
 * are the same act. It is forgotten when the server has answered.
 */
export function intentOf(words: string): Intent {
  const slot = `intent:${hash(words)}`;
  const key = sessionStorage.getItem(slot) ?? crypto.randomUUID();
  sessionStorage.setItem(slot, key);
  return { key, done: () => sessionStorage.removeItem(slot) };
}

function hash(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (let i = 0; i < text.length; i += 1) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
    b = Math.imul(b + text.charCodeAt(i), 0x85ebca6b) ^ (b >>> 13);
  }
  return `${(a >>> 0).toString(36)}${(b >>> 0).toString(36)}${text.length.toString(36)}`;
}
