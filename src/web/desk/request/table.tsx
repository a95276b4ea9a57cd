import { type ReactElement, type ReactNode, useState } from 'react';
import type { RequestPage } from '../../../contract/requests.ts';
import { STANCE_KINDS, type StanceKind } from '../../../domain/negotiation/words.ts';
import { useFormat } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/light/button.tsx';
import { Field } from '../../ui/light/fields.tsx';
import { Empty, Notice, ProblemNotice } from '../../ui/light/notice.tsx';
import { useAction } from '../../ui/light/use-action.ts';
import { takeStance } from '../doors.ts';
import type { Act } from './act-panel.tsx';
import { useAnyway } from './anyway.tsx';
import { MethodChanges } from './method-change.tsx';
import { EarlierAnswers, Pick } from './pick.tsx';
import type { Seen } from './request.ts';

type Props = Seen & { onAct: (act: Act) => void };
type Option = RequestPage['options'][number];

/** T7: rounds of “what if we tried this?” – every option side by side, with what each side says to its latest wording. */
export function OnTheTable(props: Props): ReactNode {
  const t = useT();
  const format = useFormat();
  const { page, onAct } = props;
  const round = page.rounds.at(-1);
  const shown = page.options.filter((o) => o.state !== 'superseded' || page.talk !== 'agreed');
  const ready = page.options.some((o) => o.state === 'draft' || (o.state === 'on-the-table' && o.side === 'theirs'));
  const open = page.phase !== 'closed';
  const accord = page.accords.at(-1);
  return (
    <div className="grid gap-3">
      {round ? (
        <p className="text-muted">
          {t('desk-work.round', { n: round.number, date: format.date(round.closesAt) })}{' '}
          {round.outcome ? t(`desk-work.round-outcome.${round.outcome}`) : ''}
        </p>
      ) : null}
      <MethodChanges page={page} />
      {page.choosing ? <Notice>{t('desk-table.several-work')}</Notice> : null}
      {page.options.length === 0 ? <Empty>{t('desk-work.table-empty')}</Empty> : null}
      <div className="grid gap-3 md:grid-cols-2">
        {shown.map((o) => (
          <Card key={o.id} option={o} {...props} />
        ))}
      </div>
      {accord ? (
        <Notice tone="good">
          {t('desk-work.accord-state', { number: accord.number, state: t(`desk-work.accord.${accord.state}`) })}{' '}
          <a className="underline" href={`/api/accords/${accord.id}.pdf`} download>
            {t('shared.download-pdf')}
          </a>
        </Notice>
      ) : null}
      {open ? (
        <p className="no-print flex flex-wrap gap-2">
          <Button onClick={() => onAct({ kind: 'option' })}>{t('desk-work.add-option')}</Button>
          {ready ? <Button onClick={() => onAct({ kind: 'round' })}>{t('desk-work.put-on-table')}</Button> : null}
          {accord && !accord.signatures.some((s) => s.side === 'ours') ? (
            <Button onClick={() => onAct({ kind: 'sign' })}>{t('desk-work.sign')}</Button>
          ) : null}
          {page.options.some((o) => o.state === 'agreed') ? (
            <Button onClick={() => onAct({ kind: 'method' })}>{t('desk-situations.method-open')}</Button>
          ) : null}
          {page.talk === 'inviting' || page.talk === 'talking' ? (
            <Button onClick={() => onAct({ kind: 'just-do-it' })}>{t('desk-table.just-do-it')}</Button>
          ) : null}
          <Button onClick={() => onAct({ kind: 'invite' })}>{t('desk-work.move.invite')}</Button>
        </p>
      ) : null}
    </div>
  );
}

function Card({ option: o, page, again, onAct }: Props & { option: Option }): ReactElement {
  const t = useT();
  const format = useFormat();
  const said = o.stances.filter((s) => !s.void && s.hash === o.hash);
  const wordsOf = (id: string): string => page.entries.find((e) => e.id === id)?.text ?? '';
  return (
    <article
      className={`grid content-start gap-2 rounded-lg border p-3 ${o.state === 'agreed' ? 'border-accent' : 'border-line'}`}
    >
      <h3 className="font-semibold">
        {o.letter} · {o.title}
      </h3>
      <p className="text-muted">
        {t(`shared.option.${o.state}`)} · {o.side === 'ours' ? t('desk-work.from-us') : t('desk-work.from-them')} ·{' '}
        {t('desk-work.wording', { n: o.revision })}
      </p>
      <p className="wrap-anywhere whitespace-pre-line">{o.terms.text}</p>
      <ul>
        {o.terms.costs.map((c) => (
          <li key={`${c.label}${c.minor}`}>
            {c.label}: {format.money(c.minor, c.currency)}{' '}
            {c.conditional ? <span className="text-amber">({c.when ?? t(`shared.cost.${c.conditional}`)})</span> : null}
          </li>
        ))}
        {o.terms.date.kind === 'by-hand' ? <li>{format.when(o.terms.date.at)}</li> : null}
        {o.terms.date.kind === 'forecast' ? (
          <li>
            {t('desk-dates.nine-of-ten', { date: format.date(o.terms.date.p90) })} ·{' '}
            {t('desk-dates.half', { date: format.date(o.terms.date.p50) })}
          </li>
        ) : null}
        {o.terms.weDo.map((u) => (
          <li key={u.text}>
            {t('desk-work.we')}: {u.text}
          </li>
        ))}
        {o.terms.youDo.map((u) => (
          <li key={u.text}>
            {t('desk-work.they')}: {u.text}
          </li>
        ))}
      </ul>
      <ul>
        {o.checks
          .filter((c) => c.verdict !== 'says-nothing')
          .map((c) => (
            <li key={c.entryId} className={c.verdict === 'misses' ? 'text-amber' : 'text-muted'}>
              {t(`shared.check.${c.verdict}`)} “{wordsOf(c.entryId)}”
            </li>
          ))}
      </ul>
      <ul>
        {said.map((s) => (
          <li key={s.id}>
            <strong>{s.side === 'ours' ? t('desk-work.we') : s.byName}</strong>:{' '}
            {t(s.side === 'ours' ? `desk-work.stance.${s.kind}` : `shared.stance.${s.kind}`)}{' '}
            {s.words ? `“${s.words}”` : ''}{' '}
            {s.wouldWork ? (
              <span className="text-muted">{t('desk-work.would-work', { words: s.wouldWork })}</span>
            ) : null}
          </li>
        ))}
      </ul>
      <EarlierAnswers option={o} />
      <Pick option={o} page={page} again={again} />
      {o.state === 'on-the-table' && !page.choosing ? (
        <OurStance
          key={o.hash}
          option={o}
          given={said.findLast((s) => s.side === 'ours')?.kind}
          page={page}
          again={again}
        />
      ) : null}
      {o.state === 'on-the-table' || o.state === 'draft' ? (
        <p className="no-print">
          <Button kind="quiet" onClick={() => onAct({ kind: 'option', option: o })}>
            {t('desk-work.word-anew')}
          </Button>
          <Button kind="quiet" onClick={() => onAct({ kind: 'option', parents: [o.id] })}>
            {t('desk-work.vary')}
          </Button>
        </p>
      ) : null}
    </article>
  );
}

function OurStance({
  option,
  given,
  page,
  again,
}: Seen & { option: Option; given: StanceKind | undefined }): ReactNode {
  const t = useT();
  const [kind, setKind] = useState<StanceKind | null>(null);
  const [words, setWords] = useState('');
  const [wouldWork, setWouldWork] = useState('');
  const { anyway, fieldFor } = useAnyway();
  const give = useAction(async (chosen: StanceKind) => {
    const said = { words: chosen === 'works' ? null : words, wouldWork: chosen === 'does-not-work' ? wouldWork : null };
    await takeStance({
      params: { id: page.id, optionId: option.id },
      body: { hash: option.hash, kind: chosen, ...said, ...anyway },
    });
    setKind(null);
    await again();
  });
  return (
    <form
      className="no-print grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (kind) void give.run(kind);
      }}
    >
      <div role="group" aria-label={t('desk-work.our-answer')} className="flex flex-wrap gap-1">
        {STANCE_KINDS.map((k) => (
          <Button
            key={k}
            aria-pressed={(kind ?? given) === k}
            busy={give.busy}
            onClick={() => (k === 'works' ? void give.run('works') : setKind(k))}
          >
            {(kind ?? given) === k ? <span aria-hidden="true">✓ </span> : null}
            {t(`desk-work.stance.${k}`)}
          </Button>
        ))}
      </div>
      {kind ? (
        <>
          <Field
            label={t('desk-work.stance-words')}
            value={words}
            required
            onChange={(event) => setWords(event.target.value)}
          />
          {kind === 'does-not-work' ? (
            <Field
              label={t('desk-work.would-work-ask')}
              value={wouldWork}
              required
              onChange={(event) => setWouldWork(event.target.value)}
            />
          ) : null}
          <p>
            <Button type="submit" busy={give.busy}>
              {t('shared.save')}
            </Button>
          </p>
        </>
      ) : null}
      <ProblemNotice problem={give.problem} />
      {fieldFor(give.problem)}
    </form>
  );
}
