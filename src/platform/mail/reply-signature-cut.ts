import { isRule } from './reply-borders.ts';
import {
  isAppLine,
  isContact,
  isFarewell,
  isNameOf,
  isSoftFarewell,
  looksLikeName,
  looksLikeSignature,
} from './reply-signature.ts';

/** A signature is not longer than this, and only the end of a text is searched for one. */
const LONGEST = 60;

/** The line from which a run of new text is signature, or -1. The first sign that holds to the end wins. */
export function signatureStart(lines: readonly string[], sender: string): number {
  const first = lines.findIndex((l) => l.trim() !== '');
  const app = lines.findIndex((l) => isAppLine(l));
  const end = app > first ? app : lines.length;
  for (let i = Math.max(first, end - LONGEST); i < end; i++) {
    if (opensSignature(lines, i, end, sender, i === first)) return i;
  }
  return app >= 0 && (app > first || lines.slice(app + 1).every((l) => l.trim() === '')) ? app : -1;
}

function opensSignature(lines: readonly string[], at: number, end: number, sender: string, first: boolean): boolean {
  const line = lines[at] ?? '';
  const rest = lines.slice(at + 1, end);
  if (/^\s*(?:--|—|–)\s*$/.test(line)) return looksLikeSignature(rest, false);
  if (isRule(line)) return looksLikeSignature(rest, true);
  if (isFarewell(line)) return !first && looksLikeSignature(rest, false);
  if (isSoftFarewell(line))
    return !first && looksLikeSignature(rest, true) && rest.filter((l) => l.trim() !== '').length >= 2;
  if (first || (lines[at - 1] ?? '').trim() !== '') return false;
  const rule = rest.findIndex((l) => isRule(l));
  const block = [line, ...(rule < 0 ? rest : rest.slice(0, rule))];
  if (sender && isNameOf(line, sender)) return looksLikeSignature(rest, true);
  return looksLikeName(line) && block.filter((l) => isContact(l)).length >= 2 && looksLikeSignature(block, true);
}
