import sanitizeHtml from 'sanitize-html';
import { NESTING_LIMIT, SILENT_TAGS, unescapeHtml } from './sanitize.ts';

/** What the mail program itself marked: a quote, a signature, or the place from which everything is older mail. */
type HtmlMark = 'quote' | 'signature' | 'older';

export type HtmlLine = {
  readonly text: string;
  /** How many block quotes the line stands in. */
  readonly depth: number;
  readonly mark: HtmlMark | null;
};

const PARAGRAPH = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'pre',
  'blockquote',
  'ul',
  'ol',
  'dl',
  'table',
  'figure',
]);
const BLOCK = new Set([
  ...PARAGRAPH,
  'div',
  'address',
  'center',
  'li',
  'dt',
  'dd',
  'tr',
  'caption',
  'figcaption',
  'section',
  'article',
  'header',
  'footer',
  'main',
  'body',
  'form',
  'fieldset',
]);
const KEPT = [...BLOCK, 'td', 'th', 'br', 'hr', 'img', 'q', 's', 'u'];

const QUOTE_NAME =
  /(?:^|[-_\s])(?:g?mail[-_]?)?quote(?:d|s)?(?:$|[-_\s])|quoted|reference-message|src_body_section|zmail_extra|forward-container|cite-prefix|history_container/i;
const OLDER_NAME = /appendonsend|rplyfwdmsg/i;
const SIGNATURE_NAME = /signature/i;

/**
 * HTML as lines, in linear time. sanitize-html does the parsing: its output is well-formed and its attribute values hold no
 * angle bracket, so that what is left can be read token by token.
 */
export function htmlLines(html: string): HtmlLine[] {
  const writer = new Writer();
  for (const [token, slash, name, attributes] of skeleton(html).matchAll(/<(\/?)([a-z0-9]+)([^>]*)>|[^<]+|</g)) {
    if (name === undefined) writer.write(unescapeHtml(token));
    else if (slash) writer.close(name);
    else writer.open(name, attributes ?? '');
  }
  return writer.finish();
}

/** HTML as plain text; block quotes get `> ` as in a plain mail. */
export function htmlToText(html: string): string {
  return linesToText(htmlLines(html));
}

export function linesToText(lines: readonly HtmlLine[]): string {
  return lines
    .map(({ text, depth }) => (depth ? `${'>'.repeat(depth)} ${text}`.trimEnd() : text))
    .join('\n')
    .trim();
}

/** Block structure only; the marks of mail programs, which are classes and ids, become the elements q, s and u. */
function skeleton(html: string): string {
  return sanitizeHtml(html, {
    allowedTags: KEPT,
    allowedAttributes: { img: ['alt'], div: ['data-mark'], ol: ['start'] },
    nonTextTags: SILENT_TAGS,
    nestingLimit: NESTING_LIMIT,
    parseStyleAttributes: false,
    transformTags: { '*': marked },
  });
}

function marked(
  tagName: string,
  attribs: Record<string, string>,
): { tagName: string; attribs: Record<string, string> } {
  if (tagName === 'q' || tagName === 's' || tagName === 'u') return { tagName: 'span', attribs: {} };
  if (tagName === 'img' || tagName === 'br' || tagName === 'hr' || tagName === 'html' || tagName === 'body')
    return { tagName, attribs };
  if (tagName === 'blockquote' && isIndent(attribs)) return { tagName: 'div', attribs: {} };
  const name = `${attribs['class'] ?? ''} ${attribs['id'] ?? ''}`;
  if (name.length < 2) return { tagName, attribs: {} };
  if (OLDER_NAME.test(name)) return { tagName: 's', attribs: {} };
  if (tagName !== 'blockquote' && QUOTE_NAME.test(name)) return { tagName: 'q', attribs: {} };
  if (SIGNATURE_NAME.test(name)) return { tagName: 'u', attribs: {} };
  return { tagName, attribs: {} };
}

/** Editors indent a paragraph with a block quote that has a margin and no line at its side. */
function isIndent(attribs: Record<string, string>): boolean {
  const style = attribs['style'] ?? '';
  const plain = attribs['type'] !== 'cite' && attribs['cite'] === undefined && attribs['class'] === undefined;
  return (
    plain &&
    /border(?:-left)?:\s*(?:none|medium none|0)/i.test(style) &&
    !/border-left:\s*(?!none|medium none|0)/i.test(style)
  );
}

const MARK_TAGS: Record<string, HtmlMark> = { q: 'quote', s: 'older', u: 'signature' };

class Writer {
  readonly #lines: HtmlLine[] = [];
  /** The line being written, in pieces: joined once, because growing one string is quadratic in a long table row. */
  #pieces: string[] = [];
  #blankEnd = true;
  #filled = false;
  #depth = 0;
  #pre = 0;
  #older = false;
  readonly #marks: HtmlMark[] = [];
  readonly #lists: Array<number | null> = [];

  open(name: string, attributes: string): void {
    const mark = MARK_TAGS[name];
    if (name === 'br') return this.#break();
    if (name === 'img') return this.write(pictureText(attributes));
    if (name === 'td' || name === 'th') return this.#filled ? this.#append('\t') : undefined;
    if (mark) {
      this.#flush();
      if (mark === 'older') this.#older = true;
      this.#marks.push(mark);
      return;
    }
    if (name === 'hr') {
      this.#flush();
      this.#append('_'.repeat(32));
      return this.#break();
    }
    this.#flush();
    if (PARAGRAPH.has(name)) this.#gap();
    if (name === 'blockquote') this.#depth++;
    if (name === 'pre') this.#pre++;
    if (name === 'ul') this.#lists.push(null);
    if (name === 'ol') this.#lists.push(1);
    if (name === 'li') this.#bullet();
  }

  close(name: string): void {
    if (name === 'td' || name === 'th') return;
    this.#flush();
    if (MARK_TAGS[name]) this.#marks.pop();
    if (name === 'blockquote') this.#depth = Math.max(0, this.#depth - 1);
    if (name === 'pre') this.#pre = Math.max(0, this.#pre - 1);
    if (name === 'ul' || name === 'ol') this.#lists.pop();
    if (PARAGRAPH.has(name)) this.#gap();
  }

  write(text: string): void {
    if (!this.#pre) return this.#append(text.replace(/[ \t\r\n\f]+/g, ' '));
    const [first = '', ...rest] = text.split(/\r?\n/);
    this.#append(first);
    for (const line of rest) {
      this.#break();
      this.#append(line);
    }
  }

  finish(): HtmlLine[] {
    this.#flush();
    while (this.#lines.at(-1)?.text === '') this.#lines.pop();
    return this.#lines;
  }

  #append(text: string): void {
    const piece = !this.#pre && this.#blankEnd ? text.replace(/^ /, '') : text;
    if (piece === '') return;
    this.#pieces.push(piece);
    this.#blankEnd = piece.endsWith(' ');
    this.#filled ||= /\S/.test(piece);
  }

  #bullet(): void {
    const at = this.#lists.length - 1;
    const number = this.#lists[at];
    if (typeof number === 'number') this.#lists[at] = number + 1;
    this.#pieces.push(typeof number === 'number' ? `${number}. ` : '- ');
    this.#blankEnd = true;
  }

  #break(): void {
    const text = this.#pieces.join('').replaceAll('\u00a0', ' ').trimEnd();
    this.#clear();
    if (text === '' && this.#lines.length === 0) return;
    this.#lines.push({ text, depth: this.#depth, mark: this.#mark() });
  }

  #flush(): void {
    if (this.#filled) this.#break();
    else this.#clear();
  }

  #clear(): void {
    this.#pieces = [];
    this.#blankEnd = true;
    this.#filled = false;
  }

  /** One blank line between paragraphs, however many elements end here. */
  #gap(): void {
    const last = this.#lines.at(-1);
    if (last && last.text !== '')
      this.#lines.push({ text: '', depth: Math.min(this.#depth, last.depth), mark: this.#mark() });
  }

  #mark(): HtmlMark | null {
    if (this.#older) return 'older';
    return this.#marks.at(-1) ?? null;
  }
}

function pictureText(attributes: string): string {
  const alt = unescapeHtml(/ alt="([^"]*)"/.exec(attributes)?.[1] ?? '').trim();
  return alt ? `[${alt}]` : '';
}
