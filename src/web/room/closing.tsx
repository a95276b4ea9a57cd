import { type ReactNode, useState } from 'react';
import { useFormat } from '../i18n/format.ts';
import { useT } from '../i18n/i18n.tsx';
import { Button } from '../ui/light/button.tsx';
import { Area } from '../ui/light/fields.tsx';
import { Notice, ProblemNotice } from '../ui/light/notice.tsx';
import { useAction } from '../ui/light/use-action.ts';
import { useDraft } from '../ui/light/use-draft.ts';
import { answerClosing } from './doors.ts';
import { Section, type Seen } from './section.tsx';

/** C2: what was asked, what was done, what was kept, what if it comes back; yes, closed – or not yet. */
export function Closing({ page, reload }: Seen): ReactNode {
  const t = useT();
  const format = useFormat();
  const [objecting, setObjecting] = useState(false);
  const closing = page.closing;
  const [words, setWords, done] = useDraft(`not-yet:${closing?.id ?? ''}`);
  const answer = useAction(async (what: 'closed' | 'not-yet') => {
    if (!closing) return;
    await answerClosing({
      params: { id: page.id },
      body: { closingId: closing.id, answer: what, words: what === 'not-yet' ? words : '' },
    });
    done();
    setObjecting(false);
    await reload();
  });
  if (!closing) return null;
  const parts = [
    ['asked', closing.asked],
    ['done', closing.done],
    ['kept', closing.kept],
    ['comes-back', closing.comesBack],
  ] as const;
  return (
    <Section title={t('room.closing')}>
      <dl className="grid gap-3 rounded-lg border border-line p-4">
        {parts.map(([name, text]) => (
          <div key={name}>
            <dt className="text-muted">{t(`room.${name}`)}</dt>
            <dd className="wrap-anywhere whitespace-pre-line">{text}</dd>
          </div>
        ))}
      </dl>
      {closing.state === 'confirmed' ? <Notice tone="good">{t('room.closed-thanks')}</Notice> : null}
      {closing.state === 'objected' ? (
        <Notice>{t('room.you-said-not-yet', { words: closing.objection ?? '' })}</Notice>
      ) : null}
      <ProblemNotice problem={answer.problem} />
      {closing.state === 'sent' && page.me.may !== 'see' ? (
        <>
          <p className="text-muted">{t('room.closing-until', { date: format.date(closing.silentAfter, page.zone) })}</p>
          <div className="flex flex-wrap gap-3">
            <Button kind="primary" busy={answer.busy} onClick={() => void answer.run('closed')}>
              {t('room.yes-closed')}
            </Button>
            <Button aria-expanded={objecting} onClick={() => setObjecting(!objecting)}>
              {t('room.not-yet')}
            </Button>
          </div>
          {objecting ? (
            <form
              className="grid gap-2"
              onSubmit={(event) => {
                event.preventDefault();
                void answer.run('not-yet');
              }}
            >
              <Area
                label={t('room.not-yet-what')}
                required
                value={words}
                onChange={(event) => setWords(event.target.value)}
              />
              <p>
                <Button type="submit" busy={answer.busy}>
                  {t('room.not-yet-send')}
                </Button>
              </p>
            </form>
          ) : null}
        </>
      ) : null}
    </Section>
  );
}
