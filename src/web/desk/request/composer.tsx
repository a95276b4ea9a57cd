import { type ReactNode, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
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
import { AttachedFiles, useAttached } from './attached.tsx';
import { BadNewsForm } from './coach/bad-news-form.tsx';
import { CoachPanel } from './coach/coach-panel.tsx';
import { DraftField, type Words } from './coach/draft-field.tsx';
import { useCoach } from './coach/use-coach.ts';
import type { Seen } from './request.ts';

const KINDS = ['reply', 'bad-news', 'note', 'call', 'visit'] as const;
export type Compose = (typeof KINDS)[number];
/** Asked for by a key or from the palette: this kind, now (`n` counts the presses). */
export type Asked = { readonly kind: Compose; readonly n: number };

type Props = Seen & { onAct: (act: Act) => void; asked: Asked | null };

/** What is typed stays in the browser until the server has it. A note never leaves; it looks different from the first letter on. */
export function Composer({ page, again, onAct, asked }: Props): ReactNode {
  const t = useT();
  const hintId = useId();
  const [kind, setKind] = useState<Compose>(asked?.kind ?? 'reply');
  const [answered, setAnswered] = useState(asked);
  if (asked !== answered) {
    setAnswered(asked);
    if (asked) setKind(asked.kind);
  }
  const [text, setText, done] = useDraft(`${kind}:${page.id}`);
  const [minutes, setMinutes] = useState('');
  const [sent, setSent] = useState<{ id: string; leavesAt: string; words: string } | null>(null);
  const gone = useCallback(() => setSent(null), []);
  const { anyway, fieldFor, clear } = useAnyway();
  const leaves = kind === 'reply' || kind === 'bad-news';
  const attached = useAttached(page.id);
  /** A file dropped here or pasted goes along; what is no file is left to the editor. */
  const takeFiles = (event: { preventDefault: () => void }, from: DataTransfer | null): void => {
    if (!leaves || !from || from.files.length === 0) return;
    event.preventDefault();
    attached.add(from.files);
  };
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
    if (text.trim() === '' || attached.going.length > 0) return words.current?.focus();
    if (await holds()) return undefined;
    const spent = Number(minutes) || 0;
    if (kind === 'reply' || kind === 'bad-news') {
      const attachmentIds = attached.files.map((f) => f.id);
      const body = { body: text, purpose: kind, minutes: spent, attachmentIds, ...anyway };
      setSent({ ...(await reply({ params: { id: page.id }, body })), words: text });
      attached.keep([]);
    } else {
      await addNote({ params: { id: page.id }, body: { channel: kind, body: text, minutes: spent, shared: false } });
    }
    done();
    clear();
    setMinutes('');
    await again();
  });
  useEffect(() => {
    if (!asked) return undefined;
    // The field of another kind is another field: it is there after the next paint.
    const frame = requestAnimationFrame(() => words.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, [asked]);
  const toRemarks = (): boolean => {
    const first = panel.current?.querySelector<HTMLElement>('[data-remark]');
    first?.focus();
    return first != null;
  };
  return (
    <form
      aria-label={t('desk-work.composer')}
      className={`no-print grid gap-2 rounded-lg border border-line p-3 ${leaves ? '' : 'bg-note'}`}
      onPasteCapture={(event) => takeFiles(event, event.clipboardData)}
      onDragOver={(event) => {
        if (leaves && event.dataTransfer.types.includes('Files')) event.preventDefault();
      }}
      onDropCapture={(event) => takeFiles(event, event.dataTransfer)}
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
      {leaves ? <AttachedFiles attached={attached} /> : null}
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
            const { attachments } = await undoSend({ params: { id: sent.id } });
            if (!text) setText(sent.words);
            attached.keep([...attached.files, ...attachments]);
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
