import type { AccordWords } from '../../domain/accords/document.ts';
import { translator } from '../../platform/i18n/translator.ts';

/** The accord's own words in its binding language; dates spell the month and name the zone. */
export function accordWords(lang: string, zone: string): AccordWords {
  const t = translator(lang);
  const date = new Intl.DateTimeFormat(lang, { dateStyle: 'full', timeStyle: 'short', timeZone: zone });
  return {
    title: (number) => t('accord.title', { number: String(number) }),
    between: t('accord.between'),
    and: t('accord.and'),
    about: t('accord.about'),
    what: t('accord.what'),
    cost: t('accord.cost'),
    noCost: t('accord.no-cost'),
    onlyIf: (label, when) => t('accord.only-if', { label, when }),
    condition: (kind) => t(`accord.case.${kind}`),
    date: t('accord.date'),
    noDate: (why) => t('accord.no-date', { why }),
    weDo: (name) => t('accord.does', { name }),
    youDo: (name) => t('accord.does', { name }),
    by: (text, when) => t('accord.by', { text, when }),
    place: t('accord.place'),
    scopeIn: t('accord.scope-in'),
    scopeOut: t('accord.scope-out'),
    assumptions: t('accord.assumptions'),
    amends: (number) => t('accord.amends', { number: String(number) }),
    money: (minor, currency) => {
      const format = new Intl.NumberFormat(lang, { style: 'currency', currency });
      return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
    },
    when: (at) => `${date.format(at)} (${zone})`,
  };
}
