import type { Translate } from '../../i18n/i18n.tsx';

/** The requests behind a figure: what was counted, of whom, from when to when. Lives in the address, so that it can be kept and sent. */
export type Behind = { metric?: string; key?: string; from?: string; to?: string; clientId?: string };
export type Period = { from?: string; to?: string };

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const day = (value: unknown): string | undefined =>
  /^\d{4}-\d{2}-\d{2}$/.test(text(value) ?? '') ? text(value) : undefined;

export function periodOf(search: Record<string, unknown>): Period {
  const [from, to] = [day(search['from']), day(search['to'])];
  return from && to ? { from, to } : {};
}

export function behindOf(search: Record<string, unknown>): Behind {
  const [metric, key, clientId] = [text(search['metric']), text(search['key']), text(search['clientId'])];
  return metric && key ? { metric, key, ...periodOf(search), ...(clientId ? { clientId } : {}) } : {};
}

const PREFIX: Readonly<Record<string, string>> = {
  fate: 'review.cell',
  cause: 'review.cause',
  ask: 'review.ask',
  closed: 'review.how',
  'promise-ours': 'shared.promise',
  'promise-theirs': 'shared.promise',
  'missed-ours': 'desk-review.reason',
  'missed-theirs': 'desk-review.reason',
};

/** What was counted, in words. */
export function wordsOf(
  t: Translate,
  perhaps: (key: string) => string | null,
  { metric = '', key = '' }: Behind,
): string {
  if (metric === 'first') return t(`desk-review.first.${key === 'written' || key === 'none' ? key : 'opened'}`);
  if (metric === 'round') return t(key === 'choice' ? 'desk-review.choice.several' : 'desk-review.choice.one');
  if (metric === 'favour') return t('desk-review.favours-line');
  if (metric === 'repeat') return t('review.cause.said-again');
  if (metric === 'fate' && key.includes(','))
    return t(key.includes('do-it') ? 'review.requests' : 'desk-review.col.awkward');
  if (key.includes(',')) return t('desk-review.col.kept');
  return perhaps(`${PREFIX[metric]}.${key}`) ?? key;
}
