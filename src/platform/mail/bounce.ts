import { readHead } from './head.ts';
import { recipientInText, statusInText, unreachableForGood } from './bounce-text.ts';
import { decodeBytes } from './charset.ts';
import { addresses, header, messageIds } from './head.ts';
import type { Part } from './mime-tree.ts';
import type { Bounce, MailHeader } from './parsed-mail.ts';

type Fields = ReadonlyMap<string, string>;

const ACTIONS = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const;

/** What a delivery report says: standard fields first (RFC 3464), then the words of the many mail servers that use none. */
export function readBounce(root: Part, text: string): Bounce {
  const parts = leaves(root);
  const report = parts.find((p) => /^message\/(?:global-)?delivery-status$/.test(p.type));
  const group = worst(report ? fieldGroups(report) : []);
  const all = text.slice(0, 100_000);
  const own = ownWords(all);
  const diagnostic = group?.get('diagnostic-code')?.replace(/^[\w-]+\s*;\s*/, '') ?? null;
  const status = statusOf(group, diagnostic ?? '', own, all);
  return {
    action: actionOf(group, own),
    status,
    hard: unreachableForGood(status, diagnostic ?? group?.get('status')?.slice(5) ?? '', own),
    recipient: recipientOf(group, root.headers, all),
    diagnostic: diagnostic?.slice(0, 1000) ?? null,
    originalMessageId: originalId(parts, root.headers, all),
  };
}

/** Does a mail without a report part read like a delivery report? Two of three signs: the sender, the title, the words. */
export function readsLikeBounce(
  headers: readonly MailHeader[],
  types: ReadonlySet<string>,
  subject: string,
  text: string,
): boolean {
  const from = addresses(headers, 'from')[0] ?? { name: '', address: '' };
  const empty = headers.some((h) => h.name.toLowerCase() === 'return-path' && /^<\s*>$/.test(h.value.trim()));
  const daemon =
    DAEMON.test(`${from.name} ${from.address}`.slice(0, 500)) ||
    /mailer[-_.]?daemon/i.test(header(headers, 'return-path'));
  const titled = TITLE.test(subject.slice(0, 300)) && !/^(?:re|fwd?|tr|aw|wg|odp|pd)\s*:/i.test(subject);
  const worded = WORDS.test(text.slice(0, 20_000));
  const sender = empty || daemon;
  const returned =
    /^no-?reply@/i.test(from.address) && (types.has('message/rfc822') || types.has('text/rfc822-headers'));
  return (
    (sender && (titled || worded)) ||
    (returned && worded && FAILED.test(text.slice(0, 5000))) ||
    (titled && worded && statusInText(ownWords(text)) !== null)
  );
}

const DAEMON =
  /mail(?:er)?[-_. ]?daemon|post-?master|mail (?:delivery|administrator|system)|delivery (?:sub)?system|mdaemon/i;

const TITLE =
  /undeliver|deliver\w* (?:status|fail|notif|report|problem|error|has failed|incomplete)|delivery.{0,20}(?:fail|delay)|fail\w* (?:notice|mail|to deliver|delivery)|returned (?:mail|to sender)|return(?:ing)? (?:message|to sender)|mail (?:error|failure|could not|system error|delivery)|message (?:not delivered|delayed|undeliverable|could not)|could not (?:send|be delivered|deliver)|not (?:be )?delivered|user unknown|nicht zugestellt|unzustellbar|недоставлен|не доставлен|не удалось доставить|niedostarcz|nie dostarczono|niedor[eę]cz|non (?:remis|distribu|délivr)|échec|no (?:se )?(?:pudo )?entreg|mancata consegna/iu;

const FAILED = /(?:could|can|was|were)(?:n't| not|not) (?:be )?deliver|undeliver|deliver\w* (?:has )?failed/i;

const WORDS =
  /(?:could|can|has|have|was|were)(?:n't| not|not) (?:yet )?(?:be(?:en)? )?(?:deliver|sent|reached?)|undeliver|deliver\w*[^.]{0,60}(?:fail|unsuccess|error|abort)|failed (?:permanently|recipient)|permanent (?:fatal )?(?:error|failure)|unable to (?:deliver|relay|send)|not deliver|rejected|user unknown|unknown user|no such user|mailbox (?:is )?(?:full|unavailable)|quota|\b[45]\.\d{1,2}\.\d{1,3}\b|\b[45][0-7]\d[ -][#(A-Za-z<\d]|не (?:был[оа]? )?доставлен|не удалось доставить|nie (?:mo[żz]na|zosta[łl]a) dostarcz|n'a pas pu être|n'ont pas pu|nicht zugestellt/iu;

function leaves(part: Part): Part[] {
  return part.children.length ? part.children.flatMap(leaves) : [part];
}

function fieldGroups(report: Part): Fields[] {
  const text = decodeBytes(report.content.subarray(0, 200_000), 'utf-8')
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+/g, ' ');
  return text.split(/\n{2,}/).map((block) => {
    const fields = new Map<string, string>();
    for (const line of block.split('\n')) {
      const colon = line.indexOf(':');
      if (colon > 0) fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
    }
    return fields;
  });
}

/** The group of the recipient that fared worst: our mails have one recipient, but a list may have expanded it. */
function worst(groups: readonly Fields[]): Fields | null {
  const perRecipient = groups.filter(
    (g) => g.has('final-recipient') || g.has('original-recipient') || g.has('status') || g.has('action'),
  );
  const rank = (g: Fields): number => {
    const at = ACTIONS.findIndex((a) => a === (g.get('action') ?? 'failed').toLowerCase().split(/[\s;(]/)[0]);
    return at < 0 ? 0 : at;
  };
  return perRecipient.toSorted((a, b) => rank(a) - rank(b))[0] ?? null;
}

function actionOf(group: Fields | null, words: string): Bounce['action'] {
  const said = (group?.get('action') ?? '').toLowerCase();
  const found = ACTIONS.find((a) => said.startsWith(a));
  if (found) return found;
  return /still (?:being )?tr(?:y|ied)|will (?:continue|keep|be retried)|delay|warning/i.test(words)
    ? 'delayed'
    : 'failed';
}

/** The remote server's own code is better than the class that the reporting server made of it. */
function statusOf(group: Fields | null, diagnostic: string, own: string, all: string): string | null {
  const said = /\b([245]\.\d{1,3}\.\d{1,3})\b/.exec(group?.get('status') ?? '')?.[1] ?? null;
  if (said?.startsWith('2')) return said;
  const remote = statusInText(diagnostic);
  if (remote && (!remote.endsWith('.0.0') || !said)) return remote;
  if (said && !said.endsWith('.0.0')) return said;
  const found = statusInText(own) ?? statusInText(all);
  return found && (!said || found[0] === said[0]) ? found : said;
}

function recipientOf(group: Fields | null, headers: readonly MailHeader[], text: string): string | null {
  for (const name of ['original-recipient', 'final-recipient', 'x-actual-recipient']) {
    const value = group
      ?.get(name)
      ?.replace(/^[\w-]+\s*;\s*/, '')
      .replace(/[<>]/g, '')
      .trim();
    if (value?.includes('@')) return value.toLowerCase();
  }
  const failed = header(headers, 'x-failed-recipients')
    .split(/[,\s]+/)
    .find((a) => a.includes('@'));
  if (failed) return failed.replace(/[<>]/g, '').toLowerCase();
  const own = new Set(
    ['to', 'from', 'delivered-to'].flatMap((n) => addresses(headers, n)).map((a) => a.address.toLowerCase()),
  );
  return recipientInText(text, own);
}

/** Message-ID of what was returned: an attached mail or its headers, else the copy at the end of the text. */
function originalId(parts: readonly Part[], headers: readonly MailHeader[], text: string): string | null {
  for (const part of parts) {
    if (/^message\/(?:rfc822|global)|^text\/rfc822-headers$|^message\/rfc822-headers$/.test(part.type)) {
      const id = readHead(part.content).messageId;
      if (id) return id;
    }
  }
  const copy = /^[> \t]*message-id:[ \t]*(?:\n[> \t]+)?(\S{1,998})/im.exec(text);
  const inText = copy?.[1] ? messageIds(copy[1])[0] : undefined;
  return (
    inText ?? messageIds(header(headers, 'in-reply-to'))[0] ?? messageIds(header(headers, 'references')).at(-1) ?? null
  );
}

/** The server's own words: up to where the returned mail begins, so that its subject and body are not taken for a reason. */
function ownWords(text: string): string {
  const copy = /^[> \t]*(?:received|return-path|message-id|mime-version|dkim-signature|x-mailer):[ \t]/im.exec(text);
  return text.slice(0, Math.min(copy?.index ?? text.length, 20_000));
}
