import { type ReactNode, useState } from 'react';
import { useT } from '../i18n/i18n.tsx';
import { Button } from '../ui/light/button.tsx';
import { Field } from '../ui/light/fields.tsx';
import { Notice, ProblemNotice } from '../ui/light/notice.tsx';
import { useAction } from '../ui/light/use-action.ts';
import { proveMailbox, sendCode } from './doors.ts';

/** A device that is not known to be theirs only looks, until it has shown a code from the mailbox the link was made for. */
export function Proof({ name, onProven }: { name: string; onProven: () => Promise<void> }): ReactNode {
  const t = useT();
  const [sent, setSent] = useState(false);
  const [code, setCode] = useState('');
  const send = useAction(async () => {
    await sendCode({ body: {} });
    setSent(true);
  });
  const prove = useAction(async () => {
    await proveMailbox({ body: { code } });
    await onProven();
  });
  return (
    <Notice tone="warn">
      <section className="grid gap-3" aria-label={t('room-situations.prove')}>
        <h2 className="text-lg font-semibold">{t('room-situations.prove')}</h2>
        <p>{t('room-situations.prove-hint', { name })}</p>
        {sent ? (
          <form
            className="grid gap-3"
            onSubmit={(event) => {
              event.preventDefault();
              void prove.run();
            }}
          >
            <p role="status">{t('room-situations.prove-sent')}</p>
            <Field
              label={t('room-situations.prove-code')}
              value={code}
              required
              inputMode="numeric"
              autoComplete="one-time-code"
              pattern="[0-9]{6}"
              maxLength={6}
              onChange={(event) => setCode(event.target.value.replace(/\D/g, ''))}
            />
            <p className="flex flex-wrap gap-2">
              <Button type="submit" kind="primary" busy={prove.busy}>
                {t('room-situations.prove-done')}
              </Button>
              <Button kind="quiet" busy={send.busy} onClick={() => void send.run()}>
                {t('room-situations.prove-again')}
              </Button>
            </p>
          </form>
        ) : (
          <p>
            <Button kind="primary" busy={send.busy} onClick={() => void send.run()}>
              {t('room-situations.prove-send')}
            </Button>
          </p>
        )}
        <ProblemNotice problem={prove.problem ?? send.problem} />
      </section>
    </Notice>
  );
}
