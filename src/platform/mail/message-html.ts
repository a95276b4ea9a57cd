import { escapeHtml, sanitizeMailHtml, showImages } from './sanitize.ts';

/** Plain enough for every mail program, light and dark: the reader's own colours, a legible size, a comfortable line. */
const STYLE =
  'font-family:system-ui,-apple-system,Segoe UI,Roboto,Arial,sans-serif;font-size:15px;line-height:1.5;max-width:42em';

/** The HTML side of a mail: what was given, cleaned, or the text with its paragraphs and links. */
export function messageHtml(html: string | null, text: string, lang: string): string {
  const body =
    html === null
      ? textAsHtml(text)
      : showImages(sanitizeMailHtml(html), { cid: (id) => `cid:${id}`, remote: (url) => url });
  const language = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(lang) ? lang : 'en';
  return `<!doctype html>\n<html lang="${language}"><head><meta charset="utf-8"></head><body><div style="${STYLE}">\n${body}\n</div></body></html>\n`;
}

/** Paragraphs at blank lines, breaks at line ends, http addresses as links. */
function textAsHtml(text: string): string {
  return text
    .trim()
    .split(/\n[ \t]*(?:\n[ \t]*)+/)
    .map((paragraph) => `<p>${withLinks(paragraph).replaceAll('\n', '<br>\n')}</p>`)
    .join('\n');
}

function withLinks(text: string): string {
  let out = '';
  let at = 0;
  for (const match of text.matchAll(/https?:\/\/[^\s<>"]+/g)) {
    const url = match[0].replace(/[.,;:!?)\]]{1,3}$/, '');
    out += `${escapeHtml(text.slice(at, match.index))}<a href="${escapeHtml(url)}">${escapeHtml(url)}</a>`;
    at = match.index + url.length;
  }
  return out + escapeHtml(text.slice(at));
}
