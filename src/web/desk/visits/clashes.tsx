import { type ReactNode, useState } from 'react';
import type { Clash } from '../../../contract/visits.ts';
import { useFormat } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/light/button.tsx';
import { Field } from '../../ui/light/fields.tsx';
import { Notice } from '../../ui/light/notice.tsx';
import { Form } from '../request/form.tsx';
import { useAgain } from '../request/request.ts';
import { settleClash } from './doors.ts';

/** S3: what stands in the way, in one line each. */
export function ClashLines({ clashes }: { clashes: readonly Clash[] }): ReactNode {
  const t = useT();
  const format = useFormat();
  return (
    <ul className="grid gap-1">
      {clashes.map((c) => (
        <li key={c.otherId}>
          <strong>{t(`desk-visits.clash.${c.kind}`, { people: c.people.join(', ') })}</strong> {c.clientName} ·{' '}
          {c.purpose} · {format.when(c.from)}–{format.time(c.to)}
          {c.settled ? <span className="text-muted"> – {t('desk-visits.settled', { words: c.settled })}</span> : null}
        </li>
      ))}
    </ul>
  );
}

type Props = { visitId: string; clashes: readonly Clash[]; onTell: () => void };

/** S3: the two teams speak with each other, write down what they agreed, and tell the client honestly if it concerns them. */
export function Clashes({ visitId, clashes, onTell }: Props): ReactNode {
  const t = useT();
  const again = useAgain();
  const [words, setWords] = useState('');
  const open = clashes.filter((c) => c.settled === null);
  if (clashes.length === 0) return null;
  return (
    <Notice tone={open.length > 0 ? 'warn' : 'plain'}>
      <div className="grid gap-3">
        <ClashLines clashes={clashes} />
        {open.length > 0 ? (
          <>
            <Form
              send={t('desk-visits.settle')}
              act={async () => {
                for (const { otherId } of open)
                  await settleClash({ params: { id: visitId, otherId }, body: { words } });
                await again();
              }}
            >
              <Field
                label={t('desk-visits.agreed-words')}
                hint={t('desk-visits.agreed-hint')}
                value={words}
                required
                minLength={3}
                onChange={(event) => setWords(event.target.value)}
              />
            </Form>
            {open.some((c) => c.kind !== 'same-person') ? (
              <p>
                <Button onClick={onTell}>{t('desk-visits.tell-two-teams')}</Button>
              </p>
            ) : null}
          </>
        ) : null}
      </div>
    </Notice>
  );
}
