import { describe, expect, it } from 'vitest';
import { assembleBadNews, BAD_NEWS_OPENINGS, type BadNews } from './bad-news.ts';
import { check } from './check.ts';
import { loadPack } from './packs/load.ts';

const NEWS: Readonly<Record<'en' | 'ru' | 'pl' | 'fr', BadNews>> = {
  en: {
    regret: BAD_NEWS_OPENINGS.en.regret,
    fact: 'The controller will not be ready on Friday',
    reason: 'The reason: the last part failed our test',
    plan: 'I will fit a spare one by Thursday noon, and I will write to you on Tuesday how things stand',
    wayOut: 'If that does not suit you, we can lend you our own one instead. Which would help you more?',
  },
  ru: {
    regret: BAD_NEWS_OPENINGS.ru.regret,
    fact: 'Контроллер не будет готов в пятницу',
    reason: 'Причина: последняя деталь не прошла проверку',
    plan: 'Я установлю запасной до четверга и напишу вам во вторник, как обстоят дела',
    wayOut: 'Если это вам не подходит, можем вместо этого дать вам наш. Что для вас лучше?',
  },
  pl: {
    regret: BAD_NEWS_OPENINGS.pl.regret,
    fact: 'Sterownik nie będzie gotowy na piątek',
    reason: 'Powód: ostatnia część nie przeszła testu',
    plan: 'Do czwartku zamontuję zapasowy, a we wtorek napiszę, jak stoją sprawy',
    wayOut: 'Jeśli to Państwu nie odpowiada, możemy zamiast tego użyczyć naszego. Co będzie dla Państwa lepsze?',
  },
  fr: {
    regret: BAD_NEWS_OPENINGS.fr.regret,
    fact: 'Le contrôleur ne sera pas prêt vendredi',
    reason: 'La raison : la dernière pièce a échoué au test',
    plan: 'Je monte un appareil de secours d’ici jeudi, et je vous écris mardi où nous en sommes',
    wayOut:
      'Si cela ne vous convient pas, nous pouvons vous prêter le nôtre à la place. Qu’est-ce qui vous arrange le plus ?',
  },
};

describe('bad news is prepared', () => {
  it('[N7] regret and fact come first, then reason, plan, way out; each ends as a sentence', () => {
    expect(assembleBadNews(NEWS.en).split('\n\n')).toEqual([
      'I am sorry: I know what this means for your work. The controller will not be ready on Friday.',
      'The reason: the last part failed our test.',
      'I will fit a spare one by Thursday noon, and I will write to you on Tuesday how things stand.',
      'If that does not suit you, we can lend you our own one instead. Which would help you more?',
    ]);
    expect(assembleBadNews({ regret: '', fact: 'The line is down', reason: ' ', plan: '', wayOut: '' })).toBe(
      'The line is down.',
    );
  });

  it.each(['en', 'ru', 'pl', 'fr'] as const)(
    '[N1] [N2] [N3] [N4] [N6] [N7] in %s what is put together has nothing the coach would say; each part left out is missed',
    async (lang) => {
      const pack = await loadPack(lang);
      const author = { may: ['book visits', 'назначать визиты', 'umawiać wizyty', 'planifier des visites'] };
      const context = { now: '2026-03-11T10:00:00+01:00', kind: 'bad-news', author, ledger: [] } as const;
      const rules = (news: Partial<BadNews>): string[] =>
        check(assembleBadNews({ ...NEWS[lang], ...news }), context, pack).findings.map((f) => f.rule);
      expect(rules({})).toEqual([]);
      expect(rules({ regret: '' })).toContain('no-empathy');
      expect(rules({ plan: '', wayOut: '' })).toContain('no-plan');
    },
  );
});
