import type { PromiseKind } from '../promises/words.ts';
import { type Lang } from './types.ts';

/** What somebody may promise alone (T15), in the words that the rules look for. `other` says nothing about a kind of deed. */
export const MAY: Readonly<Record<Lang, Partial<Record<PromiseKind, string>>>> = {
  en: {
    answer: 'answer questions',
    visit: 'book visits',
    work: 'do maintenance work and change settings',
    delivery: 'arrange deliveries',
    discount: 'grant discounts',
    'free-work': 'grant free hours',
  },
  ru: {
    answer: 'отвечать на вопросы',
    visit: 'назначать визиты',
    work: 'проводить работы и менять настройки',
    delivery: 'организовывать доставку',
    discount: 'делать скидки',
    'free-work': 'выделять бесплатные часы',
  },
  pl: {
    answer: 'odpowiadać na pytania',
    visit: 'umawiać wizyty',
    work: 'prowadzić prace i zmieniać ustawienia',
    delivery: 'organizować dostawy',
    discount: 'udzielać rabatów',
    'free-work': 'przyznawać bezpłatne godziny',
  },
  fr: {
    answer: 'répondre aux questions',
    visit: 'planifier des visites',
    work: 'réaliser des travaux et modifier des réglages',
    delivery: 'organiser des livraisons',
    discount: 'accorder des remises',
    'free-work': 'offrir des heures',
  },
};

/** How a typed condition is said in the language of the draft. */
export const CONNECTIVES: Readonly<Record<Lang, Readonly<Record<'only' | 'never' | 'by' | 'after', string>>>> = {
  en: { only: 'only', never: 'never', by: 'by', after: 'after' },
  ru: { only: 'только', never: 'никогда', by: 'до', after: 'после' },
  pl: { only: 'tylko', never: 'nigdy', by: 'najpóźniej', after: 'po' },
  fr: { only: 'uniquement', never: 'jamais', by: 'au plus tard', after: 'après' },
};
