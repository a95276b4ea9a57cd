import { type ReactNode, useCallback, useId, useMemo, useRef, useState } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/light/button.tsx';
import { Field } from '../../ui/light/fields.tsx';
import { Notice, ProblemNotice } from '../../ui/light/notice.tsx';
import { UndoBar } from '../../ui/light/undo-bar.tsx';
import { useAction } from '../../ui/light/use-action.ts';
import { useDraft } from '../../ui/light/use-draft.ts';
import { addNote, reply, undoSend } from '../doors.ts';
import type { Act } from './act-panel.tsx';
import { useAnyway } from './anyway.tsx';
import { BadNewsForm } from './coach/bad-news-form.tsx';
import { CoachPanel } from './coach/coach-panel.tsx';
import { DraftField, type Words } from './coach/draft-field.tsx';
import { useCoach } from './coach/use-coach.ts';
import type { Seen } from './request.ts';

const KINDS = ['reply', 'bad-news', 'note', 'call', 'visit'] as const;
type Kind = (typeof KINDS)[number];

/** What is typed stays in the browser until the server has it. A note never leaves; it looks different from the first letter on. */
export function Composer({ page, again, onAct }: Seen & { onAct: (act: Act) => void }): ReactNode {
  const t = useT();
  const hintId = useId();
  const [kind, setKind] = useState<Kind>('reply');
  const [text, setText, done] = useDraft(`${kind}:${page.id}`);
  const [minutes, setMinutes] = useState('');
  const [sent, setSent] = useState<{ id: string; leavesAt: string; words: string } | null>(null);
  const gone = useCallback(() => setSent(null), []);
  const { anyway, fieldFor, clear } = useAnyway();
  const leaves = kind === 'reply' || kind === 'bad-news';
  const coach = useCoach(page.id, leaves ? kind : 'note', text);
  const marks = useMemo(() => (coach.reading?.draft === text ? coach.reading.remarks : null), [coach.reading, text]);
  const n = coach.reading?.remarks.length ?? 0;
  const words = useRef<Words>(null);
  const panel = useRef<HTMLDivElement>(null);
  const seen = useRef('');
  const [held, setHeld] = useState(false);
  /** What is worth a look is shown once when send is pressed (T4); pressed again, it goes. What stops is the server's to say. */
  const holds = async (): Promise<boolean> => {
    const reading = await coach.readNow().catch(() => null);
    const worth = reading?.remarks.filter((r) => r.level === 'check').map((r) => r.key) ?? [];
    const hold = worth.some((key) => !seen.current.includes(key));
    seen.current = worth.join(' ');
    setHeld(hold);
    return hold;
  };
  const send = useAction(async () => {
    if (text.trim() === '') return words.current?.focus();
    if (await holds()) return undefined;
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
  const toRemarks = (): boolean => {
    const first = panel.current?.querySelector<HTMLElement>('[data-remark]');
    first?.focus();
    return first != null;
  };
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
      {kind === 'bad-news' && coach.coaching ? (
        <BadNewsForm
          requestId={page.id}
          lang={coach.coaching.lang}
          onReady={(made, before) => setText(text.trim() === '' || text === before ? made : `${made}\n\n${text}`)}
        />
      ) : null}
      <DraftField
        key={kind}
        label={leaves ? t('desk-work.write-to', { name: page.contact?.name ?? '?' }) : t('desk-work.write-note')}
        value={text}
        onChange={setText}
        marks={marks}
        handle={words}
        describedBy={hintId}
        onLeave={toRemarks}
      />
      <p id={hintId} className="sr-only">
        {t('desk-coach.keys')}
      </p>
      <div ref={panel} className="grid gap-2">
        <CoachPanel coach={coach} text={text} words={words} page={page} again={again} onAct={onAct} />
      </div>
      {held && n > 0 ? (
        <Notice tone="warn" live>
          {t('desk-coach.held')}
        </Notice>
      ) : null}
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
