import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/light/button.tsx';
import { Area, Field } from '../../ui/light/fields.tsx';
import { ProblemNotice } from '../../ui/light/notice.tsx';
import { draftOption, getReadyWays, recordUnsaid } from '../doors.ts';
import type { FormProps } from './act-panel.tsx';
import { Form } from './form.tsx';
import { OptionForm } from './option-form.tsx';

type Situation = 'left-unsaid' | 'sold-twice';

/** S4, S10: what it is about is recorded as a cause of ours; then the ways out, each an option ready to be edited. */
export function WaysForm(props: FormProps & { situation: Situation }): ReactNode {
  const t = useT();
  const { page, situation, again } = props;
  const sold = situation === 'sold-twice';
  const [thing, setThing] = useState('');
  const [unsaid, setUnsaid] = useState('');
  const [ready, setReady] = useState(false);
  if (ready) return <Ways {...props} thing={thing} />;
  const has = page.entries.filter((e) => e.kind === 'already-has' && e.state === 'standing').map((e) => e.text);
  return (
    <Form
      send={t('desk-situations.ways-show')}
      act={async () => {
        const words = sold ? thing : unsaid;
        await recordUnsaid({ params: { id: page.id }, body: { kind: situation, words } });
        await again();
        setReady(true);
      }}
    >
      <p className="text-muted">{t(sold ? 'desk-situations.sold-twice-hint' : 'desk-situations.expectations-hint')}</p>
      <Field
        label={t(sold ? 'desk-situations.sold-twice-thing' : 'desk-situations.expectations-thing')}
        value={thing}
        required
        minLength={3}
        maxLength={200}
        list="already-has"
        onChange={(event) => setThing(event.target.value)}
      />
      <datalist id="already-has">{sold ? has.map((text) => <option key={text} value={text} />) : null}</datalist>
      {sold ? null : (
        <Area
          label={t('desk-situations.expectations-unsaid')}
          value={unsaid}
          required
          minLength={3}
          rows={3}
          onChange={(event) => setUnsaid(event.target.value)}
        />
      )}
    </Form>
  );
}

function Ways({ situation, thing, ...props }: FormProps & { situation: Situation; thing: string }): ReactNode {
  const t = useT();
  const { page, again, done } = props;
  const [open, setOpen] = useState<string | null>(null);
  const [written, setWritten] = useState<readonly string[]>([]);
  const { data, error } = useQuery({
    queryKey: ['ways', page.id, situation, thing],
    queryFn: () => getReadyWays({ params: { id: page.id }, query: { situation, thing } }),
  });
  const way = data?.ways.find((w) => w.code === open);
  if (way)
    return (
      <OptionForm
        {...props}
        parents={[]}
        ready={way}
        save={async (words) => {
          await draftOption({ params: { id: page.id }, body: { ...words, parents: [], changedWhy: null } });
          await again();
          setWritten([...written, way.code]);
          setOpen(null);
        }}
        done={() => Promise.resolve()}
      />
    );
  return (
    <section className="grid gap-3" aria-label={t('desk-situations.ways')}>
      <h3 className="font-medium">{t('desk-situations.ways')}</h3>
      <ProblemNotice problem={error} />
      {data?.ways.map((w) => (
        <article key={w.code} className="grid gap-1 rounded-md border border-line p-3">
          <h4 className="font-medium">{w.title}</h4>
          <p>{w.terms.text}</p>
          <p>
            {written.includes(w.code) ? (
              <span className="text-muted">✓ {t('desk-situations.way-written')}</span>
            ) : (
              <Button onClick={() => setOpen(w.code)}>{t('desk-situations.way-open')}</Button>
            )}
          </p>
        </article>
      ))}
      <p>
        <Button kind={written.length > 0 ? 'primary' : 'quiet'} onClick={() => void done()}>
          {t('shared.close')}
        </Button>
      </p>
    </section>
  );
}
