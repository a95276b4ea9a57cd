import { type ReactNode, useState } from 'react';
import { useT } from '../i18n/i18n.tsx';
import { Button } from '../ui/light/button.tsx';
import { Area, Choice } from '../ui/light/fields.tsx';
import { Notice, ProblemNotice } from '../ui/light/notice.tsx';
import { useAction } from '../ui/light/use-action.ts';
import { useDraft } from '../ui/light/use-draft.ts';
import { decideConflict, nameDecider } from './doors.ts';
import { Section, type Seen } from './section.tsx';

/** S11: different wishes on their side: who decides, and what; the work goes on with that answer and no other. */
export function Conflict({ page, reload }: Seen): ReactNode {
  const t = useT();
  const { conflict, decides } = page;
  const [who, setWho] = useState('');
  const [words, setWords, wordsDone] = useDraft(`decision:${page.id}`);
  const name = useAction(async () => {
    await nameDecider({ params: { id: page.id }, body: { contactId: who } });
    await reload();
  });
  const decide = useAction(async () => {
    await decideConflict({ params: { id: page.id }, body: { decision: words } });
    wordsDone();
    await reload();
  });
  if (!conflict) return null;
  if (conflict.state === 'decided')
    return (
      <Notice>
        {t('room-table.conflict-decided', { name: conflict.decidedBy ?? '–', decision: conflict.decision ?? '' })}
      </Notice>
    );
  const may = page.me.may !== 'see';
  return (
    <Section title={t('room-table.conflict')}>
      <p>{t('room-table.conflict-about', { matter: conflict.matter })}</p>
      <ul className="grid gap-1">
        {conflict.people.map((p) => (
          <li key={p.name}>
            <strong>{p.name}</strong>
            {p.words ? `: “${p.words}”` : ''}
          </li>
        ))}
      </ul>
      <Notice tone="warn">{t('room-table.conflict-rests')}</Notice>
      {decides ? (
        decides.me && may ? (
          <form
            className="grid gap-3"
            onSubmit={(event) => {
              event.preventDefault();
              void decide.run();
            }}
          >
            <Area
              label={t('room-table.conflict-your-turn')}
              value={words}
              required
              minLength={3}
              maxLength={2_000}
              onChange={(event) => setWords(event.target.value)}
            />
            <ProblemNotice problem={decide.problem} />
            <p>
              <Button type="submit" kind="primary" busy={decide.busy}>
                {t('room-table.conflict-decide')}
              </Button>
            </p>
          </form>
        ) : (
          <p>{t('room-table.conflict-decides', { name: decides.name })}</p>
        )
      ) : may ? (
        <form
          className="grid gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            void name.run();
          }}
        >
          <Choice
            label={t('room-table.conflict-who')}
            value={who}
            required
            onChange={(event) => setWho(event.target.value)}
          >
            <option value="" />
            {conflict.mayDecide.map((c) => (
              <option key={c.id} value={c.id}>
                {c.name}
              </option>
            ))}
          </Choice>
          <ProblemNotice problem={name.problem} />
          <p>
            <Button type="submit" kind="primary" busy={name.busy}>
              {t('room-table.conflict-name')}
            </Button>
          </p>
        </form>
      ) : null}
    </Section>
  );
}
