import type { SampleRequest } from './company.ts';

/**
 * Two past quarters of the sample company, so that reviews and Insights have something to say. `quarter` counts back from the present
 * one, `day` from its first day. Written as people write; shorter than the requests one can work on.
 */
export type PastRequest = Omit<SampleRequest, 'daysAgo'> & {
  readonly quarter: 1 | 2;
  readonly day: number;
  /** How we answered first. */
  readonly first: 'call' | 'invitation' | 'reply';
  /** How often they had to say their interest again. */
  readonly saidAgain?: number;
};

type Short = Partial<Omit<PastRequest, 'place'>>;
const free = { reasonable: 'no', possible: 'yes', kind: 'free-of-charge', reason: 'Not in the price list' } as const;
const hours = { reasonable: 'no', possible: 'yes', kind: 'outside-hours', reason: 'Outside coverage' } as const;
const scope = { reasonable: 'no', possible: 'yes', kind: 'outside-scope', reason: 'Not in the agreement' } as const;
const capacity = {
  reasonable: 'yes',
  possible: 'no',
  kind: 'capacity',
  evidence: 'plan of the week',
  reason: 'Nobody free',
} as const;
const third = {
  reasonable: 'yes',
  possible: 'no',
  kind: 'third-party',
  evidence: 'their delivery date',
  reason: 'The maker is late',
} as const;
const limit = {
  reasonable: 'no',
  possible: 'no',
  kind: 'outside-scope',
  evidence: 'data sheet',
  reason: 'Nobody builds this',
} as const;
const yes = { reasonable: 'yes', possible: 'yes', reason: 'Covered' } as const;

const past =
  (client: string, contact: string, lang: PastRequest['lang']) =>
  (
    quarter: 1 | 2,
    day: number,
    minutes: number,
    place: NonNullable<SampleRequest['place']>,
    subject: string,
    words: string,
    more: Short = {},
  ): PastRequest => ({
    client,
    contact,
    lang,
    quarter,
    day,
    minutes,
    place,
    subject,
    words,
    interest: words,
    first: place === yes ? 'reply' : 'call',
    closed: true,
    ...more,
  });
/** Two options on the table, the first of which both said works. */
const found = (title: string, other: string): Short => ({
  options: [title, other].map((name) => ({ title: name, terms: { text: name } })),
  answers: ['works', null],
  agreed: true,
});
const kept = (text: string, afterDays = 3) => ({
  promise: { text, inDays: 4, hours: 2, settled: 'kept' as const, afterDays },
});
const broken = (text: string) => ({ promise: { text, inDays: 2, hours: 3, settled: 'broken' as const, afterDays: 5 } });
const more = (text: string) => ({ promise: { text, inDays: 5, hours: 3, settled: 'exceeded' as const, afterDays: 3 } });

const acme = past('acme', 'nowak', 'en');
const acmeToo = past('acme', 'kowalski', 'en');
const volga = past('volga', 'petrova', 'ru');
const bialy = past('bialy', 'bialy', 'pl');
const loire = past('loire', 'martin', 'fr');

export const PAST: readonly PastRequest[] = [
  acme(2, 4, 190, hours, 'Sunday start of line 1', 'Line 1 must start on Sunday night, somebody has to be here.', {
    saidAgain: 2,
  }),
  acmeToo(
    2,
    11,
    25,
    yes,
    'Printer in the control room',
    'The printer in the control room prints blank pages.',
    kept('New drum for the printer'),
  ),
  acme(2, 19, 260, hours, 'Easter shift', 'We run over Easter this year and need you on call.', {
    saidAgain: 1,
    ...found('On call by telephone, two hours a day', 'One engineer on site on Monday'),
  }),
  acme(
    2,
    33,
    120,
    free,
    'Second training at no charge',
    'Half of the people missed the training; we expect it again for free.',
    { first: 'reply' },
  ),
  acmeToo(
    2,
    41,
    140,
    hours,
    'Saturday inspection',
    'The inspector only comes on Saturdays.',
    broken('Report for the inspector'),
  ),
  acme(2, 55, 75, third, 'Spare parts by Monday', 'We need the drive parts here by Monday, not in three weeks.'),
  acmeToo(
    2,
    70,
    30,
    yes,
    'New badge printer',
    'We need a second badge printer at gate 1.',
    more('Badge printer installed and people shown how'),
  ),
  acme(1, 6, 80, hours, 'Night work before the audit', 'Could you work the night before the audit?', {
    ...kept('Night work before the audit', 4),
    ...found('Friday night instead', 'The night itself, at half price'),
  }),
  acmeToo(
    1,
    14,
    20,
    yes,
    'Alarm of the compressor',
    'The compressor alarm comes on every morning.',
    kept('Alarm threshold of the compressor'),
  ),
  acme(1, 29, 60, third, 'Firmware from the maker', 'The firmware was promised for this month.', { saidAgain: 1 }),
  acmeToo(
    1,
    45,
    25,
    yes,
    'Access for the new shift',
    'Twelve new people need access by Friday.',
    more('Access for twelve people'),
  ),
  acme(1, 68, 90, free, 'Spare drive on loan', 'Lend us a drive until ours arrives, please.', {
    ...found('A drive on loan for two weeks', 'Buy ours at a discount'),
    first: 'invitation',
  }),
  volga(2, 8, 150, capacity, 'Четыре человека на завтра', 'Завтра инвентаризация, нужны четыре человека.', {
    saidAgain: 1,
  }),
  volga(
    2,
    27,
    95,
    capacity,
    'Переезд склада за неделю',
    'Склад переезжает через неделю, нужна вся команда.',
    broken('План переезда склада'),
  ),
  volga(2, 50, 20, yes, 'Принтер этикеток', 'Принтер этикеток печатает бледно.', kept('Замена головки принтера')),
  volga(1, 12, 60, capacity, 'Инвентаризация в ноябре', 'Снова инвентаризация, снова нужны люди.', {
    ...found('Двое на всю неделю', 'Четверо на один день'),
    first: 'invitation',
  }),
  volga(
    1,
    37,
    25,
    yes,
    'Новый терминал на воротах',
    'На воротах 4 не работает терминал.',
    kept('Терминал на воротах 4'),
  ),
  volga(1, 60, 40, limit, 'Сеть без единого обрыва', 'Гарантируйте, что сеть не прервётся ни разу.'),
  bialy(2, 15, 85, scope, 'Strona internetowa przy okazji', 'Skoro już jesteście, poprawcie nam też stronę.', {
    first: 'reply',
  }),
  bialy(2, 44, 65, free, 'Przegląd gratis', 'Poprzednia firma robiła przegląd gratis.'),
  bialy(1, 20, 20, yes, 'Kolejka wydruku', 'Zadania znikają z kolejki wydruku.', kept('Nowy sterownik kolejki')),
  bialy(1, 52, 45, scope, 'Telefony w biurze', 'Telefony też moglibyście nam ustawić.', {
    ...found('Telefony przy następnej wizycie', 'Osobne zlecenie'),
    first: 'invitation',
  }),
  loire(2, 9, 170, hours, 'Intervention de nuit aux urgences', 'Aux urgences, on ne peut intervenir que la nuit.', {
    saidAgain: 2,
  }),
  loire(
    2,
    38,
    30,
    yes,
    'Badge du bloc A',
    'Le lecteur du bloc A refuse un badge sur deux.',
    kept('Lecteur du bloc A remplacé'),
  ),
  loire(1, 17, 70, hours, 'Coupure le dimanche', 'La coupure doit avoir lieu un dimanche.', {
    ...kept('Coupure du dimanche préparée'),
    ...found('Le samedi soir, dès 20 h', 'Le dimanche, majoré de moitié'),
  }),
  loire(
    1,
    48,
    25,
    yes,
    'Écran de la pharmacie',
    "L'écran de la pharmacie clignote.",
    more('Écran remplacé et câble rangé'),
  ),
  loire(1, 70, 15, yes, 'Boîte vocale du standard', 'La boîte vocale du standard est pleine.', kept('Boîte vidée', 1)),
  bialy(1, 66, 15, yes, 'Skaner w recepcji', 'Skaner w recepcji nie wysyła poczty.', kept('Nowe hasło skanera', 1)),
  acmeToo(1, 74, 20, yes, 'Clock in hall 2', 'The clock in hall 2 is seven minutes late.', kept('Clock set', 2)),
];
