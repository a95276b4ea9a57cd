import type { ReactNode } from 'react';
import { useFormat } from '../i18n/format.ts';
import { useT } from '../i18n/i18n.tsx';
import { Button } from '../ui/light/button.tsx';
import { Area } from '../ui/light/fields.tsx';
import { ProblemNotice } from '../ui/light/notice.tsx';
import { useAction } from '../ui/light/use-action.ts';
import { useDraft } from '../ui/light/use-draft.ts';
import { writeInRoom } from './doors.ts';
import { Section, type Seen } from './section.tsx';

export function Conversation({ page, reload }: Seen): ReactNode {
  const t = useT();
  const format = useFormat();
  const [words, setWords, done] = useDraft(`room:${page.id}`);
  const write = useAction(async () => {
    await writeInRoom({ params: { id: page.id }, body: { body: words } });
    done();
    await reload();
  });
  return (
    <Section title={t('room.conversation')}>
      <ol className="grid gap-3">
        {page.messages.map((m) => (
          <li
            key={m.id}
            className={`grid gap-1 rounded-md border border-line p-3 ${m.fromUs ? 'bg-accent-soft' : 'bg-panel'}`}
          >
            <p className="text-muted">
              {m.authorName} · {format.when(m.at, page.zone)}
            </p>
            <p className="wrap-anywhere whitespace-pre-line">{m.body}</p>
            {m.quoted ? (
              <details>
                <summary className="text-muted">{t('room.quoted')}</summary>
                <p className="wrap-anywhere whitespace-pre-line text-muted">{m.quoted}</p>
              </details>
            ) : null}
            {m.attachments.map((a) => (
              <p key={a.id}>
                <a className="text-accent underline" href={`/api/room/attachments/${a.id}`} download>
                  {a.name}
                </a>
              </p>
            ))}
          </li>
        ))}
      </ol>
      {page.me.may !== 'see' ? (
        <form
          className="grid gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            void write.run();
          }}
        >
          <Area label={t('room.write')} value={words} required onChange={(event) => setWords(event.target.value)} />
          <ProblemNotice problem={write.problem} />
          <p>
            <Button type="submit" busy={write.busy}>
              {t('shared.send')}
            </Button>
          </p>
        </form>
      ) : null}
    </Section>
  );
}
