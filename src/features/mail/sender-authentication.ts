import { domainOf } from '../../platform/mail/address.ts';
import type { MailHeader } from '../../platform/mail/parsed-mail.ts';

/** `not-asked`: nobody has said whose verdict to believe, so the address and the reply token have to do. */
export type Authentication = 'pass' | 'fail' | 'not-asked';

/**
 * RFC 8601: what our own mail server found out about the sender. Only the topmost Authentication-Results counts, and only when it bears
 * the name of our server: everything below it may have been written by the sender (AT-08). DMARC passes, or DKIM or SPF for the very
 * domain of the From address.
 */
export function authentication(
  headers: readonly MailHeader[],
  authservId: string | null,
  fromAddress: string,
): Authentication {
  if (!authservId) return 'not-asked';
  const top = headers.find((h) => h.name.toLowerCase() === 'authentication-results')?.value ?? '';
  const [id = '', ...results] = top.replace(/\([^()]*\)/g, ' ').split(';');
  if (id.trim().split(/\s/)[0]?.toLowerCase() !== authservId.toLowerCase()) return 'fail';
  const from = domainOf(fromAddress);
  return from && results.some((result) => vouches(result.trim().toLowerCase(), from)) ? 'pass' : 'fail';
}

function vouches(result: string, from: string): boolean {
  if (/^dmarc\s*=\s*pass\b/.test(result)) return /\bheader\.from\s*=\s*"?([^\s";]+)/.exec(result)?.[1] === from;
  const domain = /^dkim\s*=\s*pass\b/.test(result)
    ? /\bheader\.d\s*=\s*"?([^\s";]+)/.exec(result)?.[1]
    : /^spf\s*=\s*pass\b/.test(result)
      ? /\bsmtp\.mailfrom\s*=\s*"?(?:[^\s";@]*@)?([^\s";]+)/.exec(result)?.[1]
      : undefined;
  return domain !== undefined && (from === domain || from.endsWith(`.${domain}`));
}
