import { type ReactNode, useState } from 'react';
import type { ReviewPage } from '../../../contract/review.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/light/button.tsx';
import { Field, Tick } from '../../ui/light/fields.tsx';
import { ProblemNotice } from '../../ui/light/notice.tsx';
import { useAction } from '../../ui/light/use-action.ts';
import { shareReview } from '../doors.ts';

/** T17: into the client's room as it is now, and a personal link for whoever is ticked. */
export function ShareForm({ page, onShared }: { page: ReviewPage; onShared: () => void }): ReactNode {
  const t = useT();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [links, setLinks] = useState<readonly { name: string; link: string }[] | null>(null);
  const share = useAction(async () => {
    const body = { contactIds: [...chosen] };
    const shared = await shareReview({ params: { id: page.id }, ifMatch: page.version, body });
    setLinks(shared.links);
    onShared();
  });
  return (
    <div className="grid gap-3">
      <p>{t('desk-review.share-hint')}</p>
      {links ? (
        links.map(({ name, link }) => (
          <Field
            key={link}
            label={t('desk-review.link-of', { name })}
            readOnly
            value={link}
            onFocus={(e) => e.target.select()}
          />
        ))
      ) : (
        <>
          {page.contacts.map((c) => (
            <Tick
              key={c.id}
              label={c.name}
              checked={chosen.includes(c.id)}
              onChange={(e) =>
                setChosen((before) => (e.target.checked ? [...before, c.id] : before.filter((id) => id !== c.id)))
              }
            />
          ))}
          <ProblemNotice problem={share.problem} />
          <p>
            <Button busy={share.busy} onClick={() => void share.run()}>
              {t('desk-review.share')}
            </Button>
          </p>
        </>
      )}
    </div>
  );
}
