import { type ReactNode, useState } from 'react';
import { useT } from '../i18n/i18n.tsx';
import { Button } from '../ui/light/button.tsx';
import { Notice, ProblemNotice } from '../ui/light/notice.tsx';
import { useAction } from '../ui/light/use-action.ts';
import { declineToDiscuss, talkAfterAll } from './doors.ts';
import type { Seen } from './section.tsx';

/** T12: “just do it”: first they see what talking brings; who still declines is taken at their word. */
export function JustDoIt({ page, reload }: Seen): ReactNode {
  const t = useT();
  const [benefit, setBenefit] = useState<string | null>(null);
  const decline = useAction(async () => {
    const answer = await declineToDiscuss({ params: { id: page.id }, body: { words: '' } });
    setBenefit(answer.benefit);
    await reload();
  });
  const talk = useAction(async () => {
    await talkAfterAll({ params: { id: page.id }, body: {} });
    setBenefit(null);
    await reload();
  });
  if (page.talk === 'declined-to-discuss') return <Notice>{t('room-table.declined')}</Notice>;
  if (benefit)
    return (
      <section className="grid gap-3 rounded-md border border-accent p-4" aria-live="polite">
        <h3 className="font-semibold">{t('room-table.benefit')}</h3>
        <p className="whitespace-pre-line">{benefit}</p>
        <ProblemNotice problem={decline.problem ?? talk.problem} />
        <p className="flex flex-wrap gap-2">
          <Button kind="primary" busy={talk.busy} onClick={() => void talk.run()}>
            {t('room-table.benefit-talk')}
          </Button>
          <Button busy={decline.busy} onClick={() => void decline.run()}>
            {t('room-table.benefit-no')}
          </Button>
        </p>
      </section>
    );
  if (page.talk !== 'inviting' && page.talk !== 'talking') return null;
  return (
    <details className="rounded-md border border-line p-3">
      <summary className="min-h-8 font-medium">{t('room.just-do-it')}</summary>
      <p className="my-2 text-muted">{t('room.just-do-it-hint')}</p>
      <ProblemNotice problem={decline.problem} />
      <Button busy={decline.busy} onClick={() => void decline.run()}>
        {t('room.just-do-it')}
      </Button>
    </details>
  );
}
