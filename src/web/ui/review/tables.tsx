import type { ReactNode } from 'react';
import type { PromiseState } from '../../../domain/promises/words.ts';
import { useFormat } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.tsx';
import { PromiseMark } from '../marks.tsx';
import { Num } from './behind.tsx';
import type { Shown } from './matrix.tsx';

/** What the talks were about: a table whose rows are bars, the period before as a thin line under each. */
export function Causes({ causes, firm }: { causes: Shown['causes']; firm: string }): ReactNode {
  const t = useT();
  const format = useFormat();
  const most = Math.max(1, ...causes.map((c) => Math.max(c.n, c.before)));
  const bar = (n: number): { width: string } => ({ width: `${(n / most) * 100}%` });
  return (
    <table className="w-full">
      <thead className="text-sm text-muted">
        <tr>
          <th scope="col" className="pb-1 text-left font-normal">
            {t('review.col.cause')}
          </th>
          <th scope="col" className="pb-1 pl-3 text-right font-normal">
            {t('review.col.now')}
          </th>
          <th scope="col" className="pb-1 pl-3 text-right font-normal">
            {t('review.col.before')}
          </th>
          <th scope="col" className="pb-1 pl-3 text-right font-normal">
            {t('review.col.time')}
          </th>
        </tr>
      </thead>
      <tbody>
        {causes.map((c) => (
          <tr key={c.cause} className="border-t border-line align-top">
            <th scope="row" className="w-full py-2 text-left font-normal">
              {t(`review.cause.${c.cause}`, { firm })}
              <span aria-hidden="true" className="mt-1 grid gap-0.5">
                <span className="h-2 rounded-sm bg-accent" style={bar(c.n)} />
                <span className="h-0.5 bg-strong" style={bar(c.before)} />
              </span>
            </th>
            <td className="py-2 pl-3 text-right font-semibold">
              <Num {...countedBy(c.cause)}>{format.number(c.n)}</Num>
            </td>
            <td className="py-2 pl-3 text-right text-muted">{format.number(c.before)}</td>
            <td className="py-2 pl-3 text-right whitespace-nowrap text-muted">
              {c.minutes ? format.minutes(c.minutes) : ''}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const countedBy = (cause: string): { metric: string; key_: string } => {
  if (cause === 'said-again') return { metric: 'repeat', key_: 'times' };
  return cause === 'broken-promise' ? { metric: 'promise-ours', key_: 'broken' } : { metric: 'cause', key_: cause };
};

const ENDS: readonly (readonly [name: 'kept' | 'early' | 'exceeded' | 'moved' | 'broken', state: PromiseState])[] = [
  ['kept', 'kept'],
  ['early', 'kept-early'],
  ['exceeded', 'exceeded'],
  ['moved', 'renegotiated'],
  ['broken', 'broken'],
];

/** P1, P5: what either side promised and what became of it, side by side. */
export function PromisesBothWays({
  promises,
  names,
}: {
  promises: Shown['promises'];
  names: { ours: string; theirs: string };
}): ReactNode {
  const t = useT();
  const format = useFormat();
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {(['ours', 'theirs'] as const).map((side) => {
        const { keptShare } = promises[side];
        const ended = ENDS.filter(([name]) => promises[side][name] > 0);
        return (
          <section key={side} className="grid content-start gap-2 rounded-lg border border-line p-4">
            <h3 className="font-medium">{t('review.promised-by', { name: names[side] })}</h3>
            {keptShare === null ? null : (
              <p className="text-xl font-semibold">{t('review.kept-share', { share: format.percent(keptShare) })}</p>
            )}
            {ended.length === 0 ? <p className="text-muted">{t('review.no-promises')}</p> : null}
            <ul className="grid gap-1">
              {ended.map(([name, state]) => (
                <li key={name} className="flex items-center gap-2">
                  <PromiseMark state={state} labelled />
                  <span className="ml-auto">
                    <Num metric={`promise-${side}`} key_={state}>
                      {format.number(promises[side][name])}
                    </Num>
                  </span>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
