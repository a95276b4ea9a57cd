import { words } from './reply-words.ts';

/** Formulas that end a letter. After one of these only a signature follows. */
const FAREWELL =
  '(?:(?:thanks|thank you|many thanks)(?: and|,| &| in advance and)? )?(?:(?:best|kind|kindest|warm|warmest|with (?:best|kind|warm)|my best|friendly) ?)?(?:regards|wishes)|sincerely(?: yours)?|yours (?:sincerely|faithfully|truly)|(?:very )?respectfully|' +
  'с (?:наилучшими |добрыми |самыми )?(?:уважением|пожеланиями|приветом)|с наилучшими пожеланиями|искренне ваш[аи]?|всего (?:доброго|хорошего|наилучшего)|' +
  '(?:(?:serdecznie|gorąco) )?pozdrawiam(?: (?:serdecznie|ciepło|gorąco))?|(?:z|łączę) (?:poważaniem|wyrazami szacunku|wyrazy szacunku|pozdrowieniami|serdecznymi pozdrowieniami)|(?:serdeczne )?pozdrowienia|' +
  '(?:bien |très )?cordialement|(?:bien )?à vous|(?:sincères |meilleures |cordiales |respectueuses )?salutations(?: distinguées| cordiales)?|(?:avec )?mes (?:sincères |meilleures |cordiales )?salutations|respectueusement|amicalement|' +
  '(?:mit )?(?:freundlichen?|besten?|herzlichen?|viele|liebe|schöne) grü(?:ß|ss)en?|mfg|hochachtungsvoll|' +
  '(?:un )?(?:cordial(?:es)? )?saludos?(?: cordiales)?|atentamente|(?:cordiali |distinti )?saluti|cordialmente|atenciosamente|met vriendelijke groet(?:en)?|med vänliga hälsningar|med venlig hilsen';

const ENDING = '[\\s,.!;:–—-]*(?:\\p{Extended_Pictographic}\\ufe0f?\\s*)*';

const FAREWELL_LINE = new RegExp(`^\\s*(?:${FAREWELL})${ENDING}$`, 'iu');
/** The formula and the name on one line: "Pozdrawiam, Anna". */
const FAREWELL_NAME = new RegExp(`^\\s*(?:${FAREWELL})\\s*[,.!–—-]\\s*(?:\\p{Lu}[\\p{L}.'’-]*\\s*){1,4}$`, 'iu');

/** Thanks and good wishes may also be part of the message: they open a signature only where one clearly follows. */
const SOFT = new RegExp(
  `^\\s*(?:(?:many )?thanks(?: again| in advance| a lot| so much)?|thank you(?: very much| in advance)?|thx|cheers|best|all the best|take care|have a (?:nice|great|good) (?:day|evening|weekend)|` +
    `(?:заранее )?спасибо(?: заранее)?|благодарю|хорошего дня|удачи|(?:z góry )?(?:dziękuję|dzięki)(?: z góry)?|miłego dnia|` +
    `merci(?: d'avance| beaucoup)?|bonne (?:journée|soirée)|danke(?: im voraus)?|vielen dank|gracias|grazie)${ENDING}$`,
  'iu',
);

const CONTACT =
  /@[\w.-]+\.\w|(?:https?:\/\/|www\.)\S|(?:\+?\d[\d\s().-]{6,}\d)|(?:^|[\s|,])(?:tel|tél|phone|mob|mobile|cell|fax|e-?mail|skype|тел|моб|kom|nip|regon|krs|инн|огрн|siret|direct|office)[.:\s]/iu;
const ROLE = words(
  'ceo|cto|cfo|coo|manager|director|engineer|developer|consultant|specialist|assistant|president|head of|lead|sales|support|department|team|inc|ltd|llc|gmbh|ag|corp|company|group|' +
    'директор|менеджер|инженер|специалист|руководитель|начальник|отдел|бухгалтер|ооо|оао|зао|пао|ао|ип|' +
    'dyrektor|kierownik|specjalista|inżynier|księgowa|prezes|dział|sp|z o\\.o|s\\.a|' +
    'directeur|directrice|responsable|ingénieur|chargée?|service|sarl|sas|sa|geschäftsführer|leiter|leiterin|abteilung',
);

export function isFarewell(line: string): boolean {
  return line.length <= 90 && (FAREWELL_LINE.test(line) || FAREWELL_NAME.test(line));
}

export function isSoftFarewell(line: string): boolean {
  return line.length <= 50 && SOFT.test(line);
}

export function isContact(line: string): boolean {
  return line.length <= 150 && CONTACT.test(line);
}

/** Short lines without sentences: names, roles, addresses, numbers. */
export function looksLikeSignature(lines: readonly string[], strict: boolean): boolean {
  const full = lines.filter((l) => l.trim() !== '');
  if (full.length === 0) return !strict;
  if (full.length > (strict ? 14 : 20)) return false;
  const prose = full.filter(
    (l) => l.length > 90 || (/[.?!…]\s*$/.test(l) && l.trim().split(/\s+/).length > 6 && !isContact(l)),
  );
  if (prose.length > (strict ? 0 : full.length / 3)) return false;
  return !strict || full.some((l) => isContact(l)) || (full.length >= 2 && full.some((l) => ROLE.test(l)));
}

/** A name: one to four words that begin with a capital. */
export function looksLikeName(line: string): boolean {
  return line.length <= 60 && /^\s*[-–—]?\s*(?:\p{Lu}[\p{L}.'’-]*[\s,]*){1,4}$/u.test(line);
}

/** Does the line consist of words of the sender's name? */
export function isNameOf(line: string, sender: string): boolean {
  const own = new Set(nameWords(sender));
  const said = nameWords(line);
  return (
    own.size > 0 && said.length > 0 && said.length <= 4 && line.trim().length <= 60 && said.every((w) => own.has(w))
  );
}

function nameWords(text: string): string[] {
  return (
    text
      .slice(0, 100)
      .toLowerCase()
      .match(/\p{L}{2,}/gu) ?? []
  );
}

const SENT = words(
  'sent|отправлено|отправлен|wysłane|wysłano|wysłany|envoyé|envoyée|gesendet|enviado|inviato|verzonden|verstuurd|sendt|skickat|lähetetty|надіслано',
);
const VIA = words(
  "from|via|using|with|by|depuis|de mon|à partir (?:de|d')|avec|von|vom|mit|desde|desde mi|dal|da|dallo|vanaf|fra|från|с|со|из|через|z|ze|za pomocą|przy użyciu|w aplikacji|od",
);
const GET_APP =
  /^\s*(?:get|télécharger|obtenir|скачать|получить|загрузить|pobierz|holen sie sich|descargar|scarica|obtener)\s+\S{2,20}\s+(?:for|pour|для|dla|für|para|per)\s+\S{2,20}\s*(?:<\S+>)?\s*$/iu;
const MY = words('my|mon|ma|meinem|mi|mio|mijn|moje|mojego|моего|моей');
const DEVICE =
  /iphone|ipad|ipod|android|blackberry|galaxy|samsung|huawei|xiaomi|redmi|nokia|windows|outlook|gmail|yahoo|mail|почт|poczt|phone|телефон|telefon|mobile|smartphone|мобильн|mobiln|tablet|планшет|surface|proton|spark|thunderbird/iu;

/** "Sent from my iPhone", "Отправлено из мобильной Почты Mail.ru", "Get Outlook for iOS": a line that a program added. */
export function isAppLine(line: string): boolean {
  if (line.length > 300) return false;
  const text = line.replace(/<\S*>?|\(\s*https?:\S*|\[\S*\]|:?\s?https?:\S+/g, ' ').trim();
  if (text.length === 0 || text.length > 90) return false;
  if (GET_APP.test(text)) return true;
  const count = text.split(/\s+/).length;
  if (/^\s*von mein\S+ \S+(?: \S+)? gesendet\.?$/iu.test(text)) return true;
  if (
    !/^[\s*_-]*\p{L}/u.test(text) ||
    !SENT.test(text.slice(0, 14)) ||
    !VIA.test(text) ||
    count > 9 ||
    /[,;:?!]/.test(text)
  )
    return false;
  const last =
    text
      .replace(/[.\s]+$/, '')
      .split(/\s+/)
      .at(-1) ?? '';
  return MY.test(text) ? count <= 8 : DEVICE.test(text) || /^[\p{Lu}\d]/u.test(last);
}
