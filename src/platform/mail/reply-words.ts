/**
 * The words by which mail programs and people mark what is not new, per language and not per program. Dates need no list:
 * the names of months and weekdays come from Intl.
 */

const LOCALES = ['en', 'ru', 'pl', 'fr', 'de', 'es', 'it', 'pt', 'nl', 'uk', 'cs', 'da', 'nb', 'sv', 'fi'];

function calendarNames(): Set<string> {
  const names = new Set<string>();
  const add = (text: string): void => {
    for (const word of text.toLowerCase().match(/\p{L}{2,}/gu) ?? [])
      if (word.length > 2 || /[^a-z]/.test(word)) names.add(word);
  };
  for (const locale of LOCALES) {
    for (let i = 0; i < 12; i++) {
      const day = new Date(Date.UTC(2024, i, i + 1));
      for (const length of ['long', 'short'] as const) {
        const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: length, timeZone: 'UTC' });
        add(format.formatToParts(day).find((p) => p.type === 'month')?.value ?? '');
        add(new Intl.DateTimeFormat(locale, { weekday: length, timeZone: 'UTC' }).format(day));
      }
    }
  }
  return names;
}

const CALENDAR = calendarNames();

const NUMERIC_DATE =
  /(?<!\d)(?:\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}[:.]\d{2}(?::\d{2})?(?!\d))/;

/** A date or a time of day, in digits or with the name of a month or weekday. */
export function hasDate(text: string): boolean {
  if (NUMERIC_DATE.test(text)) return true;
  if (!/\d/.test(text)) return false;
  return (text.toLowerCase().match(/\p{L}{2,}/gu) ?? []).some((word) => CALENDAR.has(word));
}

/** Does the line begin like a date: with a number, a weekday or a month? */
export function startsWithDate(line: string): boolean {
  const first = /^[\s>*"'-]*(\p{L}{2,}|\d{1,4})/u.exec(line)?.[1] ?? '';
  return /^\d/.test(first) || CALENDAR.has(first.toLowerCase());
}

/** "… wrote", as programs put it above a quote. */
const WROTE = words(
  'wrote|writes|a écrit|écrit|schrieb|schreibt|escribió|ha scritto|scrive|escreveu|schreef|skrev|kirjoitti|a wrote|' +
    'napisał|napisała|napisał\\(a\\)|napisał/a|pisze|писал|писала|писал\\(а\\)|пишет|написал|написала|написал\\(а\\)|написав|написала|пише|napsal|napsala|napsal\\(a\\)|írta|a scris',
);

export const hasWrote = (text: string): boolean => WROTE.test(text);

/** How the line above a quote begins: "On …", "Le …", "W dniu …". */
const INTRO = /^[\s>*-]*(?:On|Le|Am|W dniu|Dnia|El(?: día)?|Il(?: giorno)?|In data|Em|Op|Den|Dne|Pe|В)\s/u;

export const hasIntro = (line: string): boolean => INTRO.test(line);

export type HeaderKind = 'from' | 'to' | 'cc' | 'date' | 'subject';

const HEADER_KEYS: Record<HeaderKind, string> = {
  from: 'from|de|von|van|da|от|от кого|од|od|nadawca|fra|från|lähettäjä|отправитель|expéditeur|remitente|mittente|від|发件人|寄件者|差出人',
  to: 'to|à|a|an|aan|para|кому|do|komu|adresat|til|till|получатель|destinataire|destinatario|pour|收件人|收件者|宛先',
  cc: 'cc|copie à|copie|kopia|do wiadomości|dw|копия|kopie|kopi|cci|bcc|reply-to|répondre à|importance',
  date: 'date|sent|envoyé|envoyé le|gesendet|datum|verzonden|inviato|data|enviado|fecha|отправлено|дата|wysłano|wysłane|data wysłania|dato|sendt|skickat|message du|надіслано|发送时间|日期|送信日時',
  subject:
    'subject|objet|sujet|betreff|onderwerp|oggetto|asunto|assunto|тема|temat|emne|ämne|aihe|předmět|主题|主旨|件名',
};

const HEADER_LINE = new RegExp(
  `^[\\s>|]*[*_]{0,2}(${Object.values(HEADER_KEYS).join('|')})[*_]{0,2}\\s?[:：][*_]{0,2}(?:\\s|\\S|$)`,
  'iu',
);

const KIND_OF = new Map(
  (Object.entries(HEADER_KEYS) as Array<[HeaderKind, string]>).flatMap(([kind, keys]) =>
    keys.split('|').map((key): [string, HeaderKind] => [key, kind]),
  ),
);

/** `From:`, `Sent:`, `Тема:` … at the start of a line; null for every other line. */
export function headerKind(line: string): HeaderKind | null {
  const key = HEADER_LINE.exec(line)?.[1]?.toLowerCase();
  return key === undefined ? null : (KIND_OF.get(key) ?? null);
}

/** "Original message", "Пересылаемое сообщение" …: a line of its own, between dashes or before a colon. */
const OLDER = words(
  'original message|forwarded message|begin forwarded message|reply message|original appointment|' +
    "message d'origine|message original|message initial|message transféré|début du message transféré|début du message réexpédié|courriel original|" +
    'ursprüngliche nachricht|weitergeleitete nachricht|originalnachricht|anfang der weitergeleiteten nachricht|' +
    'mensaje original|mensaje reenviado|messaggio originale|messaggio inoltrato|mensagem original|mensagem encaminhada|' +
    'исходное сообщение|оригинальное сообщение|первоначальное сообщение|пересылаемое сообщение|пересланное сообщение|переадресованное сообщение|начало переадресованного сообщения|начало пересылаемого сообщения|' +
    'wiadomość oryginalna|oryginalna wiadomość|wiadomość przekazana|przekazana wiadomość|wiadomość napisana przez|początek przekazywanej wiadomości|treść przekazanej wiadomości|' +
    'oprindelig besked|opprinnelig melding|ursprungligt meddelande|oorspronkelijk bericht|doorgestuurd bericht|původní zpráva',
);

/** A line that says that older mail begins: between dashes or before a colon. */
export function saysOlder(line: string): boolean {
  if (line.length > 200) return false;
  const bare = line
    .replace(/^[\s>*_=-]+/, '')
    .replace(/[\s*_=-]+$/, '')
    .replaceAll('’', "'");
  if (bare.length === 0 || bare.length > 60) return false;
  const dashed = /^[\s>*]*[-_=]{2,}/.test(line);
  const rest = bare.replace(OLDER, '').replace(/[\s:]/g, '');
  return OLDER.test(bare) && rest.length <= 12 && (dashed || bare.endsWith(':'));
}

/** A few words between dashes: in whatever language, above mail headers it opens older mail. */
export function isTitle(line: string): boolean {
  return line.length <= 80 && /^\s*[-_=]{3,}\s*\p{L}.*\p{L}\s*[-_=]{3,}\s*$/u.test(line);
}

/** Whole words in any script; `\b` knows ASCII only. */
export function words(alternatives: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives})(?![\\p{L}\\p{N}])`, 'iu');
}
