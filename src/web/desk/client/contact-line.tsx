import type { ReactNode } from 'react';
import type { ClientPage } from '../../../contract/clients.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/light/button.tsx';
import { ProblemNotice } from '../../ui/light/notice.tsx';
import { useAction } from '../../ui/light/use-action.ts';
import { contactBack } from '../doors.ts';

type Contact = ClientPage['contacts'][number];
type Props = { contact: Contact; others: readonly Contact[]; onGone: () => void; done: () => Promise<void> };

/** A person of the client: what they may, whether mail reaches them, and whether they are still there (S5). */
export function ContactLine({ contact: c, others, onGone, done }: Props): ReactNode {
  const t = useT();
  const back = useAction(async () => {
    await contactBack({ params: { id: c.id }, body: {} });
    await done();
  });
  const heir = others.find((o) => o.id === c.successorId);
  return (
    <li className="flex flex-wrap items-center gap-x-2">
      <span className={c.status === 'active' ? '' : 'text-muted'}>
        {c.name} · {c.email} · {t(`desk-work.may.${c.may}`)}
      </span>
      {c.bounced ? <span className="text-red">{t('desk-work.bounced')}</span> : null}
      {c.status === 'active' ? (
        <Button kind="quiet" onClick={onGone}>
          {t('desk-people.gone')}
        </Button>
      ) : (
        <>
          <strong>{t(`desk-people.status.${c.status}`)}</strong>
          {heir ? <span>{t('desk-people.taken-over', { name: heir.name })}</span> : null}
          <Button kind="quiet" busy={back.busy} onClick={() => void back.run()}>
            {t('desk-people.back')}
          </Button>
        </>
      )}
      <ProblemNotice problem={back.problem} />
    </li>
  );
}
