import { globSync, readFileSync } from 'node:fs';

/** How the sources of the product say their keys: in full, or put together from a union of literals. */
export type Said = {
  readonly whole: ReadonlySet<string>;
  readonly built: readonly { readonly before: string; readonly after: string }[];
  /** Every quoted word of the sources: what a key can be put together from. */
  readonly words: ReadonlySet<string>;
};

export function saidKeys(root: string): Said {
  const whole = new Set<string>();
  const words = new Set<string>();
  const built: { before: string; after: string }[] = [];
  for (const file of globSync('**/*.{ts,tsx}', { cwd: root })) {
    if (/\.(test|fixture)\.tsx?$/.test(file)) continue;
    const text = readFileSync(`${root}/${file}`, 'utf8');
    for (const [, word = ''] of text.matchAll(/['"]([\w.-]+)['"]/g)) words.add(word.replace(/\.$/, ''));
    for (const [, key = ''] of text.matchAll(/['"]([a-z-]+\.[\w.-]+)['"]/g)) whole.add(key);
    for (const [, name = ''] of text.matchAll(/^\s*([\w-]+):/gm)) words.add(name);
    for (const [, word = ''] of text.matchAll(/\}\.([\w-]+)`/g)) words.add(word);
    for (const [, before = '', after = ''] of text.matchAll(/`([a-z-]+\.[\w.-]*)\$\{[^}]+\}([\w.-]*)`/g))
      built.push({ before, after });
  }
  return { whole, built, words };
}

/** What is put in may itself be put together: `desk-work.event.${kind}` with a kind made as `promise.${outcome}`. */
export const isSaid = (said: Said, key: string): boolean =>
  said.whole.has(key) ||
  said.built.some(({ before, after }) => {
    if (key.length <= before.length + after.length || !key.startsWith(before) || !key.endsWith(after)) return false;
    const part = key.slice(before.length, key.length - after.length);
    return said.words.has(part) || part.split('.').every((word) => said.words.has(word));
  });
