import { type ReactNode, useState } from 'react';
import type { RoomPage } from '../../contract/room.ts';
import { useFormat } from '../i18n/format.ts';
import { useT } from '../i18n/i18n.tsx';
import { Button } from '../ui/light/button.tsx';
import { Field, Tick } from '../ui/light/fields.tsx';
import { Notice, ProblemNotice } from '../ui/light/notice.tsx';
import { useAction } from '../ui/light/use-action.ts';
import { signAccord } from './doors.ts';
import { Section, type Seen } from './section.tsx';

type Accord = RoomPage['accords'][number];

/** P4: the exact text, both names, how to check it. */
export function Accords(seen: Seen): ReactNode {
  const t = useT();
  if (seen.page.accords.length === 0) return null;
  return (
    <Section title={t('room.agreed')}>
      {seen.page.accords.map((accord) => (
        <OneAccord key={accord.id} accord={accord} {...seen} />
      ))}
    </Section>
  );
}

function OneAccord({ accord, page, reload }: Seen & { accord: Accord }): ReactNode {
  const t = useT();
  const format = useFormat();
  const signed = accord.signatures.some((s) => s.side === 'theirs');
  const open = accord.state === 'drawn-up' || accord.state === 'half-signed';
  return (
    <article className="grid gap-3 rounded-lg border border-accent p-4">
      <h3 className="font-semibold">
        {t('room.accord', { number: accord.number })} ·{' '}
        <span className="font-normal">{t(`room.accord-state.${accord.state}`)}</span>
      </h3>
      <div className="rounded-md bg-panel p-3 wrap-anywhere whitespace-pre-line" lang={accord.lang}>
        {accord.text}
      </div>
      <p className="text-sm text-muted">
        {t('room.fingerprint')}: <code className="break-all">{accord.fingerprint}</code>
      </p>
      <ul>
        {accord.signatures.map((s) => (
          <li key={s.side}>
            ✓{' '}
            {t('room.signed-by', {
              name: s.typedName,
              organisation: s.organisation,
              when: format.when(s.at, page.zone),
            })}
          </li>
        ))}
      </ul>
      <p>
        <a className="text-accent underline" href={`/api/room/accords/${accord.id}.pdf`} download>
          {t('shared.download-pdf')}
        </a>
      </p>
      {open && !signed ? (
        page.me.may === 'decide' ? (
          <Sign accord={accord} page={page} reload={reload} />
        ) : (
          <Notice>{t('room.not-entitled', { client: page.clientName })}</Notice>
        )
      ) : null}
    </article>
  );
}

function Sign({ accord, page, reload }: Seen & { accord: Accord }): ReactNode {
  const t = useT();
  const [name, setName] = useState('');
  const [ticked, setTicked] = useState(false);
  const sign = useAction(async () => {
    await signAccord({
      params: { id: accord.id },
      body: { fingerprint: accord.fingerprint, typedName: name, understood: true },
    });
    await reload();
  });
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void sign.run();
      }}
    >
      <Field
        label={t('room.sign-name')}
        value={name}
        required
        autoComplete="name"
        onChange={(event) => setName(event.target.value)}
      />
      <Tick
        label={t('room.sign-tick', { client: page.clientName })}
        required
        checked={ticked}
        onChange={(event) => setTicked(event.target.checked)}
      />
      <ProblemNotice problem={sign.problem} />
      <p>
        <Button type="submit" kind="primary" busy={sign.busy} disabled={!ticked || name.trim() === ''}>
          {t('room.sign')}
        </Button>
      </p>
    </form>
  );
}
