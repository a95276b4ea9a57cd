import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { WordsIn, gather, useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/light/button.tsx';
import { Tick } from '../../ui/light/fields.tsx';
import { Notice, ProblemNotice } from '../../ui/light/notice.tsx';
import { useAction } from '../../ui/light/use-action.ts';
import { ActionList, ProposeForm } from '../../ui/review/actions.tsx';
import { Behind } from '../../ui/review/behind.tsx';
import { Part, ReviewSheet } from '../../ui/review/sheet.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { getReview, moveAction, proposeAction, writeReview } from '../doors.ts';
import { Commentary } from './commentary.tsx';
import { ShareForm } from './share-form.tsx';

const files = import.meta.glob('../../../messages/*/{review,shared}.json');
const load = (lang: 'en' | 'ru' | 'pl' | 'fr') => gather(files, lang);

/** T17: the review exactly as the client would see it, with our commentary, examples to leave out, and what we agreed to do. */
export function Page(): ReactNode {
  const t = useT();
  const format = useFormat();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const {
    data: page,
    error,
    refetch,
  } = useQuery({ queryKey: ['review', id], queryFn: () => getReview({ params: { id } }) });
  const [sharing, setSharing] = useState(false);
  const [agreed, setAgreed] = useState(false);
  const write = useAction(async (change: { commentary?: string; leftOut?: string[] }) => {
    if (!page) return;
    const body = { commentary: page.document.commentary, leftOut: page.leftOut, ...change };
    await writeReview({ params: { id }, ifMatch: page.version, body });
    await refetch();
  });
  const move = async (actionId: string, to: 'agree' | 'done'): Promise<void> => {
    await moveAction({ params: { id: actionId }, body: { move: to } });
    await refetch();
  };
  if (!page) return <ProblemNotice problem={error} />;
  const { document: d, clientId } = page;
  return (
    <div className="grid max-w-5xl gap-6">
      <div className="no-print flex flex-wrap items-center gap-3">
        <p className="mr-auto text-muted">
          {page.sharedAt ? t('desk-review.shared-on', { date: format.date(page.sharedAt) }) : t('desk-review.draft')} ·{' '}
          {t('desk-review.preview-hint')}
        </p>
        <a className="hover:underline" href={`/api/review-papers/${id}.pdf`} download>
          {t('shared.download-pdf')}
        </a>
        <a className="hover:underline" href={`/api/review-papers/${id}.csv`} download>
          {t('review.download-csv')}
        </a>
        <Button kind="primary" onClick={() => setSharing(true)}>
          {t(page.sharedAt ? 'desk-review.share-again' : 'desk-review.share')}
        </Button>
      </div>
      {page.changed ? <Notice>{t('desk-review.changed')}</Notice> : null}
      <Commentary
        key={page.version}
        value={d.commentary}
        onSave={(commentary) => write.run({ commentary })}
        busy={write.busy}
      />
      <ProblemNotice problem={write.problem} />
      {page.leftOut.length > 0 ? (
        <p className="no-print flex flex-wrap items-center gap-3">
          {t('desk-review.left-out', { n: page.leftOut.length })}
          <Button kind="quiet" onClick={() => void write.run({ leftOut: [] })}>
            {t('desk-review.bring-back')}
          </Button>
        </p>
      ) : null}
      <div className="rounded-lg border border-line p-4 sm:p-6 print:border-0 print:p-0">
        <Behind
          value={(counted, text) => (
            <Link
              to="/requests"
              search={{ ...counted, ...d.period, clientId }}
              className="underline decoration-strong underline-offset-4 hover:decoration-accent"
            >
              {text}
            </Link>
          )}
        >
          <WordsIn lang={d.lang} load={load}>
            <ReviewSheet document={d} />
          </WordsIn>
        </Behind>
      </div>
      {d.examples.length > 0 ? (
        <ul className="no-print flex flex-wrap gap-2">
          {d.examples.map((e) => (
            <li key={e.id}>
              <Button kind="quiet" onClick={() => void write.run({ leftOut: [...page.leftOut, e.id] })}>
                {t('desk-review.leave-out')}: {e.ref}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      <Part title={t('review.actions')}>
        <ActionList
          document={d}
          actions={page.actions}
          side="ours"
          onAgree={(action) => move(action, 'agree')}
          more={(a) =>
            a.oursAgreed && a.theirsAgreed && !a.done ? (
              <Button kind="quiet" onClick={() => void move(a.id, 'done')}>
                {t('desk-review.mark-done')}
              </Button>
            ) : null
          }
        />
        <ProposeForm
          document={d}
          side="ours"
          onPropose={async (wish) => {
            await proposeAction({ params: { id }, body: { ...wish, agreedWithThem: agreed } });
            setAgreed(false);
            await refetch();
          }}
        >
          <Tick
            label={t('desk-review.agreed-in-talk')}
            checked={agreed}
            onChange={(e) => setAgreed(e.target.checked)}
          />
        </ProposeForm>
      </Part>
      {sharing ? (
        <SidePanel title={t('desk-review.share')} onClose={() => setSharing(false)}>
          <ShareForm page={page} onShared={() => void refetch()} />
        </SidePanel>
      ) : null}
    </div>
  );
}
