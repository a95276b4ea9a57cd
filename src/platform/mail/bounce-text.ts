/** The words in which mail servers say why a mail did not arrive. General phrases, not the texts of single programs. */

const FULL =
  /(?:mail ?box|mailfolder|account|quota|storage|inbox|disk)[^.\n]{0,60}(?:full|exceed|over|limit|insufficient)|over ?quota|quota (?:exceed|violat|full)|insufficient (?:system |disk )?storage|too many messages/i;

const POLICY =
  /spam|blocked|black ?list|block ?list|listed (?:in|by|at)|\bpolicy|dmarc|\bspf\b|dkim|reputation|reverse dns|\bptr\b|rdns|relay|authenticat|virus|content|not allowed|denied|prohibit|too (?:large|big|many|fast)|size|rate limit|throttl|suspicious|greylist|graylist|unsolicited|restrict|security|client host/i;

const UNKNOWN = new RegExp(
  [
    '(?:user|recipient|mail ?box|address|account|local ?part|addressee|alias|name)\\b[^\\n]{0,70}(?:unknown|not (?:exist|found|known|listed|valid|recogni[sz]ed)|invalid|doesn.t exist|does not exist|no longer|unrecogni[sz]ed|disabled or|not available|incorrect|is not a (?:valid|known))',
    '(?:unknown|no such|invalid|nonexist\\w+|non-exist\\w+|unrecogni[sz]ed|bad|undefined|unrouteable|unroutable|not a (?:valid|known)) (?:or (?:illegal|invalid) )?(?:local )?(?:user|recipient|mail ?box|address|account|alias|addressee|destination|e-?mail|local part)',
    'no (?:valid recipients|mailbox|user|account|recipient|such person|valid (?:recipient|host))(?: (?:here|by that name|with))?',
    '(?:doesn.t|does not|do not|didn.t) have (?:an?|any) [^\\n]{0,60}account|isn.t (?:in|on) our (?:system|directory)|not (?:listed in|our customer)',
    '(?:address|recipient) (?:you entered )?couldn.t be found|wasn.t found at|recipnotfound|resolver\\.adr|mailbox unavailable|address rejected|user (?:is )?not local',
    'пользовател\\w+ не (?:найден|существует)|ящик не (?:найден|существует)|nie istnieje|n.existe pas|inconnu|existiert nicht|unbekannt',
  ].join('|'),
  'iu',
);

const HOST =
  /(?:host|domain|name|server)\b[^\n]{0,60}(?:unknown|not (?:found|exist|known|resolv)|doesn.t exist|does not exist|couldn.t be found)|no such (?:domain|host)|(?:unknown|invalid|bad) (?:mail |destination )?(?:host|domain)|nxdomain|illegal host|unrouteable (?:mail )?domain|couldn.t find any host|name service error|null ?mx|does not accept (?:any )?(?:e-?)?mail|domain is not (?:hosted|configured)/i;

const SENDER = /sender|mail from|from:|your (?:domain|address|ip|server|host)|reverse|client|helo/i;

/**
 * Is the address itself wrong, so that no later try can help? A full mailbox, a policy or a busy server is not the address's
 * fault. The words decide where they are clear, the status code otherwise.
 */
export function unreachableForGood(status: string | null, diagnostic: string, words: string): boolean {
  const text = diagnostic || words.slice(0, 3000);
  const detail = status?.slice(2) ?? '';
  if (status?.startsWith('2.') || FULL.test(text) || /^(?:1\.[78]|2\.[2-4]|3\.)/.test(detail)) return false;
  if (status?.startsWith('4.')) return detail === '1.2' && HOST.test(text);
  if (NULL_MX.test(text) || detail === '7.27') return true;
  const unknown = UNKNOWN.test(text) && !(SENDER.test(text) && !detail.startsWith('1.'));
  if (/^1\.(?:1|2|3|6|10)$/.test(detail)) return unknown || HOST.test(text) || !POLICY.test(text);
  if (unknown) return !detail.startsWith('7.') || diagnostic !== '';
  if (/^[27]\./.test(detail) || POLICY.test(text)) return false;
  return detail === '4.4' || HOST.test(text);
}

const NULL_MX =
  /null ?mx|does not accept (?:any )?(?:e-?)?mail|no mx record found|(?:couldn.t|could not) find (?:any host|a mail exchanger)/i;

/** The most telling status code in free text: an enhanced one, else the reply code of SMTP as its class. */
export function statusInText(text: string): string | null {
  const enhanced = [...text.slice(0, 20_000).matchAll(/(?<![\d.])([45]\.\d{1,2}\.\d{1,3})(?![\d.]*\d)/g)].map(
    (m) => m[1] ?? '',
  );
  const telling = enhanced.find((s) => !s.endsWith('.0')) ?? enhanced.find((s) => !s.endsWith('.0.0')) ?? enhanced[0];
  if (telling) return telling;
  const reply = /(?:^|[\s:>(<"'])([45][0-7]\d)[ -]/m.exec(text.slice(0, 20_000))?.[1];
  return reply ? `${reply[0]}.0.0` : null;
}

const ADDRESS = /[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9.-]{1,253}\w/g;

/** The first address in the text that is neither the reader's nor the mail system's own. */
export function recipientInText(text: string, own: ReadonlySet<string>): string | null {
  const candidates = [...text.slice(0, 20_000).matchAll(ADDRESS)].map((m) => m[0].toLowerCase());
  const strangers = candidates.filter(
    (a) => !own.has(a) && !/^(?:mailer-daemon|postmaster|abuse|support|help(?:desk)?)@/.test(a),
  );
  return strangers[0] ?? null;
}
