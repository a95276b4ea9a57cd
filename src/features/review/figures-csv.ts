import type { InsightsPage, ReviewDocument } from '../../contract/review.ts';
import type { Translate } from '../../platform/i18n/translator.ts';

type Row = readonly (string | number)[];

/** A cell that a spreadsheet would take for a formula is told to be text; quotes as RFC 4180 has them. */
function cell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** With a byte order mark, since spreadsheets take UTF-8 for something else without it. */
const csv = (rows: readonly Row[]): string => `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;

function figureRows(t: Translate, f: ReviewDocument['figures'], firm: string): Row[] {
  const share = (n: number): string => (Math.round(n * 1000) / 10).toString();
  const ask = [
    ['as-asked', f.ask.asAsked],
    ['conditions-kept', f.ask.conditionsKept],
    ['changed', f.ask.changed],
    ['declined', f.ask.declined],
    ['no-agreement', f.ask.noAgreement],
    ['open', f.ask.open],
  ] as const;
  const ends = [
    ['kept', 'kept'],
    ['early', 'kept-early'],
    ['exceeded', 'exceeded'],
    ['moved', 'renegotiated'],
    ['broken', 'broken'],
  ] as const;
  const promised = (side: 'ours' | 'theirs'): Row[] =>
    ends.map(([name, state]) => [
      `${t(`desk-review.by-${side === 'ours' ? 'us' : 'them'}`)}: ${t(`shared.promise.${state}`)}`,
      f.promises[side][name],
      '',
      '',
      '',
    ]);
  return [
    [
      t('review.csv.figure'),
      t('review.col.now'),
      t('review.csv.minutes'),
      `${t('review.csv.share')} %`,
      t('review.col.before'),
    ],
    [t('review.requests'), f.requests, f.minutes, '', ''],
    ...f.cells.map((c): Row => [t(`review.cell.${c.fate}`), c.n, c.minutes, share(c.share), c.before.n]),
    ...f.causes.map((c): Row => [t(`review.cause.${c.cause}`, { firm }), c.n, c.minutes, '', c.before]),
    ...ask.map(([key, n]): Row => [t(`review.ask.${key}`), n, '', '', '']),
    ...promised('ours'),
    ...promised('theirs'),
    [t('review.cause.said-again'), f.repeats.times, '', '', f.repeats.before],
    [t('review.closing'), f.closing.closed, '', '', f.closing.before],
    ...f.months.map((m): Row => [`${t('review.talk-time')} ${m.month.slice(0, 7)}`, '', m.minutes, '', '']),
  ];
}

export const reviewCsv = (t: Translate, d: ReviewDocument): string => csv(figureRows(t, d.figures, d.firm));

export function insightsCsv(t: Translate, page: InsightsPage, firm: string): string {
  const clients = page.clients.map((c): Row => [
    c.name ?? t('desk-review.unknown-client'),
    c.n,
    c.minutes,
    c.awkward,
    c.awkwardMinutes,
    c.repeats,
    c.kept,
    c.broken,
  ]);
  const heads = ['client', 'requests', 'time', 'awkward', 'talk-time', 'repeats', 'kept'].map((head) =>
    t(`desk-review.col.${head}`),
  );
  return csv([...figureRows(t, page, firm), [], [...heads, t('shared.promise.broken')], ...clients]);
}
