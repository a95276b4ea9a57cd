import type { ReactNode } from 'react';
import type { MethodChange } from '../../contract/method-change.ts';
import type { Option } from '../../contract/negotiation.ts';
import { useFormat } from '../i18n/format.ts';
import { useT } from '../i18n/i18n.tsx';

type Way = Pick<Option, 'id' | 'title' | 'terms'>;
const DAY = 86_400_000;

/** S2: both ways side by side, and under them what the change would mean. `wordsOf`: an entry of the ledger in the client's own words. */
export function MethodTable({
  change,
  options,
  wordsOf,
  zone,
}: {
  change: MethodChange;
  options: readonly Way[];
  wordsOf: (entryId: string) => string;
  zone?: string | undefined;
}): ReactNode {
  const t = useT();
  const format = useFormat();
  const ways = [change.agreedId, change.wishedId].map((id) => options.find((o) => o.id === id));
  const [agreed, wished] = ways;
  if (!agreed || !wished) return null;
  const said = (ids: readonly string[]): string => format.list(ids.map((id) => `“${wordsOf(id)}”`));
  const { gives, loses, gains } = change.between;
  const costOf = ({ terms }: Way): string =>
    terms.costs.length === 0
      ? t('shared.method.no-cost')
      : terms.costs
          .map((c) => {
            const when = c.conditional ? ` (${c.when ?? t(`shared.cost.${c.conditional}`)})` : '';
            return `${c.label}: ${format.money(c.minor, c.currency)}${when}`;
          })
          .join('\n');
  const dateOf = ({ terms: { date } }: Way): string =>
    date.kind === 'none' ? date.why : format.when(date.kind === 'by-hand' ? date.at : date.p90, zone);
  const rows: [name: string, cell: (way: Way) => string][] = [
    [t('shared.method.what'), (w) => `${w.title}\n${w.terms.text}`],
    [t('shared.method.cost'), costOf],
    [t('shared.method.by-when'), dateOf],
    [t('shared.method.we-do'), (w) => w.terms.weDo.map((u) => u.text).join('\n')],
    [t('shared.method.you-do'), (w) => w.terms.youDo.map((u) => u.text).join('\n')],
  ];
  return (
    <div className="grid gap-3">
      <table className="w-full table-fixed border-collapse text-left align-top">
        <caption className="sr-only">{t('shared.method.caption')}</caption>
        <thead>
          <tr className="border-b border-strong">
            <th scope="col" className="py-1 pr-3">
              {t('shared.method.agreed')}
            </th>
            <th scope="col" className="py-1">
              {t('shared.method.wished')}
            </th>
          </tr>
        </thead>
        {rows
          .filter(([, cell]) => cell(agreed) !== '' || cell(wished) !== '')
          .map(([name, cell]) => (
            <tbody key={name}>
              <tr>
                <th scope="rowgroup" colSpan={2} className="pt-2 text-sm font-normal text-muted">
                  {name}
                </th>
              </tr>
              <tr className="border-b border-line align-top">
                <td className="pr-3 pb-2 wrap-anywhere whitespace-pre-line">{cell(agreed) || '–'}</td>
                <td
                  className={`pb-2 wrap-anywhere whitespace-pre-line ${cell(agreed) === cell(wished) ? 'text-muted' : ''}`}
                >
                  {cell(wished) || '–'}
                </td>
              </tr>
            </tbody>
          ))}
      </table>
      <ul className="list-disc pl-5">
        <Cost change={change} />
        <When change={change} />
        {gives.length > 0 ? <li>{t('shared.method.gives', { what: said(gives) })}</li> : null}
        {loses.length > 0 ? <li className="text-amber">{t('shared.method.loses', { what: said(loses) })}</li> : null}
        {gains.length > 0 ? <li>{t('shared.method.gains', { what: said(gains) })}</li> : null}
      </ul>
    </div>
  );
}

function Cost({ change: { between } }: { change: MethodChange }): ReactNode {
  const t = useT();
  const format = useFormat();
  if (between.cost.length === 0) return <li>{t('shared.method.same-cost')}</li>;
  return between.cost.map(({ minor, currency }) => (
    <li key={currency}>
      {t(minor > 0 ? 'shared.method.dearer' : 'shared.method.cheaper', {
        amount: format.money(Math.abs(minor), currency),
      })}
    </li>
  ));
}

function When({ change: { between } }: { change: MethodChange }): ReactNode {
  const t = useT();
  const { from, to } = between;
  if (!to) return <li>{t('shared.method.no-date')}</li>;
  if (!from) return null;
  const days = Math.round((Date.parse(to) - Date.parse(from)) / DAY);
  if (days === 0) return <li>{t('shared.method.same-date')}</li>;
  return <li>{t(days > 0 ? 'shared.method.later' : 'shared.method.earlier', { days: Math.abs(days) })}</li>;
}

/** S2: how often another way was asked for, and how often it was taken. */
export function MethodCount({ changes }: { changes: readonly MethodChange[] }): ReactNode {
  const t = useT();
  if (changes.length === 0) return null;
  const made = changes.filter((c) => c.state === 'made' || c.state === 'chosen').length;
  return <p className="text-muted">{t('shared.method.count', { asked: changes.length, made })}</p>;
}
