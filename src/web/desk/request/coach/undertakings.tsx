import { type ReactNode } from 'react';
import type { Coaching } from '../../../../contract/coach.ts';
import type { RequestPage } from '../../../../contract/requests.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/light/button.tsx';
import { useAction } from '../../../ui/light/use-action.ts';
import { makePromise } from '../../doors.ts';
import type { Seen } from '../request.ts';
import { dueOf, isOpenOn } from './due.ts';
import type { Undertaking } from './read-draft.ts';

export type Prefill = {
  readonly text: string;
  readonly due: string | null;
  readonly ask?: string;
  readonly kind?: Undertaking['kind'];
};
type Props = Seen & {
  readonly undertakings: readonly Undertaking[];
  readonly calendar: Coaching['calendar'];
  readonly zone: string;
  /** The form, where one key is not enough: no date, beyond one's authority, questions open. */
  readonly onForm: (prefill: Prefill) => void;
};

/** What the draft undertakes. One key puts it on the ledger with its date; a date without hours in the agreement's calendar is said. */
export function Undertakings({ undertakings, page, ...rest }: Props): ReactNode {
  const t = useT();
  const open = undertakings.filter((u) => !isThere(page, u)).slice(0, 3);
  if (open.length === 0) return null;
  return (
    <ul aria-label={t('desk-coach.undertakings')} className="grid gap-1">
      {open.map((u) => (
        <One key={`${u.start}:${u.quote}`} undertaking={u} page={page} {...rest} />
      ))}
    </ul>
  );
}

const isThere = (page: RequestPage, u: Undertaking): boolean =>
  page.promises.some((p) => p.side === 'ours' && p.text === wordsOf(u) && p.state !== 'withdrawn');

const wordsOf = (u: Undertaking): string => u.quote.trim().slice(0, 500);

function One({
  undertaking: u,
  page,
  again,
  calendar,
  zone,
  onForm,
}: Omit<Props, 'undertakings'> & { undertaking: Undertaking }): ReactNode {
  const t = useT();
  const format = useFormat();
  const due = u.due ? dueOf(u.due, calendar, zone) : null;
  const closed = u.due ? isOpenOn(u.due, calendar) : null;
  const keep = useAction(async () => {
    if (!due) return onForm({ text: wordsOf(u), due: null, kind: u.kind });
    const figures = { hours: 0, moneyMinor: 0, openQuestionsWhy: null, dependsOn: null };
    const body = {
      side: 'ours',
      kind: u.kind,
      text: wordsOf(u),
      due,
      dueZone: zone,
      source: 'message',
      ...figures,
    } as const;
    try {
      await makePromise({ params: { id: page.id }, body });
      await again();
    } catch {
      // The form asks what is missing and says the refusal in words.
      onForm({ text: wordsOf(u), due, kind: u.kind });
    }
  });
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2">
      <span className="wrap-anywhere text-muted">
        {t('desk-coach.you-promise')} “{wordsOf(u)}”{' '}
        {due ? <strong className="text-ink">{format.date(due)}</strong> : t('desk-coach.no-date')}
        {closed?.open === false ? (
          <span className="block text-amber">
            {calendar.agreement
              ? t('desk-coach.closed-agreement', { day: closed.name ?? '', agreement: calendar.agreement })
              : t('desk-coach.closed', { day: closed.name ?? '' })}
          </span>
        ) : null}
      </span>
      <Button busy={keep.busy} onClick={() => void keep.run()}>
        {t('desk-coach.to-ledger')}
      </Button>
    </li>
  );
}
