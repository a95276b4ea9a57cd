import { describe, expect, it } from 'vitest';
import { formatLocal, parseTime } from '../calendar/time-text.ts';
import { findAskedWindow } from './asked-window.ts';
import type { AskedLang } from './asked-words/words.ts';

const ZONE = 'Europe/Warsaw';
const now = parseTime('2026-03-12T12:00', ZONE)?.instant ?? NaN; // a Thursday

const ask = (text: string, lang: AskedLang): string | null => {
  const found = findAskedWindow(text, [lang], now, ZONE);
  if (!found) return null;
  const shown = (t: number): string => formatLocal(ZONE, t).slice(5, 16);
  return `${shown(found.from)} ${shown(found.to)} ${found.grain}`;
};

const SATURDAY = '03-14T00:00 03-15T00:00 day';
const WEEKEND = '03-14T00:00 03-16T00:00 day';
const SATURDAY_NIGHT = '03-14T22:00 03-15T06:00 part-of-day';
const SATURDAY_8PM = '03-14T20:00 03-14T21:00 part-of-day';
const SATURDAY_10_TO_14 = '03-14T10:00 03-14T14:00 time';
const TONIGHT = '03-12T18:00 03-13T06:00 part-of-day';
const NIGHT = '03-12T22:00 03-13T06:00 part-of-day';
const MARCH_21 = '03-21T00:00 03-22T00:00 day';

describe('a time asked for in the client’s words', () => {
  it.each<[AskedLang, string, string]>([
    ['en', 'Could you come on Saturday?', SATURDAY],
    ['en', 'Can you come Saturday?', SATURDAY],
    ['en', 'Please send someone this Saturday, the line has to run on Monday.', SATURDAY],
    ['en', 'We need somebody here next Saturday, please.', MARCH_21],
    ['en', 'Weekend work on the line, at no charge, please', WEEKEND],
    ['en', 'Would it be possible to do the update over the weekend?', WEEKEND],
    ['en', 'Can you do it on Saturday or Sunday?', WEEKEND],
    ['en', 'Could you come on Saturday at 8 pm?', SATURDAY_8PM],
    ['en', 'Could you come at 20:00 on Saturday?', SATURDAY_8PM],
    ['en', 'Please come on Saturday between 10:00 and 14:00.', SATURDAY_10_TO_14],
    ['en', 'Please come between 8 and 10 pm on Saturday.', '03-14T20:00 03-14T22:00 time'],
    ['en', 'Could you restart it on Saturday night?', SATURDAY_NIGHT],
    ['en', 'Could somebody come tonight?', TONIGHT],
    ['en', 'Could you restart the server at night?', NIGHT],
    ['en', 'Please call me tomorrow after 18:00.', '03-13T18:00 03-14T00:00 part-of-day'],
    ['en', 'Could we meet on March 21st?', MARCH_21],
    ['en', 'Could we meet on Saturday, 21 March 2026?', MARCH_21],
    ['en', 'Could we meet on the 21st of March?', MARCH_21],
    ['en', 'Is 2026-03-21 possible?', MARCH_21],
    ['en', 'Visit on Saturday?', SATURDAY],
    ['en', 'Is there any chance of a visit this weekend?', WEEKEND],
    ['en', 'As we discussed yesterday, could you come on Saturday?', SATURDAY],
    ['en', "We can't wait until Monday, could you come on Saturday?", SATURDAY],
    ['ru', 'Можете приехать в субботу?', SATURDAY],
    ['ru', 'Не могли бы вы приехать в субботу', SATURDAY],
    ['ru', 'Нужно, чтобы мастер был у нас в субботу.', SATURDAY],
    ['ru', 'Просим провести работы в эти выходные.', WEEKEND],
    ['ru', 'Прошу приехать в следующую субботу.', MARCH_21],
    ['ru', 'Можно в субботу в 20:00?', SATURDAY_8PM],
    ['ru', 'Можно в субботу в 8 вечера?', SATURDAY_8PM],
    ['ru', 'Приезжайте в субботу с 10 до 14, пожалуйста.', SATURDAY_10_TO_14],
    ['ru', 'Можно ли сделать это в ночь с субботы на воскресенье?', SATURDAY_NIGHT],
    ['ru', 'Можно ли сделать это в ночь на воскресенье?', SATURDAY_NIGHT],
    ['ru', 'Сделайте, пожалуйста, обновление ночью.', NIGHT],
    ['ru', 'Пожалуйста, позвоните завтра после 18:00.', '03-13T18:00 03-14T00:00 part-of-day'],
    ['ru', 'Просим приехать 21 марта.', MARCH_21],
    ['ru', 'Просим приехать в субботу, 21.03.2026.', MARCH_21],
    ['pl', 'Czy moglibyście przyjechać w sobotę?', SATURDAY],
    ['pl', 'Czy moglibyscie przyjechac w sobote?', SATURDAY],
    ['pl', 'Prosimy o wizytę w najbliższą sobotę.', SATURDAY],
    ['pl', 'Proszę o przyjazd w następną sobotę.', MARCH_21],
    ['pl', 'Potrzebujemy serwisanta w ten weekend.', WEEKEND],
    ['pl', 'Prosimy o prace w weekend.', WEEKEND],
    ['pl', 'Czy można w sobotę o 20?', SATURDAY_8PM],
    ['pl', 'Czy można w sobotę o godz. 20:00?', SATURDAY_8PM],
    ['pl', 'Proszę przyjechać w sobotę od 10 do 14.', SATURDAY_10_TO_14],
    ['pl', 'Czy da się to zrobić w nocy z soboty na niedzielę?', SATURDAY_NIGHT],
    ['pl', 'Proszę o telefon jutro po 18:00.', '03-13T18:00 03-14T00:00 part-of-day'],
    ['pl', 'Prosimy o przyjazd 21 marca.', MARCH_21],
    ['pl', 'Prosimy o przyjazd w dniu 21.03.', MARCH_21],
    ['fr', 'Pouvez-vous venir samedi ?', SATURDAY],
    ['fr', 'Pourriez-vous intervenir ce samedi s’il vous plaît ?', SATURDAY],
    ['fr', 'Merci de passer samedi prochain.', SATURDAY],
    ['fr', 'Serait-il possible de le faire ce week-end ?', WEEKEND],
    ['fr', 'Pouvez-vous venir samedi à 20h ?', SATURDAY_8PM],
    ['fr', 'Pouvez-vous venir samedi à 20 heures ?', SATURDAY_8PM],
    ['fr', 'Merci de passer samedi entre 10h et 14h.', SATURDAY_10_TO_14],
    ['fr', 'Merci de passer samedi de 10h00 à 14h00.', SATURDAY_10_TO_14],
    ['fr', 'Peut-on le faire dans la nuit de samedi à dimanche ?', SATURDAY_NIGHT],
    ['fr', 'Quelqu’un peut-il venir ce soir ?', TONIGHT],
    ['fr', 'Pourriez-vous nous rappeler demain après 18h ?', '03-13T18:00 03-14T00:00 part-of-day'],
    ['fr', 'Pourriez-vous venir le 21 mars ?', MARCH_21],
    ['fr', 'Pourriez-vous venir le samedi 21 mars ?', MARCH_21],
  ])('[T3] %s: %s', (lang, text, expected) => expect(ask(text, lang)).toBe(expected));
});

describe('what only looks like one', () => {
  it.each<[AskedLang, string, string]>([
    ['en', 'a deadline', 'Please send it by Saturday.'],
    ['en', 'a deadline with an hour', 'Please send it on Saturday by 18:00.'],
    ['en', 'another deadline', 'Could you finish before the weekend?'],
    ['en', 'what happened', 'The press stopped on Saturday, please have a look.'],
    ['en', 'what happened last time', 'It failed last Saturday. Please help.'],
    ['en', 'since when', 'Since Saturday the line is down, please help.'],
    ['en', 'a habit', 'The backup runs every Saturday, can you check it?'],
    ['en', 'a plural', 'Do we have support on Saturdays?'],
    ['en', 'a refusal', "Please don't come on Saturday."],
    ['en', 'closed', 'Please note we are closed on Saturday.'],
    ['en', 'a name', 'Please send me the Saturday report again.'],
    ['en', 'two days apart', 'Could you come on Tuesday or on Thursday?'],
    ['en', 'nobody asks', 'On Saturday we have a party.'],
    ['en', 'a price', 'Can you confirm 14.03 EUR?'],
    ['en', 'a version', 'Could you install version 14.03 please?'],
    ['en', 'a month that is a verb', 'Please check, these 3 may need oil.'],
    ['en', 'a weekday that does not fit', 'Could you come on Monday, 14 March 2026?'],
    ['en', 'a date that was', 'Please look at the invoice of 2 March.'],
    ['en', 'either of two dates', 'Can you come 04/05/2026?'],
    ['en', 'a quoted line', '> Could you come on Saturday?\nThanks, all is well.'],
    ['en', 'the hour alone of a story', 'At 20:00 the line stopped, please help.'],
    ['en', 'small talk', 'I never thought about it, how is your view of the matter today?'],
    ['ru', 'срок', 'Пришлите, пожалуйста, до субботы.'],
    ['ru', 'срок с часом', 'Пришлите, пожалуйста, в субботу до 18:00.'],
    ['ru', 'что было', 'В субботу упал сервер, посмотрите, пожалуйста.'],
    ['ru', 'прошлая суббота', 'Можно ли узнать, кто приезжал в прошлую субботу?'],
    ['ru', 'привычка', 'По субботам линия стоит, можно проверить?'],
    ['ru', 'отказ', 'Пожалуйста, не приезжайте в субботу.'],
    ['ru', 'кроме', 'Можно в любой день, кроме субботы.'],
    ['ru', 'два дня', 'Можно ли сделать это за 2 дня?'],
    ['ru', 'сколько', 'Нужно заменить 2 насоса из 14.'],
    ['pl', 'termin', 'Proszę przesłać do soboty.'],
    ['pl', 'termin z godziną', 'Proszę przesłać w sobotę do 18:00.'],
    ['pl', 'co się stało', 'W sobotę padł serwer, proszę o pomoc.'],
    ['pl', 'zwyczaj', 'Czy pracujecie w soboty?'],
    ['pl', 'odmowa', 'Proszę nie przyjeżdżać w sobotę.'],
    ['pl', 'zeszła sobota', 'Czy ktoś był u nas w zeszłą sobotę?'],
    ['fr', 'une échéance', 'Merci de l’envoyer avant samedi.'],
    ['fr', 'jusqu’à', 'Pouvez-vous attendre jusqu’à samedi ?'],
    ['fr', 'ce qui s’est passé', 'La presse est tombée en panne samedi, merci de vérifier.'],
    ['fr', 'une habitude', 'Êtes-vous disponibles le samedi ?'],
    ['fr', 'un refus', 'Merci de ne pas venir samedi.'],
    ['fr', 'un nom', 'Pouvez-vous renvoyer le rapport de samedi ?'],
    ['fr', 'samedi dernier', 'Pouvez-vous vérifier ce qui a été fait samedi dernier ?'],
  ])('[T3] %s: %s – %s', (lang, _, text) => expect(ask(text, lang)).toBeNull());
});

describe('where it was said', () => {
  it('[T3] the client’s own words are kept', () => {
    const found = findAskedWindow('Dzień dobry,\nczy moglibyście przyjechać w sobotę o 20:00?', ['pl'], now, ZONE);
    expect(found).toMatchObject({ words: 'w sobotę o 20:00', lang: 'pl' });
  });

  it('[T3] without a hint every language is tried', () => {
    expect(findAskedWindow('Можно в субботу?', [], now, ZONE)?.lang).toBe('ru');
    expect(findAskedWindow('Pouvez-vous venir samedi ?', [], now, ZONE)?.lang).toBe('fr');
    expect(findAskedWindow('Pouvez-vous venir samedi ?', ['en'], now, ZONE)).toBeNull();
  });

  it('[T3] days are those of the zone', () => {
    const late = parseTime('2026-03-12T23:30', ZONE)?.instant ?? NaN;
    const shown = (zone: string) =>
      formatLocal(zone, findAskedWindow('Can you come tomorrow?', ['en'], late, zone)?.from ?? 0);
    expect(shown(ZONE)).toBe('2026-03-13T00:00:00+01:00');
    expect(shown('Asia/Kathmandu')).toBe('2026-03-14T00:00:00+05:45');
  });

  it('[T3] said on a Saturday, "on Saturday" is the next one and "this Saturday" today', () => {
    const saturday = parseTime('2026-03-14T08:00', ZONE)?.instant ?? NaN;
    const from = (text: string) =>
      formatLocal(ZONE, findAskedWindow(text, ['en'], saturday, ZONE)?.from ?? 0).slice(0, 16);
    expect(from('Can you come on Saturday?')).toBe('2026-03-21T00:00');
    expect(from('Can you come this Saturday?')).toBe('2026-03-14T08:00');
  });

  it('[T3] a long text is read in one go', () => {
    const noise = 'The pump runs at 14.5 bar and 3 valves of 12 are open, see page 4-5 (2019). '.repeat(240);
    expect(findAskedWindow(`${noise}Could you come on Saturday?`, ['en'], now, ZONE)?.words).toBe('on Saturday');
    expect(findAskedWindow(noise, [], now, ZONE)).toBeNull();
  });
});
