import { type ReactNode, useState } from 'react';
import type { Message } from '../../../contract/conversation.ts';
import { useFormat } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/light/button.tsx';
import { Empty, ProblemNotice } from '../../ui/light/notice.tsx';
import { useAction } from '../../ui/light/use-action.ts';
import { acceptSender, undoSend } from '../doors.ts';
import type { Act } from './act-panel.tsx';
import type { Seen } from './request.ts';
import { selectedIn } from './selection.ts';

type Props = Seen & { onAct: (act: Act) => void };

/** Newest last; quoted text folded; internal notes tinted. Words that are selected can be put on the ledger. */
export function Conversation({ page, again, onAct }: Props): ReactNode {
  const t = useT();
  if (page.messages.length === 0) return <Empty>{t('desk-work.conversation-empty')}</Empty>;
  return (
    <ol className="grid gap-3" aria-label={t('desk-work.conversation')}>
      {page.messages.map((m) => (
        <OneMessage key={m.id} message={m} page={page} again={again} onAct={onAct} />
      ))}
    </ol>
  );
}

function OneMessage({ message: m, page, again, onAct }: Props & { message: Message }): ReactNode {
  const t = useT();
  const format = useFormat();
  const [html, setHtml] = useState(false);
  const undo = useAction(async () => {
    await undoSend({ params: { id: m.id } });
    await again();
  });
  const accept = useAction(async () => {
    await acceptSender({ params: { id: m.id }, body: {} });
    await again();
  });
  const tint = m.channel === 'note' ? 'bg-note' : m.direction === 'out' ? 'bg-accent-soft' : 'bg-panel';
  const waiting = m.delivery.some((d) => d.state === 'queued');
  return (
    <li id={`m-${m.id}`} className={`grid gap-1 rounded-md p-3 ${tint}`}>
      <p className="flex flex-wrap gap-x-3 text-muted">
        <strong className="text-ink">{m.authorName}</strong>
        <span>{t(`desk-work.channel.${m.channel}`)}</span>
        <span>{format.when(m.at)}</span>
        {m.minutes > 0 ? <span>{t('desk-work.minutes', { n: m.minutes })}</span> : null}
        {m.delivery.map((d) => (
          <span
            key={d.recipient}
            className={
              d.state === 'failed' || d.state === 'bounced' ? 'text-red' : d.state === 'unknown' ? 'text-amber' : ''
            }
          >
            {t(`desk-work.delivery.${d.state}`)}
          </span>
        ))}
      </p>
      {m.verified ? null : (
        <p className="flex flex-wrap items-center gap-2 text-amber">
          {t('desk-work.unverified')}
          <Button kind="quiet" busy={accept.busy} onClick={() => void accept.run()}>
            {t('desk-work.accept-sender')}
          </Button>
        </p>
      )}
      <p data-body="" className="wrap-anywhere whitespace-pre-line">
        {m.body}
      </p>
      {html ? (
        <iframe
          title={t('desk-work.as-it-came')}
          sandbox=""
          src={`/api/messages/${m.id}/html`}
          className="h-80 w-full rounded-md border border-line bg-white"
        />
      ) : null}
      {m.quoted ? (
        <details>
          <summary className="text-muted">{t('desk-work.quoted')}</summary>
          <p className="wrap-anywhere whitespace-pre-line text-muted">{m.quoted}</p>
        </details>
      ) : null}
      {m.attachments
        .filter((a) => !a.inline)
        .map((a) => (
          <p key={a.id}>
            <a className="text-accent underline" href={`/api/attachments/${a.id}`} download>
              {a.name}
            </a>{' '}
            <span className="text-muted">{t('desk-work.bytes', { n: Math.max(1, Math.round(a.size / 1024)) })}</span>
          </p>
        ))}
      <p className="no-print flex flex-wrap gap-1">
        {m.direction === 'in' ? (
          <Button
            kind="quiet"
            onMouseDown={(event) => event.preventDefault()}
            onClick={(event) => {
              const body = event.currentTarget.closest('li')?.querySelector<HTMLElement>('[data-body]');
              const chosen = body ? selectedIn(body, m.body) : null;
              onAct({ kind: 'entry', source: { messageId: m.id, ...(chosen ?? { quote: '', start: 0, end: 0 }) } });
            }}
          >
            {t('desk-work.to-ledger')}
          </Button>
        ) : null}
        {m.direction === 'in' && page.phase !== 'closed' && page.messages.length > 1 ? (
          <Button kind="quiet" onClick={() => onAct({ kind: 'split', message: m })}>
            {t('desk-list.split')}
          </Button>
        ) : null}
        {m.hasHtml ? (
          <Button kind="quiet" aria-expanded={html} onClick={() => setHtml(!html)}>
            {t('desk-work.as-it-came')}
          </Button>
        ) : null}
        {waiting ? (
          <Button kind="quiet" busy={undo.busy} onClick={() => void undo.run()}>
            {t('desk-work.undo-send')}
          </Button>
        ) : null}
      </p>
      <ProblemNotice problem={undo.problem ?? accept.problem} />
    </li>
  );
}
