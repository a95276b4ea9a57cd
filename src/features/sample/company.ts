import type { OptionTerms } from '../../contract/negotiation.ts';

/**
 * The sample company: one IT and field-service firm with four clients, as data. Tests, the running product and a newcomer's first
 * look use the same one. Days count back from the moment it is planted.
 */
export type SampleClient = {
  readonly key: string;
  readonly name: string;
  readonly lang: 'en' | 'ru' | 'pl' | 'fr';
  readonly domain: string;
  readonly since: string;
  readonly contacts: readonly { key: string; name: string; may: 'see' | 'talk' | 'decide'; role: string }[];
  readonly agreement: { title: string; opens: string; closes: string; clause: string; hoursAMonth: number };
  readonly has: readonly { name: string; from: string | null }[];
};

export const CLIENTS: readonly SampleClient[] = [
  {
    key: 'acme',
    name: 'ACME Foundry',
    lang: 'en',
    domain: 'acme-foundry.example',
    since: '2016-03-01',
    contacts: [
      { key: 'nowak', name: 'Maria Nowak', may: 'decide', role: 'Plant manager' },
      { key: 'kowalski', name: 'Adam Kowalski', may: 'talk', role: 'Maintenance' },
    ],
    agreement: { title: 'Service agreement 2024', opens: '09:00', closes: '18:00', clause: '3.1', hoursAMonth: 40 },
    has: [{ name: 'Spare drive for line 2', from: 'Siemens' }],
  },
  {
    key: 'volga',
    name: 'Волга Логистика',
    lang: 'ru',
    domain: 'volga-logistika.example',
    since: '2019-09-15',
    contacts: [{ key: 'petrova', name: 'Ирина Петрова', may: 'decide', role: 'ИТ-директор' }],
    agreement: { title: 'Договор поддержки № 118', opens: '08:00', closes: '20:00', clause: '2.4', hoursAMonth: 60 },
    has: [{ name: 'Сканеры штрихкодов', from: null }],
  },
  {
    key: 'bialy',
    name: 'Biały & Syn Druk',
    lang: 'pl',
    domain: 'bialy-druk.example',
    since: '2021-01-10',
    contacts: [{ key: 'bialy', name: 'Jan Biały', may: 'decide', role: 'Właściciel' }],
    agreement: { title: 'Umowa serwisowa', opens: '07:00', closes: '15:00', clause: '4', hoursAMonth: 12 },
    has: [{ name: 'Serwer plików', from: null }],
  },
  {
    key: 'loire',
    name: 'Clinique de la Loire',
    lang: 'fr',
    domain: 'clinique-loire.example',
    since: '2018-05-20',
    contacts: [{ key: 'martin', name: 'Claire Martin', may: 'decide', role: 'Directrice technique' }],
    agreement: { title: 'Contrat de maintenance', opens: '08:00', closes: '19:00', clause: '5.2', hoursAMonth: 30 },
    has: [{ name: 'Onduleur du bloc B', from: 'Schneider' }],
  },
];

export type SampleRequest = {
  readonly client: string;
  readonly contact: string;
  readonly daysAgo: number;
  readonly subject: string;
  readonly words: string;
  readonly lang: 'en' | 'ru' | 'pl' | 'fr';
  readonly minutes: number;
  /** What we wrote down for ourselves about it. */
  readonly note?: string;
  /** What happens next, days from now. */
  readonly next?: { readonly text: string; readonly inDays: number; readonly ball?: 'ours' | 'theirs' };
  readonly interest?: string;
  readonly conditions?: readonly { text: string; free?: boolean }[];
  readonly question?: string;
  readonly place?: {
    reasonable: 'yes' | 'no';
    possible: 'yes' | 'no';
    kind?: string;
    evidence?: string;
    reason: string;
  };
  readonly theirs?: { reasonable: 'yes' | 'no'; possible: 'yes' | 'no' };
  readonly options?: readonly {
    title: string;
    /** Done on the next such day (0 = Sunday) that is at least three days away, at that hour. */
    by?: { weekday: number; hour: number };
    terms: Partial<OptionTerms> & { text: string };
  }[];
  /** What the client says to each option, in order. */
  readonly answers?: readonly ('works' | 'works-if' | 'does-not-work' | null)[];
  /** We say “works” to the option they said it to. */
  readonly agreed?: boolean;
  readonly promise?: {
    text: string;
    inDays: number;
    hours: number;
    settled?: 'kept' | 'exceeded' | 'broken';
    afterDays?: number;
  };
  readonly closed?: boolean;
};

export const REQUESTS: readonly SampleRequest[] = [
  {
    client: 'acme',
    contact: 'nowak',
    daysAgo: 1,
    lang: 'en',
    minutes: 35,
    subject: 'Weekend work on line 2, at no charge',
    note: 'Maria sounded worried: two Mondays were lost this year. Piotr is free on Friday evening.',
    words:
      'Hello, could you replace the drive on line 2 on Saturday at 10:00, at no charge please? The line has to run on Monday morning. We already have the spare drive here from Siemens.',
    interest: 'the line has to run on Monday morning',
    conditions: [{ text: 'at no charge please', free: true }],
    question: 'When does the last shift on Friday end?',
    place: { reasonable: 'no', possible: 'yes', kind: 'outside-hours', reason: 'Saturday is outside coverage' },
    theirs: { reasonable: 'yes', possible: 'yes' },
    options: [
      {
        title: 'Friday night',
        by: { weekday: 5, hour: 23 },
        terms: {
          text: 'We start on Friday at 17:00 and go on until the line runs.',
          effortHours: 6,
          weDo: [{ text: 'Replace the drive on Friday night', hours: 4 }],
          youDo: [{ text: 'Clear line 2 by Friday 16:30' }],
        },
      },
      {
        title: 'Saturday at half price',
        by: { weekday: 6, hour: 16 },
        terms: {
          text: 'One engineer on Saturday from 08:00.',
          effortHours: 8,
          costs: [{ label: 'Saturday work', minor: 48_000, currency: 'EUR' }],
          weDo: [{ text: 'Replace the drive on Saturday', hours: 8 }],
          youDo: [{ text: 'Somebody with keys on site' }],
        },
      },
    ],
    answers: ['works-if', 'does-not-work'],
  },
  {
    client: 'acme',
    contact: 'kowalski',
    daysAgo: 3,
    lang: 'en',
    minutes: 10,
    subject: 'Badge reader at gate 3 rejects new badges',
    note: 'Same reader as in March; the maker has a new firmware for it.',
    next: { text: 'Load the firmware and try a new badge', inDays: -0.2 },
    words: 'Since Tuesday the reader at gate 3 rejects every new badge. Old ones work.',
    interest: 'new people must get in',
    place: { reasonable: 'yes', possible: 'yes', reason: 'Covered, and we know how' },
    promise: { text: 'New firmware on the reader at gate 3', inDays: 4, hours: 2 },
  },
  {
    client: 'acme',
    contact: 'nowak',
    daysAgo: 26,
    lang: 'en',
    minutes: 95,
    subject: 'Guarantee that the line never stops',
    note: 'Behind it: the downtime of last autumn. Talk about spare parts on site instead.',
    next: { text: 'Show Maria what spare parts on site would change', inDays: 2 },
    words: 'We want a guarantee that line 1 never stops again.',
    interest: 'no more lost Mondays',
    place: {
      reasonable: 'no',
      possible: 'no',
      kind: 'outside-scope',
      evidence: 'no drive maker gives such a guarantee',
      reason: 'Nobody can guarantee this',
    },
  },
  {
    client: 'acme',
    contact: 'nowak',
    daysAgo: 60,
    lang: 'en',
    minutes: 40,
    subject: 'Backup before the stocktaking',
    note: 'The stocktaking takes three days, nobody books meanwhile.',
    words: 'Could you make a full backup before our stocktaking on the 30th?',
    interest: 'nothing lost during stocktaking',
    place: { reasonable: 'yes', possible: 'yes', reason: 'Covered' },
    promise: { text: 'Full backup, restored once to prove it', inDays: 5, hours: 3, settled: 'exceeded', afterDays: 3 },
    closed: true,
  },
  {
    client: 'volga',
    contact: 'petrova',
    daysAgo: 2,
    lang: 'ru',
    minutes: 25,
    subject: 'Перенести сервер за одну ночь',
    note: 'Ирина торопится: в пятницу большая отгрузка. Перенос частями за две ночи возможен.',
    next: { text: 'Предложить перенос за две ночи', inDays: 1 },
    words: 'Добрый день! Нам нужно перенести складской сервер за одну ночь, без остановки отгрузки.',
    interest: 'отгрузка не должна останавливаться',
    conditions: [{ text: 'без остановки отгрузки' }],
    question: 'В котором часу последняя отгрузка?',
    place: {
      reasonable: 'yes',
      possible: 'no',
      kind: 'technical',
      evidence: 'копирование занимает 14 часов',
      reason: 'За одну ночь не успеть',
    },
  },
  {
    client: 'volga',
    contact: 'petrova',
    daysAgo: 40,
    lang: 'ru',
    minutes: 30,
    subject: 'Сканеры не видят новые этикетки',
    note: 'Новый поставщик этикеток печатает другой код.',
    words: 'Сканеры не читают новые этикетки. Старые читают.',
    interest: 'склад должен принимать товар',
    place: { reasonable: 'yes', possible: 'yes', reason: 'Входит в договор' },
    promise: { text: 'Обновить настройки сканеров', inDays: 3, hours: 2, settled: 'kept', afterDays: 3 },
    closed: true,
  },
  {
    client: 'volga',
    contact: 'petrova',
    daysAgo: 95,
    lang: 'ru',
    minutes: 55,
    subject: 'Отчёт по остаткам к утру',
    note: 'Отчёт опоздал на два дня: не было доступа к архиву. Извинились по телефону.',
    words: 'Нужен отчёт по остаткам к утру понедельника.',
    interest: 'совет директоров в понедельник',
    place: { reasonable: 'yes', possible: 'yes', reason: 'Успеваем' },
    promise: { text: 'Отчёт по остаткам', inDays: 2, hours: 3, settled: 'broken', afterDays: 4 },
    closed: true,
  },
  {
    client: 'bialy',
    contact: 'bialy',
    daysAgo: 0,
    lang: 'pl',
    minutes: 5,
    subject: 'Druk stoi, proszę o pomoc',
    words: 'Dzień dobry, maszyna drukarska nie widzi kolejki zadań. Proszę o pomoc jeszcze dziś.',
  },
  {
    client: 'bialy',
    contact: 'bialy',
    daysAgo: 18,
    lang: 'pl',
    minutes: 70,
    subject: 'Rabat na licencje',
    note: 'Cennik nie przewiduje takiego rabatu; można za to zejść z dwóch nieużywanych licencji.',
    next: { text: 'Czekamy, które licencje są potrzebne', inDays: 3, ball: 'theirs' },
    words: 'Konkurencja daje 30 % rabatu na licencje. Prosimy o to samo.',
    interest: 'koszty licencji muszą spaść',
    place: { reasonable: 'no', possible: 'yes', kind: 'free-of-charge', reason: 'Rabat poza cennikiem' },
  },
  {
    client: 'loire',
    contact: 'martin',
    daysAgo: 5,
    lang: 'fr',
    minutes: 45,
    subject: 'Intervention la nuit au bloc B',
    note: 'Le bloc est libre le dimanche matin aussi ; à proposer.',
    next: { text: 'Proposer le dimanche matin', inDays: 0.1 },
    words: "Bonjour, pouvez-vous intervenir la nuit au bloc B ? De jour, c'est impossible à cause des patients.",
    interest: 'aucun patient dérangé',
    conditions: [{ text: 'la nuit au bloc B' }],
    place: { reasonable: 'no', possible: 'yes', kind: 'outside-hours', reason: 'La nuit est hors couverture' },
  },
  {
    client: 'loire',
    contact: 'martin',
    daysAgo: 75,
    lang: 'fr',
    minutes: 20,
    subject: 'Nouvel écran à l’accueil',
    note: 'Un écran identique est en réserve chez nous.',
    words: "L'écran de l'accueil est noir depuis ce matin.",
    interest: "l'accueil doit fonctionner",
    place: { reasonable: 'yes', possible: 'yes', reason: 'Couvert' },
    promise: { text: "Remplacer l'écran de l'accueil", inDays: 4, hours: 1, settled: 'kept', afterDays: 1 },
    closed: true,
  },
];
