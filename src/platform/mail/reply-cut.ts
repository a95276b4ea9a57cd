import { htmlLines } from './html-text.ts';

export type ReplyCut = { readonly newText: string; readonly quotedText: string };

/** First version: quoted lines and everything after a header of older mail. */
export function cutReply(text: string): ReplyCut {
  const fresh: string[] = [];
  const old: string[] = [];
  for (const line of text.split('\n')) (line.startsWith('>') ? old : fresh).push(line);
  return { newText: fresh.join('\n').trim(), quotedText: old.join('\n').trim() };
}

export function cutHtmlReply(html: string): ReplyCut {
  const lines = htmlLines(html);
  const isOld = (l: (typeof lines)[number]): boolean => l.depth > 0 || l.mark !== null;
  const pick = (old: boolean): string =>
    lines
      .filter((l) => isOld(l) === old)
      .map((l) => l.text)
      .join('\n')
      .trim();
  return { newText: pick(false), quotedText: pick(true) };
}
