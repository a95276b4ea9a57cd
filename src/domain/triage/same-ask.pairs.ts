type Pair = readonly [
  first: readonly [subject: string, text: string],
  second: readonly [subject: string, text: string],
  same: boolean,
];

const WEEKEND_EN = [
  'Weekend work on line 2',
  'We need your crew here on Saturday to overhaul line 2. As good customers we expect that there is no charge for it.',
] as const;
const DISCOUNT_EN = [
  'Discount on spare parts',
  'Other suppliers give us 20 percent on spare parts. We would like the same discount from you for all orders this year.',
] as const;
const HOTLINE_RU = [
  'Круглосуточная поддержка',
  'Нам нужна телефонная поддержка круглосуточно, включая выходные, без изменения договора.',
] as const;
const REPORT_RU = [
  'Выгрузка отчёта в Excel',
  'Просим доработать отчёт по складу: нужна выгрузка остатков в Excel по каждому цеху.',
] as const;
const TRAINING_PL = [
  'Szkolenie dla operatorów',
  'Prosimy o bezpłatne szkolenie dla nowych operatorów prasy, najlepiej u nas w zakładzie.',
] as const;
const ACCESS_PL = [
  'Zdalny dostęp do serwera',
  'Chcemy, żeby nasz dostawca miał zdalny dostęp do serwera produkcyjnego bez waszego nadzoru.',
] as const;
const EXPRESS_FR = [
  'Livraison express',
  'Nous voulons la livraison des cartouches en 24 heures au prix de la livraison normale.',
] as const;
const MIGRATION_FR = [
  'Migration de la base',
  'Il faut déplacer la base de données vers le nouveau serveur pendant le week-end du contrat de maintenance.',
] as const;

/** Labelled by hand: is the second the same ask as the first, come through another door? Near misses speak of the same things. */
export const ASKS: readonly Pair[] = [
  [
    WEEKEND_EN,
    [
      'A question from our director',
      'I hear your crew will not overhaul line 2 on Saturday without a charge. We are good customers, please arrange it for Saturday, no charge.',
    ],
    true,
  ],
  [
    WEEKEND_EN,
    [
      'Fwd: Weekend work on line 2',
      'Can sales help? We expect the crew on Saturday for the overhaul of line 2 at no charge.',
    ],
    true,
  ],
  [WEEKEND_EN, ['Line 2 stopped', 'Line 2 stopped this morning with error 14, please send somebody today.'], false],
  [
    WEEKEND_EN,
    ['Invoice for the overhaul', 'The invoice for the overhaul of line 2 in March has a wrong address.'],
    false,
  ],
  [
    WEEKEND_EN,
    ['Access on Saturday', 'Your crew needs new badges for the gate, we will have them on Saturday.'],
    false,
  ],
  [
    DISCOUNT_EN,
    [
      'Spare parts',
      'My colleague asked for a discount on spare parts, like other suppliers give us: 20 percent on all orders. Who decides that with you?',
    ],
    true,
  ],
  [
    DISCOUNT_EN,
    ['Order of spare parts', 'Please send us 20 spare fuses and two relays, same address as usual.'],
    false,
  ],
  [DISCOUNT_EN, ['Wrong spare parts', 'All spare parts in the last order were wrong, we send them back.'], false],
  [
    HOTLINE_RU,
    [
      'Поддержка по телефону',
      'Директор спрашивает, почему нет круглосуточной телефонной поддержки в выходные. Договор менять не будем.',
    ],
    true,
  ],
  [HOTLINE_RU, ['Не дозвонились', 'Вчера в поддержку по телефону не дозвонились, ждали сорок минут.'], false],
  [HOTLINE_RU, ['Договор', 'Пришлите, пожалуйста, скан договора с подписью.'], false],
  [
    REPORT_RU,
    ['Отчёт по складу', 'Коллеги просили выгрузку складского отчёта в Excel, остатки по цехам. Когда сделаете?'],
    true,
  ],
  [REPORT_RU, ['Ошибка в отчёте', 'В отчёте по складу неверные остатки за март, исправьте.'], false],
  [REPORT_RU, ['Excel', 'После обновления не открывается Excel на двух компьютерах бухгалтерии.'], false],
  [
    TRAINING_PL,
    [
      'Szkolenie',
      'Kolega prosił o bezpłatne szkolenie nowych operatorów prasy w naszym zakładzie. Czy handlowiec może to załatwić?',
    ],
    true,
  ],
  [TRAINING_PL, ['Prasa stoi', 'Prasa stoi od rana, operator zgłasza błąd hydrauliki, prosimy o przyjazd.'], false],
  [TRAINING_PL, ['Lista operatorów', 'W załączeniu lista nowych operatorów do przepustek.'], false],
  [
    ACCESS_PL,
    [
      'Dostęp dla dostawcy',
      'Nasz dostawca dalej nie ma zdalnego dostępu do serwera produkcyjnego. Nadzór nie jest potrzebny.',
    ],
    true,
  ],
  [ACCESS_PL, ['Serwer produkcyjny', 'Serwer produkcyjny nie odpowiada od godziny 8, proszę o pilną pomoc.'], false],
  [ACCESS_PL, ['Zdalny pulpit', 'Nie mogę połączyć się ze zdalnym pulpitem, zapomniałam hasła.'], false],
  [
    EXPRESS_FR,
    ['Délais', 'Notre direction demande la livraison des cartouches en 24 heures, au prix normal. Merci de confirmer.'],
    true,
  ],
  [EXPRESS_FR, ['Cartouches', 'Deux cartouches de la dernière livraison sont vides, merci de les remplacer.'], false],
  [EXPRESS_FR, ['Prix', 'Envoyez-nous le prix des nouvelles imprimantes.'], false],
  [
    MIGRATION_FR,
    [
      'Base de données',
      'On me dit que la migration de la base vers le nouveau serveur pendant le week-end n’est pas comprise dans le contrat de maintenance. Elle doit l’être.',
    ],
    true,
  ],
  [MIGRATION_FR, ['Nouveau serveur', 'Le nouveau serveur est livré, où faut-il l’installer ?'], false],
  [MIGRATION_FR, ['Contrat de maintenance', 'Quand le contrat de maintenance prend-il fin ?'], false],
];

const CLOUD_EN = [
  'Extend the warranty',
  'The warranty of both compressors ended in June. We ask you to extend it by a year without a new contract.',
] as const;
const RENT_RU = [
  'Подменное оборудование',
  'На время ремонта просим предоставить подменный насос бесплатно, производство не может стоять.',
] as const;
const STOCK_PL = [
  'Magazyn części u nas',
  'Chcemy, żebyście trzymali zapas części do sprężarek w naszym magazynie na swój koszt.',
] as const;
const TECH_FR = [
  'Technicien attitré',
  'Nous demandons toujours le même technicien, monsieur Lefort, pour toutes les interventions sur le four.',
] as const;

/** Written after the thresholds were set and never used to set them. */
export const ASKS_UNSEEN: readonly Pair[] = [
  [
    CLOUD_EN,
    [
      'Warranty',
      'Our purchasing says you refused to extend the warranty of the compressors by one year. There is no need for a new contract, please extend it.',
    ],
    true,
  ],
  [
    CLOUD_EN,
    ['Compressor fault', 'One of the compressors is loud since the maintenance in June, is that under warranty?'],
    false,
  ],
  [CLOUD_EN, ['New contract', 'We would like a new contract for the chillers from next year.'], false],
  [
    RENT_RU,
    [
      'Насос на замену',
      'Начальник производства просит подменный насос на время ремонта, бесплатно, как вас уже просили.',
    ],
    true,
  ],
  [RENT_RU, ['Насос течёт', 'После ремонта насос снова течёт, приезжайте сегодня.'], false],
  [RENT_RU, ['Оборудование', 'Пришлите каталог оборудования на следующий год.'], false],
  [
    STOCK_PL,
    [
      'Zapas części',
      'Dyrektor pyta, czy będziecie trzymać zapas części do sprężarek w naszym magazynie, koszt po waszej stronie.',
    ],
    true,
  ],
  [STOCK_PL, ['Sprężarka', 'Sprężarka numer 2 traci ciśnienie, potrzebne części i serwisant.'], false],
  [STOCK_PL, ['Magazyn', 'Od poniedziałku nasz magazyn czynny jest od 7 do 15.'], false],
  [
    TECH_FR,
    [
      'Interventions sur le four',
      'Ma collègue vous l’a demandé : le même technicien, monsieur Lefort, à toutes les interventions sur le four.',
    ],
    true,
  ],
  [TECH_FR, ['Four arrêté', 'Le four est arrêté depuis ce matin, envoyez un technicien au plus vite.'], false],
  [TECH_FR, ['Monsieur Lefort', 'Merci de remercier monsieur Lefort pour son travail.'], false],
];
