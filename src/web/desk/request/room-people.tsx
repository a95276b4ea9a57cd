import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/light/button.tsx';
import { ProblemNotice } from '../../ui/light/notice.tsx';
import { useAction } from '../../ui/light/use-action.ts';
import { getRoomPeople, inviteIntoRoom, revokeLinks } from '../doors.ts';
import type { FormProps } from './act-panel.tsx';

/** Who of the client may come to the table, with what rights; a link that went astray is ended here. */
export function RoomPeople({ page, again }: FormProps): ReactNode {
  const t = useT();
  const format = useFormat();
  const { data, error } = useQuery({
    queryKey: ['room-people', page.id, page.version],
    queryFn: () => getRoomPeople({ params: { id: page.id } }),
  });
  const invite = useAction(async (contactId: string) => {
    await inviteIntoRoom({ params: { id: page.id, contactId }, body: {} });
    await again();
  });
  const revoke = useAction(async (contactId: string) => {
    await revokeLinks({ params: { id: page.id, contactId } });
    await again();
  });
  return (
    <div className="grid gap-3">
      <p className="text-muted">{t('desk-table.room-people-hint')}</p>
      <ProblemNotice problem={error ?? invite.problem ?? revoke.problem} />
      <ul className="grid gap-2">
        {data?.items.map((p) => (
          <li key={p.contactId} className="grid gap-1 rounded-md border border-line p-2">
            <p>
              <strong>{p.name}</strong> ({t(`desk-work.may.${p.may}`)}) <span className="text-muted">{p.email}</span>
            </p>
            <p className="text-muted">
              {[
                t('desk-table.room-links', { n: p.links }),
                p.lastSent ? t('desk-table.room-last-sent', { date: format.when(p.lastSent) }) : '',
                p.sessions > 0 ? t('desk-table.room-open', { n: p.sessions }) : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <p className="flex flex-wrap gap-2">
              <Button busy={invite.busy} onClick={() => void invite.run(p.contactId)}>
                {t('desk-table.room-invite')}
              </Button>
              {p.links > 0 ? (
                <Button kind="quiet" busy={revoke.busy} onClick={() => void revoke.run(p.contactId)}>
                  {t('desk-table.room-revoke')}
                </Button>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
