import type { ReactNode } from 'react';
import { useT } from '../i18n/i18n.tsx';
import { ProblemNotice } from '../ui/light/notice.tsx';
import { ActionList, ProposeForm } from '../ui/review/actions.tsx';
import { Part, ReviewSheet } from '../ui/review/sheet.tsx';
import { agreeAction, proposeAction, roomReview } from './doors.ts';
import { useResource } from './use-resource.ts';

/** T17, T18: the review as it was shared, and what the two sides do about it. */
export function Review({ id, may }: { id: string; may: 'see' | 'talk' | 'decide' }): ReactNode {
  const t = useT();
  const { value, problem, reload } = useResource(() => roomReview({ params: { id } }), `review ${id}`);
  if (!value) return <ProblemNotice problem={problem} />;
  const { document, actions } = value;
  return (
    <div className="grid gap-8">
      <ReviewSheet document={document} />
      <Part title={t('review.actions')}>
        <ActionList
          document={document}
          actions={actions}
          side={may === 'see' ? null : 'theirs'}
          onAgree={async (action) => {
            await agreeAction({ params: { id: action } });
            await reload();
          }}
        />
        {may === 'see' ? null : (
          <ProposeForm
            document={document}
            side="theirs"
            onPropose={async (wish) => {
              await proposeAction({ params: { id }, body: wish });
              await reload();
            }}
          />
        )}
      </Part>
      <p className="no-print flex flex-wrap gap-4">
        <a className="text-accent hover:underline" href={`/api/room/review-papers/${id}.pdf`} download>
          {t('shared.download-pdf')}
        </a>
        <a className="text-accent hover:underline" href={`/api/room/review-papers/${id}.csv`} download>
          {t('review.download-csv')}
        </a>
      </p>
    </div>
  );
}
