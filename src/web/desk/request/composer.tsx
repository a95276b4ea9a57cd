import { type ReactNode, useCallback, useState } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/light/button.tsx';
import { Area, Field } from '../../ui/light/fields.tsx';
import { Notice, ProblemNotice } from '../../ui/light/notice.tsx';
import { UndoBar } from '../../ui/light/undo-bar.tsx';
import { useAction } from '../../ui/light/use-action.ts';
import { useDraft } from '../../ui/light/use-draft.ts';
import { addNote, reply, undoSend } from '../doors.ts';
import { useAnyway } from './anyway.tsx';
import type { Seen } from './request.ts';

const KINDS = ['reply', 'bad-news', 'note', 'call', 'visit'] as const;
type Kind = (typeof KINDS)[number];

/** What is typed stays in the browser until the server has it. A note never leaves; it looks different from the first letter on. */
export function Composer({ page, again }: Seen): ReactNode {
  const t = useT();
  const [kind, setKind] = useState<Kind>('reply');
  const [text, setText, done] = useDraft(`${kind}:${page.id}`);
  const [minutes, setMinutes] = useState('');
  const [sent, setSent] = useState<{ id: string; leavesAt: string; words: string } | null>(null);
  const gone = useCallback(() => setSent(null), []);
  const { anyway, fieldFor, clear } = useAnyway();
  const send = useAction(async () => {
    const spent = Number(minutes) || 0;
    if (kind === 'reply' || kind === 'bad-news') {
      const body = { body: text, purpose: kind, minutes: spent, attachmentIds: [], ...anyway };
      setSent({ ...(await reply({ params: { id: page.id }, body })), words: text });
    } else {
      await addNote({ params: { id: page.id }, body: { channel: kind, body: text, minutes: spent, shared: false } });
    }
    done();
    clear();
    setMinutes('');
    await again();
  });
  const leaves = kind === 'reply' || kind === 'bad-news';
  return (
    <form
      aria-label={t('desk-work.composer')}
      className={`no-print grid gap-2 rounded-lg border border-line p-3 ${leaves ? '' : 'bg-note'}`}
      onSubmit={(event) => {
        event.preventDefault();
        void send.run();
      }}
    >
      <div role="group" aria-label={t('desk-work.compose-kind')} className="flex flex-wrap gap-1">
        {KINDS.map((k) => (
          <Button key={k} kind={k === kind ? 'plain' : 'quiet'} aria-pressed={k === kind} onClick={() => setKind(k)}>
            {t(`desk-work.compose.${k}`)}
          </Button>
        ))}
      </div>
      {leaves && !page.contact ? <Notice tone="warn">{t('desk-work.unknown-client')}</Notice> : null}
      <Area
        label={leaves ? t('desk-work.write-to', { name: page.contact?.name ?? '?' }) : t('desk-work.write-note')}
        value={text}
        required
        rows={5}
        onChange={(event) => setText(event.target.value)}
      />
      <ProblemNotice problem={send.problem} />
      {fieldFor(send.problem)}
      {sent ? (
        <UndoBar
          words={t('desk-work.leaves-soon')}
          until={sent.leavesAt}
          onUndo={async () => {
            await undoSend({ params: { id: sent.id } });
            if (!text) setText(sent.words);
            await again();
          }}
          onGone={gone}
        />
      ) : null}
      <div className="flex flex-wrap items-end gap-3">
        <div className="w-28">
          <Field
            label={t('desk-work.minutes-spent')}
            type="number"
            min={0}
            max={1440}
            value={minutes}
            onChange={(event) => setMinutes(event.target.value)}
          />
        </div>
        <Button type="submit" busy={send.busy}>
          {leaves ? t('shared.send') : t('shared.save')}
        </Button>
      </div>
    </form>
  );
}
