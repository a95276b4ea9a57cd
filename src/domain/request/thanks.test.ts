import { describe, expect, it } from 'vitest';
import { thanksOnly } from './thanks.ts';

describe('[C2] a note that says nothing but thanks', () => {
  it.each([
    'Thank you!',
    'Thanks a lot, everything works now.\nBest regards,\nAnna Kowalska',
    'Hi Piotr,\nperfect, thanks for the quick help.\nJohn',
    'Спасибо большое, всё работает!',
    'Добрый день, Ирина!\nСпасибо за оперативность.\nС уважением,\nПавел Смирнов',
    'Bardzo dziękuję za szybką pomoc, wszystko działa.\nPozdrawiam\nEwa Łącka',
    'Dzięki!',
    'Thanks, Anna',
    'Спасибо, Ирина!',
    'Bonjour Marie,\nmerci beaucoup, c’est parfait.\nCordialement,\nLuc',
    'Merci pour votre aide, ça fonctionne.',
  ])('is recognised: %s', (text) => expect(thanksOnly(text)).toBe(true));

  it.each([
    'Thank you, but the light still blinks.',
    'Thanks! Could you also check the second line?',
    'Thanks. It does not work.',
    'Thanks, see you on 12 March.',
    'Works now.',
    'Thanks. Broken.',
    'Спасибо. Сломалось.',
    'Dziękuję.\nNiestety.',
    'Merci. Dommage',
    'Спасибо, но ошибка осталась.',
    'Спасибо. А можно ещё счёт',
    'Dziękuję, jednak nie działa.',
    'Dzięki, a kiedy faktura?',
    'Merci, mais la panne est revenue.',
    'Merci. Ça ne marche pas.',
    'Thanks. Still Broken After Your Visit Last Friday Night',
    '',
  ])('is not assumed: %s', (text) => expect(thanksOnly(text)).toBe(false));
});
