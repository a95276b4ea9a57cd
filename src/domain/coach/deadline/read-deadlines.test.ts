import { describe, expect, it } from 'vitest';
import { loadPack } from '../packs/load.ts';
import { fold } from '../text.ts';
import { type Lang } from '../types.ts';
import { isoDate, readClock } from './civil.ts';
import { compileDeadlines } from './compile.ts';
import { readDeadlines } from './read-deadlines.ts';

const LANGS: readonly Lang[] = ['en', 'fr', 'ru', 'pl'];

/** Said on Wednesday 11 March 2026 at 10:00: the same deadline in four languages and the day it falls due. */
const TABLE: readonly (readonly [string, string, string, string, string])[] = [
  ['by Friday', "d'ici vendredi", 'до пятницы', 'do piątku', '2026-03-13'],
  ['by Thursday', 'au plus tard jeudi', 'к четвергу', 'na czwartek', '2026-03-12'],
  ['by end of day', "d'ici la fin de journée", 'до конца дня', 'do końca dnia', '2026-03-11'],
  ['by the end of the week', 'avant la fin de la semaine', 'до конца недели', 'do końca tygodnia', '2026-03-13'],
  [
    'by the end of next week',
    "d'ici la fin de la semaine prochaine",
    'до конца следующей недели',
    'do końca przyszłego tygodnia',
    '2026-03-20',
  ],
  ['by month end', 'avant la fin du mois', 'до конца месяца', 'do końca miesiąca', '2026-03-31'],
  ['this quarter', 'ce trimestre', 'в этом квартале', 'w tym kwartale', '2026-03-31'],
  ['within 48 hours', 'sous 48 heures', 'в течение 48 часов', 'w ciągu 48 godzin', '2026-03-13'],
  ['in 3 working days', 'dans 3 jours ouvrés', 'через 3 рабочих дня', 'za 3 dni robocze', '2026-03-16'],
  [
    'within two working days',
    'sous deux jours ouvrés',
    'в течение двух рабочих дней',
    'w ciągu dwóch dni roboczych',
    '2026-03-13',
  ],
  ['in a couple of days', "d'ici deux jours", 'через пару дней', 'za parę dni', '2026-03-13'],
  ['tomorrow by 5 pm', 'demain avant 17 h', 'завтра до 17:00', 'jutro do 17', '2026-03-12'],
  ['the day after tomorrow', 'après-demain', 'послезавтра', 'pojutrze', '2026-03-13'],
  ['on the 25th', 'le 25', '25-го', '25-go', '2026-03-25'],
  ['no later than 20 March', 'au plus tard le 20 mars', 'не позднее 20 марта', 'najpóźniej 20 marca', '2026-03-20'],
  ['next Monday', 'lundi prochain', 'в следующий понедельник', 'w przyszły poniedziałek', '2026-03-16'],
  [
    'early next week',
    'en début de semaine prochaine',
    'в начале следующей недели',
    'na początku przyszłego tygodnia',
    '2026-03-17',
  ],
  ['next week', 'la semaine prochaine', 'на следующей неделе', 'w przyszłym tygodniu', '2026-03-20'],
];

const now = readClock('2026-03-11T10:00:00+01:00');
if (!now) throw new Error('the clock of the table cannot be read');

const read = async (lang: Lang, text: string): Promise<string[]> => {
  const { deadline } = await loadPack(lang);
  return readDeadlines(fold(text), compileDeadlines(deadline, false), now).flatMap((d) =>
    d.kind === 'date' && d.day !== null ? [isoDate(d.day)] : [],
  );
};

describe.each(LANGS.map((lang, i) => [lang, i] as const))('[P4] a deadline said in %s', (lang, i) => {
  it.each(TABLE.map((row) => [row[i] ?? '', row[4]] as const))('%s falls due on %s', async (phrase, due) => {
    expect(await read(lang, `… ${phrase}, …`)).toEqual([due]);
  });
});

describe('[P4] what is no deadline', () => {
  it.each([
    ['en', 'the line has been down since Monday'],
    ['en', 'it takes three days'],
    ['fr', 'en panne depuis lundi'],
    ['ru', 'ждёте с понедельника'],
    ['pl', 'czekają Państwo od poniedziałku'],
  ] as const)('%s: %s', async (lang, text) => {
    expect(await read(lang, text)).toEqual([]);
  });
});
