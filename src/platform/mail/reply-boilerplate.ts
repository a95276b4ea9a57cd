import { words } from './reply-words.ts';

const SUBJECT = words(
  'e-?mail|message|communication|transmission|information|informations|wiadomość|wiadomości|сообщение|письмо|сообщения|courriel|nachricht|mensaje|messaggio|attachments?|załącznik\\p{L}*|pièces jointes',
);
const LEGAL = words(
  'confidential|privileged|intended (?:solely|only|recipient)|unauthori[sz]ed|disclaimer|poufn\\p{L}+|wyłącznie dla|adresat\\p{L}*|конфиденциальн\\p{L}+|предназначен\\p{L}*|адресат\\p{L}*|' +
    'confidentiel\\p{L}*|destinataire|non autorisée?|vertraulich\\p{L}*|confidencial\\p{L}*|riservat\\p{L}+',
);
const GREEN =
  /(?:consider|think of|respect) the environment|before printing|думайте об экологии|прежде чем (?:рас)?печатать|zanim wydrukujesz|pomyśl o środowisku|pensez à l.environnement|n.imprim\p{L}+ (?:ce|que)/iu;
const SCANNED =
  /^\W*(?:virus-free|this (?:e-?mail|message) (?:has been|was) (?:checked|scanned)|ce (?:message|courriel|mail) a été (?:vérifié|analysé)|это (?:сообщение|письмо) проверено|ta wiadomość (?:e-?mail )?została (?:sprawdzona|przeskanowana)|diese e-?mail wurde)/iu;
const EXTERNAL =
  /^\W*(?:caution|warning|external|attention|uwaga|внимание|achtung).{0,40}(?:external|outside|zewn|внешн|extern)/iu;
const LIST_FOOTER =
  /^\W*(?:you (?:are receiving|received) this|to (?:unsubscribe|view this)|unsubscribe|reply to this (?:e-?mail|message) directly|view it on|чтобы отписаться|aby (?:się )?wypisać|pour vous désabonner)/iu;

/** A paragraph that a firm or a program adds to every mail: confidentiality, environment, virus scan, list footer. */
export function isBoilerplate(paragraph: string): boolean {
  const text = paragraph.slice(0, 1500);
  if (GREEN.test(text) || SCANNED.test(text) || LIST_FOOTER.test(text)) return true;
  return text.length > 80 && SUBJECT.test(text) && LEGAL.test(text) && twice(text);
}

/** A warning that a mail gateway puts on top. */
export function isBanner(paragraph: string): boolean {
  return paragraph.length <= 600 && (EXTERNAL.test(paragraph) || /^\s*\[(?:external|ext)\]\s*$/i.test(paragraph));
}

/** One legal word may be anybody's; a notice uses several. */
function twice(text: string): boolean {
  const first = LEGAL.exec(text);
  return first !== null && LEGAL.test(text.slice(first.index + first[0].length));
}
