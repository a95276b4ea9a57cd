import { findAskedWindow } from '../../domain/agreements/asked-window.ts';
import type { Ask } from '../../domain/agreements/suggest.ts';

const hints = ['en', 'ru', 'pl', 'fr'] as const;

// Asking for it free of charge, in the four languages; precise phrases only, since a wrong "unreasonable" is worse than none.
const FREE =
  /(?<!\p{L})(at no (?:extra )?(?:charge|cost)|free of charge|without (?:any )?(?:extra )?(?:charge|cost)|for free|бесплатно|без доплаты|без дополнительной оплаты|безвозмездно|bezpłatnie|za darmo|nieodpłatnie|bez dodatkowych (?:kosztów|opłat)|bez dopłaty|gratuitement|sans (?:frais|surcoût|supplément)|à titre gracieux)(?!\p{L})/iu;

/** What the client's words ask for, as far as it can be compared with the agreement. */
export function askedTime(
  words: string,
  lang: string | null,
  at: number,
  zone: string,
): Pick<Ask, 'askedWindow' | 'asksFree'> {
  const own = hints.filter((l) => l === lang);
  const window = findAskedWindow(words, own, at, zone);
  return { ...(window ? { askedWindow: window } : {}), asksFree: FREE.test(words) };
}
