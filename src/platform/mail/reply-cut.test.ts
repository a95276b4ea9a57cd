import { describe, expect, it } from 'vitest';
import { cutReply } from './reply-cut.ts';

const QUOTE = '> Could you tell us when it suits you?\n> Support';
const OLD = 'Could you tell us when it suits you?\nSupport';

/** Every row: what the person wrote, then how a mail program goes on. */
const AFTER: ReadonlyArray<readonly [string, string]> = [
  ['Gmail, English', `On Mon, Nov 2, 2026 at 9:14 AM Support <support@firm.example> wrote:\n\n${QUOTE}`],
  [
    'Gmail, English, wrapped',
    `On Mon, Nov 2, 2026 at 9:14 AM Support of the Firm <\nsupport@firm.example> wrote:\n\n${QUOTE}`,
  ],
  ['Gmail, English, not quoted', `On Mon, Nov 2, 2026 at 9:14 AM Support <support@firm.example> wrote:\n\n${OLD}`],
  ['Gmail, Russian', `пн, 2 нояб. 2026 г. в 09:14, Support <support@firm.example>:\n\n${QUOTE}`],
  ['Gmail, Polish', `pon., 2 lis 2026 o 09:14 Support <support@firm.example> napisał(a):\n\n${QUOTE}`],
  ['Gmail, French', `Le lun. 2 nov. 2026 à 09:14, Support <support@firm.example> a écrit :\n\n${QUOTE}`],
  [
    'Gmail, French, wrapped',
    `Le lun. 2 nov. 2026 à 09:14, Support du Client <support@firm.example>\na écrit :\n\n${QUOTE}`,
  ],
  ['Gmail, German', `Am Mo., 2. Nov. 2026 um 09:14 Uhr schrieb Support <support@firm.example>:\n\n${QUOTE}`],
  ['Gmail, Spanish', `El lun, 2 nov 2026 a las 9:14, Support (<support@firm.example>) escribió:\n\n${QUOTE}`],
  ['Gmail, Italian', `Il giorno lun 2 nov 2026 alle ore 09:14 Support <support@firm.example> ha scritto:\n\n${QUOTE}`],
  ['Gmail, Ukrainian', `пн, 2 лист. 2026 р. о 09:14 Support <support@firm.example> пише:\n\n${QUOTE}`],
  ['Apple Mail, English', `> On 2 Nov 2026, at 09:14, Support <support@firm.example> wrote:\n> \n${QUOTE}`],
  ['Apple Mail, Russian', `> 2 нояб. 2026 г., в 09:14, Support <support@firm.example> написал(а):\n> \n${QUOTE}`],
  ['Apple Mail, Russian, not quoted', `2 нояб. 2026 г., в 09:14, Support <support@firm.example> написал(а):\n\n${OLD}`],
  [
    'Apple Mail, Polish',
    `Wiadomość napisana przez Support <support@firm.example> w dniu 2 lis 2026, o godz. 09:14:\n\n${QUOTE}`,
  ],
  ['Apple Mail, French', `Le 2 nov. 2026 à 09:14, Support <support@firm.example> a écrit :\n\n${OLD}`],
  ['Thunderbird, English', `On 02/11/2026 09:14, Support wrote:\n${QUOTE}`],
  ['Thunderbird, Russian', `02.11.2026 09:14, Support пишет:\n${QUOTE}`],
  ['Thunderbird, Polish', `W dniu 2.11.2026 o 09:14, Support pisze:\n${QUOTE}`],
  ['Thunderbird, French', `Le 02/11/2026 à 09:14, Support a écrit :\n${QUOTE}`],
  ['Thunderbird, German', `Am 02.11.26 um 09:14 schrieb Support:\n${QUOTE}`],
  [
    'Outlook, English',
    `From: Support <support@firm.example>\nSent: Monday, November 2, 2026 9:14 AM\nTo: Ada <ada@x.example>\nSubject: RE: Visit\n\n${OLD}`,
  ],
  [
    'Outlook, English, without addresses',
    `From: Support\nSent: Monday, November 2, 2026 9:14 AM\nTo: Ada\nSubject: RE: Visit\n\n${OLD}`,
  ],
  [
    'Outlook, English, after a title',
    `-----Original Message-----\nFrom: Support [mailto:support@firm.example] \nSent: Monday, November 2, 2026 9:14 AM\nTo: Ada\nSubject: RE: Visit\n\n${OLD}`,
  ],
  [
    'Outlook, Russian',
    `От: Support <support@firm.example> \nОтправлено: понедельник, 2 ноября 2026 г. 9:14\nКому: Ada <ada@x.example>\nТема: RE: Визит\n\n${OLD}`,
  ],
  [
    'Outlook, Russian, after a title',
    `-----Исходное сообщение-----\nОт: Support\nОтправлено: 2 ноября 2026 г. 9:14\nКому: Ada\nТема: Визит\n\n${OLD}`,
  ],
  [
    'Outlook, Polish',
    `Od: Support <support@firm.example>\nWysłano: poniedziałek, 2 listopada 2026 09:14\nDo: Ada <ada@x.example>\nTemat: RE: Wizyta\n\n${OLD}`,
  ],
  [
    'Outlook, Polish, after a title',
    `-----Wiadomość oryginalna-----\nFrom: Support\nSent: Monday, November 2, 2026 9:14 AM\nTo: Ada\nSubject: Wizyta\n\n${OLD}`,
  ],
  [
    'Outlook, French',
    `De : Support <support@firm.example> \nEnvoyé : lundi 2 novembre 2026 09:14\nÀ : Ada <ada@x.example>\nObjet : RE: Visite\n\n${OLD}`,
  ],
  [
    'Outlook, German',
    `Von: Support <support@firm.example>\nGesendet: Montag, 2. November 2026 09:14\nAn: Ada\nBetreff: AW: Besuch\n\n${OLD}`,
  ],
  [
    'Outlook on the web',
    `________________________________\nFrom: Support <support@firm.example>\nSent: Monday, November 2, 2026 9:14 AM\nTo: Ada <ada@x.example>\nSubject: Re: Visit\n\n${OLD}`,
  ],
  [
    'Outlook, bold headers',
    `*From:* Support <support@firm.example>\n*Sent:* Monday, November 2, 2026 9:14 AM\n*To:* Ada\n*Subject:* Re: Visit\n\n${OLD}`,
  ],
  [
    'Outlook for iOS',
    `Get Outlook for iOS<https://aka.ms/o0ukef>\n________________________________\nFrom: Support <support@firm.example>\nSent: Monday, November 2, 2026 9:14:00 AM\nTo: Ada\nSubject: Visit\n\n${OLD}`,
  ],
  [
    'Outlook for Android, Russian',
    `Скачать Outlook для Android<https://aka.ms/x>\n________________________________\nОт: Support\nОтправлено: 2 ноября 2026 г. 9:14\nКому: Ada\nТема: Визит\n\n${OLD}`,
  ],
  ['iPhone', `Sent from my iPhone\n\n> On 2 Nov 2026, at 09:14, Support <support@firm.example> wrote:\n> \n${QUOTE}`],
  [
    'iPhone, Russian',
    `Отправлено с iPhone\n\n> 2 нояб. 2026 г., в 09:14, Support <support@firm.example> написал(а):\n> \n${QUOTE}`,
  ],
  [
    'iPhone, Polish',
    `Wysłane z iPhone'a\n\n> Wiadomość napisana przez Support w dniu 02.11.2026, o godz. 09:14:\n> \n${QUOTE}`,
  ],
  [
    'iPhone, French',
    `Envoyé de mon iPhone\n\n> Le 2 nov. 2026 à 09:14, Support <support@firm.example> a écrit :\n> \n${QUOTE}`,
  ],
  [
    'Samsung',
    `Sent from my Galaxy\n\n-------- Original message --------\nFrom: Support <support@firm.example>\nDate: 02/11/2026 09:14 (GMT+01:00)\nTo: ada@x.example\nSubject: Visit\n\n${OLD}`,
  ],
  [
    'Samsung, Polish',
    `Wysłane z mojego Galaxy\n\n-------- Oryginalna wiadomość --------\nOd: Support <support@firm.example>\nData: 02.11.2026 09:14 (GMT+01:00)\nDo: ada@x.example\nTemat: Wizyta\n\n${OLD}`,
  ],
  ['mail.ru', `Понедельник, 2 ноября 2026, 9:14 +03:00 от Support <support@firm.example>:\n${QUOTE}`],
  [
    'mail.ru, with its line',
    `--\nАда\nОтправлено из Mail для iOS\n\nПонедельник, 2 ноября 2026, 9:14 +03:00 от Support <support@firm.example>:\n${QUOTE}`,
  ],
  ['Yandex', `02.11.2026, 09:14, "Support" <support@firm.example>:\n${QUOTE}`],
  [
    'Yandex, mobile',
    `Отправлено из мобильной Яндекс Почты: http://m.ya.ru/ymail\n\n02.11.2026, 09:14, Support <support@firm.example>:\n${QUOTE}`,
  ],
  ['Onet', `W dniu 2026-11-02 09:14:12 użytkownik Support <support@firm.example> napisał:\n${QUOTE}`],
  ['o2', `Dnia 2 listopada 2026 09:14 Support <support@firm.example> napisał(a):\n\n${OLD}`],
  [
    'Orange',
    `> Message du 02/11/26 09:14\n> De : "Support" <support@firm.example>\n> A : ada@x.example\n> Objet : Visite\n> \n${QUOTE}`,
  ],
  [
    'Zimbra',
    `----- Mail original -----\nDe: "Support" <support@firm.example>\nÀ: "ada" <ada@x.example>\nEnvoyé: Lundi 2 Novembre 2026 09:14:12\nObjet: Visite\n\n${OLD}`,
  ],
  [
    'Proton',
    `Sent with Proton Mail secure email.\n\nOn Monday, November 2nd, 2026 at 9:14 AM, Support <support@firm.example> wrote:\n\n${QUOTE}`,
  ],
  ['Yahoo', `On Monday, November 2, 2026 at 09:14:12 AM GMT+1, Support <support@firm.example> wrote:\n\n${OLD}`],
  ['an old text program', `support@firm.example writes:\n${QUOTE}`],
  ['nobody knows what', `2 November 2026, Support:\n${QUOTE}`],
  ['RFC signature', `-- \nAda Lovelace\nAnalytical Engines Ltd\n+44 20 7946 0000`],
  ['signature with a dash', `—\nAda Lovelace\nCEO at Engines`],
  [
    'signature after a formula, English',
    `Best regards,\nAda Lovelace\nAnalytical Engines Ltd\nTel. +44 20 7946 0000\nwww.engines.example`,
  ],
  ['signature after a formula, Russian', `С уважением,\nАда Лавлейс\nООО «Машины»\nтел. +7 495 123-45-67`],
  [
    'signature after a formula, Polish',
    `Pozdrawiam serdecznie,\nAda Nowak\nKierownik działu zakupów\ntel. 601 234 567`,
  ],
  ['signature after a formula, French', `Bien cordialement,\n\nAda Lefèvre\nResponsable achats\n06 12 34 56 78`],
  ['signature after a formula, German', `Mit freundlichen Grüßen\nAda Müller`],
  ['formula and name on one line', `С уважением, Ада`],
  ['formula alone', `Z poważaniem`],
  ['name and contact without a formula', `Ada Lovelace\nada@engines.example\n+44 20 7946 0000\nwww.engines.example`],
  [
    'signature and notice, English',
    `Kind regards,\nAda\n\nThis e-mail and any attachments are confidential and intended solely for the addressee. If you are not the intended recipient, please delete this message.`,
  ],
  [
    'signature and notice, Russian',
    `С уважением,\nАда\n\nЭто сообщение и вложения содержат конфиденциальную информацию и предназначены исключительно для адресата. Если письмо попало к вам по ошибке, удалите его.`,
  ],
  [
    'signature and notice, Polish',
    `Pozdrawiam\nAda\n\nTa wiadomość i załączniki są poufne i przeznaczone wyłącznie dla adresata. Jeżeli nie jesteście Państwo adresatem, prosimy o usunięcie wiadomości.`,
  ],
  [
    'signature and notice, French',
    `Cordialement,\nAda\n\nCe message et ses pièces jointes sont confidentiels et réservés à leur destinataire. Toute utilisation non autorisée est interdite.`,
  ],
  [
    'signature, then a quote',
    `Best regards,\nAda\n\nOn Mon, Nov 2, 2026 at 9:14 AM Support <support@firm.example> wrote:\n\n${QUOTE}`,
  ],
  ['virus scanner', `Virus-free. www.avast.com`],
  [
    'forward, English',
    `---------- Forwarded message ---------\nFrom: Bob <bob@x.example>\nDate: Mon, Nov 2, 2026 at 9:14 AM\nSubject: Visit\nTo: Ada\n\n${OLD}`,
  ],
  [
    'forward, Apple',
    `Begin forwarded message:\n\nFrom: Bob <bob@x.example>\nSubject: Visit\nDate: 2 November 2026 at 09:14\nTo: Ada\n\n${OLD}`,
  ],
  [
    'forward, Russian',
    `-------- Пересылаемое сообщение --------\nОт кого: Bob <bob@x.example>\nКому: Ada\nДата: 2 ноября 2026\nТема: Визит\n\n${OLD}`,
  ],
  [
    'forward, Polish',
    `-------- Wiadomość przekazana --------\nTemat: Wizyta\nData: 2 lis 2026\nNadawca: Bob <bob@x.example>\nAdresat: Ada\n\n${OLD}`,
  ],
  [
    'forward, French',
    `-------- Message transféré --------\nSujet : Visite\nDate : 2 nov. 2026\nDe : Bob <bob@x.example>\nPour : Ada\n\n${OLD}`,
  ],
  [
    'footer of a list',
    `_______________________________________________\nusers mailing list\nusers@lists.example\nhttps://lists.example/users`,
  ],
];

const WRITTEN = [
  'Monday at nine suits me.\n\nThe gate code is 4711.',
  'Понедельник подходит.\nКод ворот 4711.',
  'Pasuje mi poniedziałek.',
  'Oui, lundi me va.\n\n- neuf heures\n- ou dix heures',
];

describe('what was written now', () => {
  it.each(AFTER)('%s', (_, rest) => {
    for (const written of WRITTEN) expect(cutReply(`${written}\n\n${rest}`).newText).toBe(written);
  });

  it.each(AFTER.filter(([name]) => !/signature|formula|name and|virus|footer/.test(name)))(
    'nothing written above: %s',
    (_, rest) => {
      expect(cutReply(rest).newText).toBe('');
    },
  );

  it('answers between quotes are kept, the quotes are not', () => {
    const text = `On Mon, Nov 2, 2026 at 9:14 AM Support <s@firm.example> wrote:\n> When?\n\nMonday.\n\n> Where?\n\nAt the gate.\n\n-- \nAda`;
    expect(cutReply(text).newText).toBe('Monday.\n\nAt the gate.');
  });

  it('an answer below the quote is kept', () => {
    expect(cutReply(`Support pisze:\n${QUOTE}\n\nPoniedziałek.`).newText).toBe('Poniedziałek.');
  });

  it('a line that a program wrapped belongs to its quote', () => {
    const text = `Yes.\n\nOn 2 Nov 2026, Support wrote:\n> This is a rather long line of a quote that some program has broken in\nthe middle\n> and then went on.`;
    expect(cutReply(text).newText).toBe('Yes.');
  });

  it('words and the line above a quote may share a line', () => {
    const { newText, quotedText } = cutReply(
      'Yes, at nine. On Mon, Nov 2, 2026 at 9:14 AM, s@firm.example wrote:\n> When?',
    );
    expect([newText, quotedText]).toEqual([
      'Yes, at nine.',
      'On Mon, Nov 2, 2026 at 9:14 AM, s@firm.example wrote:\n> When?',
    ]);
  });

  it.each([
    ['a name between dashes', '---- Ada Lovelace wrote ----\n\n> When?'],
    ['a date and an address only', '2026/11/2 Ada <ada@x.example>\n\n> When?'],
    ['a date and a recipient only', 'Date: Mon, 2 Nov 2026 09:14:00 +0100\nTo: ada@x.example\n\nWhen?'],
    ['a link that was broken in two', 'On 2 Nov 2026, Bob wrote:\n\n> Look (https://x.example/a\n_b=3)\n>\n> When?'],
  ])('rare forms: %s', (_, rest) => expect(cutReply(`Monday.\n\n${rest}`).newText).toBe('Monday.'));

  it('a gateway’s warning on top is folded', () => {
    const text =
      'CAUTION: This email originated from outside of the organization. Do not click links.\n\nMonday suits me.';
    expect(cutReply(text).newText).toBe('Monday suits me.');
  });

  it('the sender’s name opens a signature where contact follows', () => {
    const text = 'Monday suits me.\n\nada lovelace\ndepartment of engines\nada@engines.example';
    expect(cutReply(text, { sender: 'Ada Lovelace' }).newText).toBe('Monday suits me.');
    expect(cutReply('Monday suits me.\n\nAda', { sender: 'Ada Lovelace' }).newText).toBe('Monday suits me.\n\nAda');
  });
});
