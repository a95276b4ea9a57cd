import { type Lexicon } from './lexicon.ts';
import { has, type Span } from './text.ts';

const REPLY_HEADER =
  /^(?:on .{6,120}wrote:|le .{6,120}a écrit ?:|.{6,120} (?:пишет|писал\(?а?\)?|написал\(?а?\)?):|.{6,120}(?:napisał\(?a?\)?|pisze):|-{2,} ?(?:original message|message d'origine|исходное сообщение|wiadomość oryginalna).*|(?:from|de|от|od):.{3,})$/;

/**
 * The author's own new text: quoted mail, reply headers, the greeting line and the signature are left out, because only what the
 * author says now is judged. Returns spans of whole lines, in order; `text` is folded.
 */
export function ownBody(text: string, lexicon: Lexicon): Span[] {
  const lines: (Span & { readonly text: string })[] = [];
  for (let at = 0; at <= text.length;) {
    const nl = text.indexOf('\n', at);
    const end = nl < 0 ? text.length : nl;
    lines.push({ start: at, end, text: text.slice(at, end).trim() });
    at = end + 1;
  }
  const own: Span[] = [];
  let greeted = false;
  for (const line of lines) {
    const t = line.text;
    if (/^--\s*$/.test(t) || /^_{5,}$/.test(t) || REPLY_HEADER.test(t)) break;
    if (t.startsWith('>') || t === '') continue;
    if (!greeted && own.length === 0 && isGreeting(t, lexicon)) {
      greeted = true;
      continue;
    }
    if (own.length > 0 && words(t) <= 6 && !/[?!.…]$/.test(t) && has(lexicon.frames.closing, t)) break;
    own.push({ start: line.start, end: line.end });
  }
  // a short last line without a full stop is a name, not a sentence
  const last = own.at(-1);
  if (
    own.length > 1 &&
    last &&
    words(text.slice(last.start, last.end)) <= 3 &&
    /[^.?!…:;,"\s]\s*$/.test(text.slice(last.start, last.end))
  )
    own.pop();
  return own;
}

const words = (t: string): number => t.split(/\s+/).length;

/** A greeting line: short, opening with a greeting or a form of address, ending in a comma or exclamation mark. */
function isGreeting(t: string, lexicon: Lexicon): boolean {
  if (words(t) > 9) return false;
  const m = lexicon.frames.greeting;
  m.lastIndex = 0;
  const hit = m.exec(t);
  return (
    (hit !== null && hit.index <= 1 && /[,!:.]?$/.test(t) && !/[^.]\? ?$/.test(t)) ||
    (words(t) <= 4 && /[,!:]$/.test(t))
  );
}
