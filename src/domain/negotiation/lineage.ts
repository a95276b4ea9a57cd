import type { Option } from './table.ts';

type Born = Pick<Option, 'id' | 'parents'>;

/** T9: the options this one was varied or combined from, nearest first, each once. */
export function lineage(options: readonly Born[], id: string): readonly string[] {
  const found: string[] = [];
  let now = [id];
  while (now.length > 0) {
    const parents = now.flatMap((o) => options.find((x) => x.id === o)?.parents ?? []);
    now = [...new Set(parents)].filter((p) => p !== id && !found.includes(p));
    found.push(...now);
  }
  return found;
}
