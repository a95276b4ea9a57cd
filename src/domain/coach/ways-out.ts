import { type Lang, type RuleId, type WayOut } from './types.ts';

const KEYS: Readonly<Record<RuleId, readonly string[]>> = {
  'binds-others': ['reword', 'ask-first', 'own-promise'],
  'over-authority': ['reword', 'ask-approval', 'lower'],
  'condition-clash': ['ask-openly', 'change-value'],
  'reflex-no': ['ask-curiously', 'open-room'],
  rude: ['neutral'],
  blame: ['state-fact'],
  excuse: ['add-step', 'cut-reason'],
  'no-plan': ['add-step'],
  'asked-again': ['confirm-known', 'show-entry'],
  'already-has': ['build-on', 'show-entry'],
  riddle: ['start-with-point'],
  sweetening: ['cut-sugar'],
  'no-empathy': ['add-regret'],
  'vague-date': ['pick-date'],
};

/** Wording ready to insert, by way; `{entry}` is the client's own words. */
const TEXTS: Readonly<Record<Lang, Readonly<Record<string, string>>>> = {
  en: {
    reword: 'I will ask the person who decides this and tell you the answer by tomorrow.',
    'own-promise': 'What I can promise you myself: I will look into it today and write to you tomorrow.',
    lower: 'Within what I may decide myself, I can offer you the following: ',
    'ask-openly':
      'You told us: “{entry}”. What I have in mind would go against that – may I still show it to you, or shall we look for another way?',
    'ask-curiously':
      'Could you tell me what makes this important just now? Then I can look for a way that works for both of us.',
    'add-step': 'I will take care of it and write to you by tomorrow noon how things stand.',
    'confirm-known': 'You told us: “{entry}”. Is that still right?',
    'build-on': 'You already have this: “{entry}”. Let us see how we can build on it.',
    'add-regret': 'I am sorry about this; I understand what it means for your work.',
  },
  ru: {
    reword: 'Я спрошу того, кто это решает, и сообщу вам ответ до завтра.',
    'own-promise': 'Что могу обещать сам(а): сегодня разберусь и завтра вам напишу.',
    lower: 'В пределах того, что я решаю сам(а), могу предложить следующее: ',
    'ask-openly':
      'Вы говорили: «{entry}». То, что я имею в виду, этому противоречит – показать вам всё же этот вариант или поищем другой?',
    'ask-curiously':
      'Подскажите, пожалуйста, почему это важно именно сейчас? Тогда я поищу решение, которое устроит нас обоих.',
    'add-step': 'Я этим займусь и завтра до полудня напишу вам, как обстоят дела.',
    'confirm-known': 'Вы говорили: «{entry}». Это по-прежнему так?',
    'build-on': 'Это у вас уже есть: «{entry}». Давайте посмотрим, как на этом построить.',
    'add-regret': 'Мне очень жаль; понимаю, что это значит для вашей работы.',
  },
  pl: {
    reword: 'Zapytam osobę, która o tym decyduje, i do jutra przekażę Państwu odpowiedź.',
    'own-promise': 'Co mogę obiecać we własnym imieniu: dziś to sprawdzę i jutro do Państwa napiszę.',
    lower: 'W granicach tego, o czym decyduję samodzielnie, mogę zaproponować: ',
    'ask-openly':
      'Powiedzieli nam Państwo: „{entry}”. To, co mam na myśli, byłoby z tym sprzeczne – czy mimo to pokazać ten wariant, czy poszukać innej drogi?',
    'ask-curiously':
      'Czy mogę zapytać, dlaczego jest to ważne właśnie teraz? Wtedy poszukam rozwiązania dobrego dla obu stron.',
    'add-step': 'Zajmę się tym i jutro do południa napiszę, jak stoją sprawy.',
    'confirm-known': 'Powiedzieli nam Państwo: „{entry}”. Czy to nadal aktualne?',
    'build-on': 'To już Państwo mają: „{entry}”. Zobaczmy, jak możemy na tym budować.',
    'add-regret': 'Bardzo mi przykro; rozumiem, co to oznacza dla Państwa pracy.',
  },
  fr: {
    reword: 'Je vais demander à la personne qui en décide et je vous donne sa réponse d’ici demain.',
    'own-promise': 'Ce que je peux vous promettre moi-même : je regarde aujourd’hui et je vous écris demain.',
    lower: 'Dans la limite de ce que je peux décider moi-même, voici ce que je vous propose : ',
    'ask-openly':
      'Vous nous avez dit : « {entry} ». Ce que j’ai en tête irait contre cela – puis-je tout de même vous le montrer, ou cherchons-nous autrement ?',
    'ask-curiously':
      'Pouvez-vous me dire ce qui rend cela important en ce moment ? Je pourrai alors chercher une solution qui convienne à tous deux.',
    'add-step': 'Je m’en occupe et je vous écris demain avant midi où nous en sommes.',
    'confirm-known': 'Vous nous avez dit : « {entry} ». Est-ce toujours exact ?',
    'build-on': 'Vous avez déjà ceci : « {entry} ». Voyons comment nous appuyer dessus.',
    'add-regret': 'J’en suis désolé(e) ; je comprends ce que cela représente pour votre travail.',
  },
};

/** The ways out of a finding: keys for the buttons, with wording ready where wording helps. */
export function waysOut(rule: RuleId, lang: Lang, entry?: string): WayOut[] {
  return KEYS[rule].map((way) => {
    const text = TEXTS[lang][way]?.replace('{entry}', entry ?? '…');
    return text === undefined ? { key: `coach.way.${way}` } : { key: `coach.way.${way}`, text };
  });
}
