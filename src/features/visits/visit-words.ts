import type { Lang } from '../../contract/common.ts';
import type { VisitLetter } from '../../contract/visits.ts';
import { type Translate, translator } from '../../platform/i18n/translator.ts';
import type { VisitRecord } from './visit.store.ts';

/** Which letters carry a calendar entry, and what a calendar program shall do with it (RFC 6047). */
export const ENTRY: Partial<Record<VisitLetter, 'request' | 'cancel'>> = {
  invitation: 'request',
  moved: 'request',
  substitute: 'request',
  'called-off': 'cancel',
};

export type To = { name: string; lang: Lang };

/** The ready words to the client in their language; a person reads them before they leave. `others`: the clashing visits at this client (S3). */
export function visitWords(
  visit: VisitRecord,
  about: VisitLetter,
  to: To,
  others: readonly VisitRecord[],
): { subject: string; body: string } {
  const t = translator(to.lang);
  const purpose = visit.purpose;
  const people = namesIn(visit, to.lang);
  const proxy = visit.proxyName ?? t('visits.proxy-unnamed');
  const when = whenIn(visit.window, visit.zone, to.lang);
  const said = { purpose, people, proxy, when };
  const body = t(`visits.${about}-body`, said);
  const lists = about === 'invitation' || about === 'moved' || about === 'substitute';
  const both = about === 'two-teams' ? [visit, ...others].map((v) => linesOf(v, to.lang, t)).join('\n\n') : '';
  const facts = lists ? linesOf(visit, to.lang, t) + slotsOf(visit, to.lang, t) : both;
  const close = lists ? t('visits.confirm') : '';
  return { subject: t(`visits.${about}-subject`, said), body: [body, facts, close].filter(Boolean).join('\n\n') };
}

function linesOf(visit: VisitRecord, lang: Lang, t: Translate): string {
  const where = visit.remote ? t('visits.from-afar') : visit.place;
  return [
    t('visits.line-when', { when: whenIn(visit.window, visit.zone, lang) }),
    ...(where ? [t('visits.line-where', { where })] : []),
    t('visits.line-what', { purpose: visit.purpose }),
    t('visits.line-who', { people: namesIn(visit, lang) }),
  ].join('\n');
}

function slotsOf(visit: VisitRecord, lang: Lang, t: Translate): string {
  if (visit.held.length === 0) return '';
  const times = visit.held.map((w) => `– ${whenIn(w, visit.zone, lang)}`);
  return `\n\n${t('visits.or-then')}\n${times.join('\n')}`;
}

const namesIn = (visit: VisitRecord, lang: Lang): string =>
  new Intl.ListFormat(lang, { type: 'conjunction' }).format(visit.names.map((n) => n.name));

/** Friday 13 March, 09:00–11:00, with the zone named. */
const whenIn = (window: { from: number; to: number }, zone: string, lang: Lang): string =>
  new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
    timeZoneName: 'short',
  }).formatRange(window.from, window.to);
