import { type Lang } from './types.ts';

/** N7: bad news is worth preparing. Five short answers, in the order they are said. */
export const BAD_NEWS_PARTS = ['regret', 'fact', 'reason', 'plan', 'wayOut'] as const;
export type BadNewsPart = (typeof BAD_NEWS_PARTS)[number];
export type BadNews = Readonly<Record<BadNewsPart, string>>;

/** How each part may begin, in the client's language; the writer goes on from there. */
export const BAD_NEWS_OPENINGS: Readonly<Record<Lang, BadNews>> = {
  en: {
    regret: 'I am sorry: I know what this means for your work.',
    fact: 'The … will not be ready on … as agreed.',
    reason: 'The reason: …',
    plan: 'I will … by …, and I will write to you on … how things stand.',
    wayOut: 'If that does not suit you, we can … instead. Which would help you more?',
  },
  ru: {
    regret: 'Мне очень жаль: я понимаю, что это значит для вашей работы.',
    fact: '… не будет готово к …, как мы договаривались.',
    reason: 'Причина: …',
    plan: 'Я … до … и напишу вам …, как обстоят дела.',
    wayOut: 'Если это вам не подходит, можем вместо этого … Что для вас лучше?',
  },
  pl: {
    regret: 'Bardzo mi przykro: wiem, co to oznacza dla Państwa pracy.',
    fact: '… nie będzie gotowe na …, jak było uzgodnione.',
    reason: 'Powód: …',
    plan: 'Do … zrobię …, a … napiszę, jak stoją sprawy.',
    wayOut: 'Jeśli to Państwu nie odpowiada, możemy zamiast tego … Co będzie dla Państwa lepsze?',
  },
  fr: {
    regret: 'Je suis désolé : je sais ce que cela représente pour votre travail.',
    fact: '… ne sera pas prêt le … comme convenu.',
    reason: 'La raison : …',
    plan: 'Je … d’ici …, et je vous écris le … où nous en sommes.',
    wayOut: 'Si cela ne vous convient pas, nous pouvons … à la place. Qu’est-ce qui vous arrange le plus ?',
  },
};

/**
 * N1–N7: regret and the fact at once, then the reason in a sentence, then the plan, then what the client may choose. What is left empty
 * is left out; each part ends as a sentence does.
 */
export function assembleBadNews(news: BadNews): string {
  const said = (part: BadNewsPart): string => ended(news[part].trim());
  return [[said('regret'), said('fact')], [said('reason')], [said('plan')], [said('wayOut')]]
    .map((paragraph) => paragraph.filter(Boolean).join(' '))
    .filter(Boolean)
    .join('\n\n');
}

const ended = (text: string): string => (text === '' || /[.?!…:;]["'”»)]*$/.test(text) ? text : `${text}.`);
