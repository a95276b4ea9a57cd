import { type ReactNode, useState } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { Area, Field } from '../../ui/light/fields.tsx';
import { Notice } from '../../ui/light/notice.tsx';
import { MethodCount, MethodTable } from '../../ui/method-change.tsx';
import { askOtherWay } from '../doors.ts';
import type { FormProps } from './act-panel.tsx';
import { OptionForm } from './option-form.tsx';
import type { Seen } from './request.ts';

/** S2: every change of method that was asked for, the latest with both ways side by side while they choose. */
export function MethodChanges({ page }: Pick<Seen, 'page'>): ReactNode {
  const t = useT();
  const changes = page.methodChanges;
  const last = changes.at(-1);
  if (!last) return null;
  return (
    <Notice tone={last.state === 'open' ? 'warn' : 'plain'}>
      <h3 className="font-semibold">{t('desk-work.act.method')}</h3>
      <MethodCount changes={changes} />
      <ol className="list-decimal pl-5">
        {changes.map((c) => (
          <li key={c.id}>
            “{c.words}” <span className="text-muted">{t(`shared.method.state.${c.state}`)}</span>
          </li>
        ))}
      </ol>
      {last.state === 'open' ? (
        <MethodTable
          change={last}
          options={page.options}
          wordsOf={(id) => page.entries.find((e) => e.id === id)?.text ?? ''}
        />
      ) : null}
    </Notice>
  );
}

/** The new way, worded out of the agreed one. */
export function MethodForm({ page, done, ...rest }: FormProps): ReactNode {
  const t = useT();
  const [words, setWords] = useState('');
  const [missesWhy, setMissesWhy] = useState('');
  const agreed = page.options.find((o) => o.state === 'agreed');
  if (!agreed) return <p>{t('refusals.nothing-agreed')}</p>;
  return (
    <OptionForm
      {...rest}
      page={page}
      done={done}
      parents={[]}
      ready={{ title: agreed.title, terms: agreed.terms }}
      save={async ({ title, terms, sendAnyway }) => {
        const body = { words, title, terms, missesWhy: missesWhy.trim() || null, sendAnyway };
        await askOtherWay({ params: { id: page.id }, body });
      }}
    >
      <p className="text-muted">{t('desk-situations.method-hint')}</p>
      <Area
        label={t('desk-situations.method-words')}
        value={words}
        required
        minLength={3}
        rows={2}
        onChange={(event) => setWords(event.target.value)}
      />
      <Field
        label={t('desk-situations.method-misses')}
        value={missesWhy}
        onChange={(event) => setMissesWhy(event.target.value)}
      />
    </OptionForm>
  );
}
