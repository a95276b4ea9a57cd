import { type ReactNode, useState } from 'react';
import type { ReviewAction, ReviewDocument } from '../../../contract/review.ts';
import { CAUSES, type Cause } from '../../../domain/review/words.ts';
import { useFormat } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../light/button.tsx';
import { Choice, Field } from '../light/fields.tsx';
import { ProblemNotice } from '../light/notice.tsx';
import { useAction } from '../light/use-action.ts';

type Side = 'ours' | 'theirs';
export type Wish = Pick<ReviewAction, 'cause' | 'text' | 'side' | 'ownerName' | 'dueOn'>;

type ListProps = {
  document: ReviewDocument;
  actions: readonly ReviewAction[];
  /** Whose page this is: their own yes is asked for with a button; null for who may only look. */
  side: Side | null;
  onAgree: (id: string) => Promise<unknown>;
  more?: (action: ReviewAction) => ReactNode;
};

/** T18: what the two sides do about a cause; whoever has not said yes yet can say it here. */
export function ActionList({ document: d, actions, side, onAgree, more }: ListProps): ReactNode {
  const t = useT();
  const format = useFormat();
  const agree = useAction(onAgree);
  const name = (of: Side): string => (of === 'ours' ? d.firm : d.clientName);
  if (actions.length === 0) return <p className="text-muted">{t('review.actions-empty')}</p>;
  return (
    <ul className="grid gap-3">
      {actions.map((a) => {
        const waits = a.oursAgreed ? (a.theirsAgreed ? null : 'theirs') : 'ours';
        return (
          <li key={a.id} className="grid gap-1 rounded-lg border border-line p-3">
            <p className="font-medium">{a.text}</p>
            <p className="text-muted">
              {t(`review.cause.${a.cause}`, { firm: d.firm })} ·{' '}
              {t('review.action-who', { owner: a.ownerName, organisation: name(a.side), date: format.day(a.dueOn) })}
            </p>
            <div className="flex flex-wrap items-center gap-3">
              <span>
                {a.done
                  ? t('review.action.done')
                  : waits
                    ? t('review.action.waits', { name: name(waits) })
                    : t('review.action.agreed')}
              </span>
              {waits === side ? (
                <Button busy={agree.busy} onClick={() => void agree.run(a.id)}>
                  {t('review.agree')}
                </Button>
              ) : null}
              {more?.(a)}
            </div>
          </li>
        );
      })}
      <ProblemNotice problem={agree.problem} />
    </ul>
  );
}

type FormProps = {
  document: ReviewDocument;
  side: Side;
  onPropose: (wish: Wish) => Promise<unknown>;
  children?: ReactNode;
};

export function ProposeForm({ document: d, side, onPropose, children }: FormProps): ReactNode {
  const t = useT();
  const [wish, setWish] = useState<Wish>({
    cause: d.figures.causes[0]?.cause ?? 'outside-hours',
    text: '',
    side,
    ownerName: '',
    dueOn: '',
  });
  const set = (change: Partial<Wish>): void => setWish((before) => ({ ...before, ...change }));
  const propose = useAction(async () => {
    await onPropose(wish);
    set({ text: '', ownerName: '', dueOn: '' });
  });
  return (
    <form
      className="no-print grid max-w-xl gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void propose.run();
      }}
    >
      <Choice
        label={t('review.col.cause')}
        value={wish.cause}
        onChange={(e) => set({ cause: e.target.value as Cause })}
      >
        {CAUSES.map((cause) => (
          <option key={cause} value={cause}>
            {t(`review.cause.${cause}`, { firm: d.firm })}
          </option>
        ))}
      </Choice>
      <Field
        label={t('review.step')}
        required
        maxLength={500}
        value={wish.text}
        onChange={(e) => set({ text: e.target.value })}
      />
      <div className="grid gap-3 sm:grid-cols-3">
        <Choice label={t('review.step-side')} value={wish.side} onChange={(e) => set({ side: e.target.value as Side })}>
          <option value="ours">{d.firm}</option>
          <option value="theirs">{d.clientName}</option>
        </Choice>
        <Field
          label={t('review.step-owner')}
          required
          maxLength={200}
          value={wish.ownerName}
          onChange={(e) => set({ ownerName: e.target.value })}
        />
        <Field
          label={t('review.step-due')}
          type="date"
          required
          value={wish.dueOn}
          onChange={(e) => set({ dueOn: e.target.value })}
        />
      </div>
      {children}
      <ProblemNotice problem={propose.problem} />
      <p>
        <Button type="submit" busy={propose.busy}>
          {t('review.propose')}
        </Button>
      </p>
    </form>
  );
}
