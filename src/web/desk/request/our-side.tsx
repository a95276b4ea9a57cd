import type { ReactNode } from 'react';
import type { RequestPage } from '../../../contract/requests.ts';
import { useFormat } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/light/button.tsx';
import { Notice } from '../../ui/light/notice.tsx';
import { PromiseMark } from '../../ui/marks.tsx';
import { VisitsHere } from '../visits/visits-here.tsx';
import type { Act } from './act-panel.tsx';
import { Playbook } from './playbook.tsx';
import type { Seen } from './request.ts';
import { AtRisk } from './suggested-date.tsx';

type Props = Seen & { onAct: (act: Act) => void };
type PromiseRow = RequestPage['promises'][number];
const OPEN = new Set(['given', 'at-risk', 'awaiting-approval', 'proposed']);

/** Our side: why it is hard for us, what the agreement says, where we placed it, what was promised by either side. */
export function OurSide({ page, again, onAct }: Props): ReactNode {
  const t = useT();
  const format = useFormat();
  const placed = page.placements.findLast((p) => p.side === 'ours');
  const words = page.suggestion?.data.words;
  const open = page.phase !== 'closed';
  return (
    <section aria-label={t('desk-work.our-side')} className="grid content-start gap-3 rounded-lg bg-panel p-3">
      <h2 className="text-sm font-semibold tracking-wide text-muted uppercase">{t('desk-work.our-side')}</h2>
      {page.suggestion && typeof words === 'string' ? (
        <Notice>
          <p className="text-muted">
            {t('desk-work.agreement-says', { title: page.suggestion.agreementTitle ?? '–' })}
          </p>
          <p>
            {words}{' '}
            {page.suggestion.clause ? (
              <span className="text-muted">{t('desk-work.clause', { clause: page.suggestion.clause })}</span>
            ) : null}
          </p>
        </Notice>
      ) : null}
      <div className="grid gap-1">
        <h3 className="font-medium">{t('desk-work.difficulty')}</h3>
        <p className="wrap-anywhere whitespace-pre-line">
          {page.ourDifficulty ?? <span className="text-muted">{t('desk-work.difficulty-none')}</span>}
        </p>
        {open ? (
          <p>
            <Button kind="quiet" onClick={() => onAct({ kind: 'difficulty' })}>
              {t('desk-work.change')}
            </Button>
          </p>
        ) : null}
      </div>
      {placed ? (
        <div>
          <h3 className="font-medium">{t('desk-work.placed-because')}</h3>
          <p>
            {placed.reason} {placed.evidence ? <span className="text-muted">{placed.evidence}</span> : null}
          </p>
          <p className="text-muted">
            {placed.byName}, {format.date(placed.at)}
          </p>
        </div>
      ) : null}
      {open ? (
        <p>
          <Button onClick={() => onAct({ kind: 'place' })}>{t('desk-work.place')}</Button>
        </p>
      ) : null}
      <Promised
        title={t('desk-work.our-promises')}
        promises={page.promises.filter((p) => p.side === 'ours')}
        onAct={onAct}
      />
      <Promised
        title={t('desk-work.their-promises')}
        promises={page.promises.filter((p) => p.side === 'theirs')}
        onAct={onAct}
      />
      <VisitsHere of={{ requestId: page.id }} />
      {open ? (
        <p className="flex flex-wrap gap-2">
          <Button onClick={() => onAct({ kind: 'promise' })}>{t('desk-work.make-promise')}</Button>
          {page.client ? <Button onClick={() => onAct({ kind: 'visit' })}>{t('desk-visits.plan')}</Button> : null}
          <Button onClick={() => onAct({ kind: 'close' })}>{t('desk-work.close')}</Button>
          {page.moves.allowed.includes('answer-outside-agreement') ? (
            <Button onClick={() => onAct({ kind: 'outside' })}>{t('desk-work.act.outside')}</Button>
          ) : null}
          {page.moves.allowed.includes('suspend') && page.conflict?.state !== 'told' && page.contacts.length > 1 ? (
            <Button onClick={() => onAct({ kind: 'conflict' })}>{t('desk-table.conflict')}</Button>
          ) : null}
          <Button onClick={() => onAct({ kind: 'pause' })}>{t('desk-work.pause')}</Button>
          <Button onClick={() => onAct({ kind: 'handover' })}>{t('desk-people.handover')}</Button>
        </p>
      ) : null}
      <Playbook page={page} again={again} onAct={onAct} />
      {open && page.client ? <Awkward onAct={onAct} /> : null}
      {page.situations.unsaid.length > 0 ? (
        <div>
          <h3 className="font-medium">{t('desk-situations.unsaid')}</h3>
          <ul className="list-disc pl-5">
            {page.situations.unsaid.map((u) => (
              <li key={u.id}>
                {t(`desk-work.event.cause.${u.kind}`)}: “{u.words}”
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  );
}

/** Situations that have a form of their own. */
function Awkward({ onAct }: Pick<Props, 'onAct'>): ReactNode {
  const t = useT();
  return (
    <details>
      <summary className="font-medium">{t('desk-situations.more')}</summary>
      <p className="mt-2 flex flex-wrap gap-2">
        {(['heated', 'sold-twice', 'expectations'] as const).map((kind) => (
          <Button key={kind} onClick={() => onAct({ kind })}>
            {t(`desk-work.act.${kind}`)}
          </Button>
        ))}
      </p>
    </details>
  );
}

function Promised({
  title,
  promises,
  onAct,
}: {
  title: string;
  promises: readonly PromiseRow[];
  onAct: (act: Act) => void;
}): ReactNode {
  const t = useT();
  const format = useFormat();
  if (promises.length === 0) return null;
  return (
    <div className="grid gap-1">
      <h3 className="font-medium">{title}</h3>
      <ul className="grid gap-1">
        {promises.map((p) => (
          <li key={p.id} className="rounded-md bg-paper p-2">
            <p>{p.text}</p>
            <p className="flex flex-wrap gap-2 text-muted">
              <PromiseMark state={p.state} labelled />
              <span>{p.makerName}</span>
              <span>{format.when(p.due, p.dueZone)}</span>
              {p.target && OPEN.has(p.state) ? (
                <span>{t('desk-work.target', { date: format.date(p.target, p.dueZone) })}</span>
              ) : null}
              {p.side === 'ours' && (p.state === 'given' || p.state === 'at-risk') ? (
                <AtRisk requestId={p.requestId} promiseId={p.id} due={p.due} />
              ) : null}
              {p.approval && p.state === 'awaiting-approval' ? (
                <span>{t('desk-work.waits-for', { name: p.approval.askedOfName })}</span>
              ) : null}
            </p>
            {p.state === 'given' || p.state === 'at-risk' ? (
              <p className="flex flex-wrap gap-1">
                <Button kind="quiet" onClick={() => onAct({ kind: 'settle', promise: p })}>
                  {t('desk-work.settle')}
                </Button>
                {p.side === 'ours' ? (
                  <Button kind="quiet" onClick={() => onAct({ kind: 'move', promise: p })}>
                    {t('desk-work.move-date')}
                  </Button>
                ) : null}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
