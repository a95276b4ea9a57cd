import type { ReactNode } from 'react';
import { useT } from '../i18n/i18n.tsx';
import { Button } from '../ui/light/button.tsx';
import { ProblemNotice } from '../ui/light/notice.tsx';
import { useAction } from '../ui/light/use-action.ts';
import { MethodCount, MethodTable } from '../ui/method-change.tsx';
import { stayWithAgreed, takeNewWay } from './doors.ts';
import { Section, type Seen } from './section.tsx';

/** S2: they asked for another way: both ways side by side, and the choice is theirs. */
export function MethodChange({ page, reload }: Seen): ReactNode {
  const t = useT();
  const change = page.methodChanges.find((c) => c.state === 'open');
  const hash = page.options.find((o) => o.id === change?.wishedId)?.hash ?? '';
  const call = { params: { id: page.id, changeId: change?.id ?? '' }, body: { hash } };
  const take = useAction(async () => {
    await takeNewWay(call);
    await reload();
  });
  const stay = useAction(async () => {
    await stayWithAgreed(call);
    await reload();
  });
  if (!change) return <MethodCount changes={page.methodChanges} />;
  return (
    <Section title={t('room-situations.method')}>
      <p>{t('room-situations.method-you-said', { words: change.words })}</p>
      <p className="text-muted">{t('room-situations.method-number', { n: change.number })}</p>
      <MethodTable
        change={change}
        options={page.options}
        zone={page.zone}
        wordsOf={(id) => page.entries.find((e) => e.id === id)?.text ?? ''}
      />
      {page.me.may === 'see' ? null : (
        <>
          <p className="text-muted">{t('room-situations.method-sign')}</p>
          <ProblemNotice problem={take.problem ?? stay.problem} />
          <p className="no-print flex flex-wrap gap-2">
            <Button kind="primary" busy={take.busy} onClick={() => void take.run()}>
              {t('room-situations.method-take')}
            </Button>
            <Button busy={stay.busy} onClick={() => void stay.run()}>
              {t('room-situations.method-stay')}
            </Button>
          </p>
        </>
      )}
    </Section>
  );
}
