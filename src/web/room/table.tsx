import type { ReactNode } from 'react';
import type { RoomPage } from '../../contract/room.ts';
import { useFormat } from '../i18n/format.ts';
import { useT } from '../i18n/i18n.tsx';
import { Button } from '../ui/light/button.tsx';
import { Area, Field } from '../ui/light/fields.tsx';
import { Notice, ProblemNotice } from '../ui/light/notice.tsx';
import { useAction } from '../ui/light/use-action.ts';
import { useDraft } from '../ui/light/use-draft.ts';
import { proposeOption } from './doors.ts';
import { JustDoIt } from './just-do-it.tsx';
import { Pick } from './pick.tsx';
import { Section, type Seen } from './section.tsx';
import { Stances } from './stances.tsx';

type Option = RoomPage['options'][number];

/** The options side by side; on a phone one beside the other to swipe, always the same order of rows. */
export function OnTheTable(seen: Seen): ReactNode {
  const t = useT();
  const format = useFormat();
  const { page } = seen;
  // A new way that waits for their choice stands above, beside the agreed one.
  const chosen = new Set(page.methodChanges.filter((c) => c.state === 'open').map((c) => c.wishedId));
  const shown = page.options.filter((o) => (o.state === 'on-the-table' && !chosen.has(o.id)) || o.state === 'agreed');
  const round = page.rounds.findLast((r) => !r.closedAt);
  const may = page.me.may !== 'see' && page.phase !== 'closed' && page.phase !== 'closing';
  return (
    <Section title={t('room.table')}>
      {round ? (
        <p className="text-muted">
          {t('room.round', { n: round.number, date: format.date(round.closesAt, page.zone) })}
        </p>
      ) : null}
      {page.choosing ? <Notice>{t('room-table.several-work')}</Notice> : null}
      {shown.length === 0 ? <p className="text-muted">{t('room.table-none')}</p> : null}
      <ul
        className="flex snap-x gap-3 overflow-x-auto pb-2"
        tabIndex={shown.length > 1 ? 0 : undefined}
        aria-label={t('room.table')}
      >
        {shown.map((option) => (
          <OptionCard key={option.id} option={option} wide={shown.length === 1} {...seen} />
        ))}
      </ul>
      {may ? <OwnOption {...seen} /> : null}
      {may ? <JustDoIt {...seen} /> : null}
    </Section>
  );
}

function OptionCard({ option, wide, ...seen }: Seen & { option: Option; wide: boolean }): ReactNode {
  const t = useT();
  const format = useFormat();
  const { page } = seen;
  const { terms } = option;
  const misses = option.checks.filter((c) => c.verdict !== 'says-nothing');
  const wordsOf = (id: string): string => page.entries.find((e) => e.id === id)?.text ?? '';
  return (
    <li
      className={`grid shrink-0 snap-start content-start gap-3 rounded-lg border bg-paper p-4 ${wide ? 'w-full' : 'w-[85%] sm:w-[48%]'} ${option.state === 'agreed' ? 'border-accent' : 'border-strong'}`}
    >
      <h3 className="text-lg font-semibold">
        {option.letter} · {option.title}
      </h3>
      <p className="text-muted">{option.mine ? t('room.from-you') : t('room.from-us')}</p>
      <p className="wrap-anywhere whitespace-pre-line">{terms.text}</p>
      <dl className="grid gap-2">
        <Row name={t('room.cost')}>
          {terms.costs.length === 0 ? (
            t('room.no-cost')
          ) : (
            <ul>
              {terms.costs.map((cost) => (
                <li key={`${cost.label}${cost.minor}`}>
                  {cost.conditional
                    ? t('room.cost-if', { label: cost.label, when: cost.when ?? t(`shared.cost.${cost.conditional}`) })
                    : cost.label}
                  : {cost.minor === 0 ? t('room.free') : format.money(cost.minor, cost.currency)}
                </li>
              ))}
            </ul>
          )}
        </Row>
        <Row name={t('room.date')}>
          {terms.date.kind === 'by-hand'
            ? format.when(terms.date.at, page.zone)
            : terms.date.kind === 'forecast'
              ? t('room.date-forecast', {
                  p90: format.date(terms.date.p90, page.zone),
                  p50: format.date(terms.date.p50, page.zone),
                })
              : t('room.date-none', { why: terms.date.why })}
        </Row>
        <Things
          name={t('room.we-do')}
          items={terms.weDo.map((u) => (u.due ? `${u.text} – ${format.date(u.due, page.zone)}` : u.text))}
        />
        <Things
          name={t('room.you-do')}
          items={terms.youDo.map((u) => (u.due ? `${u.text} – ${format.date(u.due, page.zone)}` : u.text))}
        />
        {terms.place ? <Row name={t('room.place-where')}>{terms.place}</Row> : null}
        <Things name={t('room.scope-in')} items={terms.scopeIn} />
        <Things name={t('room.scope-out')} items={terms.scopeOut} />
        <Things name={t('room.assumptions')} items={terms.assumptions} />
        {misses.length > 0 ? (
          <Row name={t('room.conditions')}>
            <ul>
              {misses.map((c) => (
                <li key={c.entryId} className={c.verdict === 'misses' ? 'text-amber' : ''}>
                  {t(`shared.check.${c.verdict}`)}: “{wordsOf(c.entryId)}”
                </li>
              ))}
            </ul>
          </Row>
        ) : null}
      </dl>
      <Stances option={option} {...seen} />
      <Pick option={option} {...seen} />
    </li>
  );
}

const Row = ({ name, children }: { name: string; children: ReactNode }): ReactNode => (
  <div>
    <dt className="text-muted">{name}</dt>
    <dd>{children}</dd>
  </div>
);

function Things({ name, items }: { name: string; items: readonly string[] }): ReactNode {
  if (items.length === 0) return null;
  return (
    <Row name={name}>
      <ul className="list-disc pl-5">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </Row>
  );
}

function OwnOption({ page, reload }: Seen): ReactNode {
  const t = useT();
  const [title, setTitle, titleDone] = useDraft(`option-title:${page.id}`);
  const [text, setText, textDone] = useDraft(`option:${page.id}`);
  const propose = useAction(async () => {
    await proposeOption({ params: { id: page.id }, body: { title, text, parents: [] } });
    titleDone();
    textDone();
    await reload();
  });
  return (
    <details className="rounded-md border border-line p-3">
      <summary className="min-h-8 font-medium">{t('room.own-option')}</summary>
      <form
        className="mt-3 grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void propose.run();
        }}
      >
        <Field
          label={t('room.own-title')}
          value={title}
          required
          maxLength={200}
          onChange={(event) => setTitle(event.target.value)}
        />
        <Area
          label={t('room.own-text')}
          value={text}
          required
          maxLength={5_000}
          onChange={(event) => setText(event.target.value)}
        />
        <ProblemNotice problem={propose.problem} />
        <p>
          <Button type="submit" busy={propose.busy}>
            {t('room.own-send')}
          </Button>
        </p>
      </form>
    </details>
  );
}
