import { describe, expect, it } from 'vitest';
import { check } from './check.ts';
import { detectLanguage } from './language.ts';
import { loadPack } from './packs/load.ts';
import { shown } from './rank.ts';
import { type CheckContext } from './types.ts';

const context: CheckContext = {
  now: '2026-03-11T10:00:00+01:00',
  kind: 'reply',
  author: { may: ['book visits'], max_hours: 2, max_discount_eur: 0 },
  ledger: [],
};
const en = await loadPack('en');
const pl = await loadPack('pl');

describe('what is judged', () => {
  it.each([
    ['quoted mail', 'Done, the account is open.\n\n> Our developers will fix it today.\n> You idiots.'],
    ['a signature', 'Done, the account is open.\n\nKind regards\nJo\n--\nHelpdesk. We will call you back soon.'],
    [
      'a reply header and what follows',
      'Done.\n\nOn Monday Ann Lee <ann@example.org> wrote:\nYour boss will pay for this!',
    ],
  ])('[T14] %s is not the author’s own words', (_what, draft) => {
    const report = check(draft, context, en);
    expect(report.findings).toEqual([]);
    expect(report.promises).toEqual([]);
  });
});

describe('promises', () => {
  it('[P4] two dates in one sentence are two promises', () => {
    const { promises } = check('I will ask the plant manager on Monday and write to you by Tuesday noon.', context, en);
    expect(promises.map((p) => [p.who, p.due])).toEqual([
      ['i', '2026-03-16'],
      ['i', '2026-03-17'],
    ]);
  });

  it('[N4] a date that will not be kept is no promise', () => {
    const draft = 'I am sorry. The controller will not be ready on Friday.';
    const report = check(draft, { ...context, kind: 'bad-news' }, en);
    expect(report.promises).toEqual([]);
    expect(report.findings.map((f) => f.rule)).toEqual(['no-plan']);
  });

  it('[T4] what we do not do on Saturdays is no promise, and no way forward either', () => {
    const report = check('This is impossible. We do not work on Saturdays.', context, en);
    expect(report.promises).toEqual([]);
    expect(report.findings.map((f) => f.rule)).toEqual(['reflex-no']);
  });

  it('[P4] a deadline set for the client is not the date of the promise', () => {
    const { promises } = check('If you choose by Wednesday, I will hold the crew.', context, en);
    expect(promises).toMatchObject([{ who: 'i', firmness: 'conditional', due: null }]);
  });

  it('[P4] an attempt is hedged, not firm', () => {
    const { promises } = check('I will try to reach the caretaker this afternoon.', context, en);
    expect(promises).toMatchObject([{ who: 'i', firmness: 'hedged', due: '2026-03-11' }]);
  });

  it('[T15] what a third party has confirmed is a promise without a finding', () => {
    const report = check('The carrier has confirmed Friday in writing.', context, en);
    expect(report.promises).toMatchObject([{ who: 'other', firmness: 'firm', due: '2026-03-13' }]);
    expect(report.findings).toEqual([]);
  });

  it('[P4] a draft without diacritics is read all the same', () => {
    const draft = 'Dzien dobry, jutro postaram sie wpasc i poprawic to na stale, prosze zostawic klucz na portierni.';
    expect(check(draft, context, pl).promises).toMatchObject([{ who: 'i', firmness: 'hedged', due: '2026-03-12' }]);
  });
});

describe('offsets', () => {
  it('[T14] point into the draft as typed, also when letters and marks are separate', () => {
    const draft = 'Dzień dobry Pani Różo.\n\nProgramiści naprawią to do wieczora.'.normalize('NFD');
    const [finding] = check(draft, context, pl).findings;
    expect(finding?.rule).toBe('binds-others');
    expect(draft.slice(finding?.start, finding?.end)).toBe(finding?.quote);
    expect(finding?.quote.normalize('NFC')).toBe('Programiści naprawią to do wieczora.');
  });

  it('[T14] the same draft gives the same report', () => {
    const draft = 'My boss will agree. We will send it soon. You forgot the key.';
    expect(check(draft, context, en)).toEqual(check(draft, context, en));
  });
});

describe('the cap', () => {
  const draft =
    'You forgot the key again, although we told you. Have you tried reading the manual? My boss will agree. The lawyers will sign on Monday. Our developers will replace the board today. Your bank will wait. We will send it soon.';

  it('[T14] never drops what stops a send, and shows each other rule once', () => {
    const all = check(draft, context, en).findings;
    const kept = shown(all);
    expect(kept.filter((f) => f.level === 'stop')).toHaveLength(all.filter((f) => f.level === 'stop').length);
    expect(kept.filter((f) => f.level !== 'stop')).toEqual([]);
  });

  it('[C6] shows at most three where nothing stops the send', () => {
    const gentle = check(
      'You forgot the key. Have you tried reading the manual? We will send it soon. We are swamped.',
      context,
      en,
    );
    expect(shown(gentle.findings).length).toBeLessThanOrEqual(3);
  });

  it('[T14] a finding that stops carries ways out, with wording where wording helps', () => {
    const [finding] = check('My boss will agree.', context, en).findings;
    expect(finding?.ways.map((w) => w.key)).toEqual([
      'coach.way.reword',
      'coach.way.ask-first',
      'coach.way.own-promise',
    ]);
    expect(finding?.ways[0]?.text).toMatch(/ask/);
  });
});

describe('internal notes', () => {
  it('[C6] are held to courtesy, not to the rules about what a client is told', () => {
    const note = check(
      'These clowns forgot the key again, they are idiots. Our developers will fix it.',
      { ...context, kind: 'note' },
      en,
    );
    expect(note.findings.map((f) => f.rule)).toEqual(['rude']);
  });
});

describe('the language of a draft', () => {
  it.each([
    ['The pump is running again, I will call you tomorrow.', 'en'],
    ['La pompe fonctionne de nouveau, je vous appelle demain.', 'fr'],
    ['Насос снова работает, завтра позвоню.', 'ru'],
    ['Pompa znowu działa, jutro zadzwonię.', 'pl'],
    ['pompa znowu dziala, jutro do pani zadzwonie', 'pl'],
    ['> Насос стоит, сделайте что-нибудь!\n\nThe pump is running again.', 'en'],
  ])('%s is %s', (draft, lang) => {
    expect(detectLanguage(draft, 'en')).toBe(lang);
  });

  it('below four words the conversation’s language stands', () => {
    expect(detectLanguage('OK, merci', 'pl')).toBe('pl');
  });
});
