import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { useWords } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/light/button.tsx';
import { Field, Tick } from '../../ui/light/fields.tsx';
import { Notice, ProblemNotice } from '../../ui/light/notice.tsx';
import { Progress } from '../../ui/light/progress.tsx';
import { useAction } from '../../ui/light/use-action.ts';
import { Door } from '../shell/door.tsx';
import { setUp, setupState, signIn } from '../shell/doors.ts';
import { NewPassword } from '../shell/new-password.tsx';
import { forgetToken, tokenInLink } from '../shell/token.ts';

/** The first start: a firm, its owner, and – if they like – a sample company to look around in. */
export function Page(): ReactNode {
  const { t, lang } = useWords();
  const navigate = useNavigate();
  const [token] = useState(tokenInLink);
  const [needed, setNeeded] = useState(true);
  const [form, setForm] = useState({ workspaceName: '', name: '', email: '', password: '' });
  const [zone, setZone] = useState(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
  const [sample, setSample] = useState(true);
  useEffect(() => {
    void setupState({}).then(
      (state) => setNeeded(state.needed),
      () => undefined,
    );
  }, []);
  const put = (part: keyof typeof form) => (event: { target: { value: string } }) =>
    setForm({ ...form, [part]: event.target.value });
  const create = useAction(async () => {
    await setUp({ body: { ...form, token, lang, zone, sample } });
    await signIn({ body: { email: form.email.trim(), password: form.password } });
    forgetToken();
    await navigate({ to: '/' });
  });
  if (!needed) {
    return (
      <Door title={t('desk-shell.setup')}>
        <Notice>{t('desk-shell.setup-done')}</Notice>
        <Button onClick={() => void navigate({ to: '/sign-in' })}>{t('desk-shell.sign-in')}</Button>
      </Door>
    );
  }
  return (
    <Door title={t('desk-shell.setup')} intro={t('desk-shell.setup-intro')}>
      {token ? null : <Notice tone="warn">{t('desk-shell.setup-token-missing')}</Notice>}
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void create.run();
        }}
      >
        <Field
          label={t('desk-shell.firm')}
          autoComplete="organization"
          required
          value={form.workspaceName}
          onChange={put('workspaceName')}
        />
        <Field
          label={t('desk-shell.your-name')}
          autoComplete="name"
          required
          value={form.name}
          onChange={put('name')}
        />
        <Field
          label={t('desk-shell.email')}
          type="email"
          autoComplete="username"
          required
          value={form.email}
          onChange={put('email')}
        />
        <NewPassword value={form.password} onChange={(password) => setForm({ ...form, password })} />
        <ZoneField value={zone} onChange={setZone} />
        <Tick label={t('desk-shell.sample')} checked={sample} onChange={(event) => setSample(event.target.checked)} />
        <ProblemNotice problem={create.problem} />
        {create.busy ? <Progress label={t('desk-shell.setup-busy')} /> : null}
        <Button type="submit" kind="primary" busy={create.busy} disabled={!token}>
          {t('desk-shell.setup-create')}
        </Button>
      </form>
    </Door>
  );
}

/** Every zone the browser knows, by typing; the browser's own is filled in. */
function ZoneField({ value, onChange }: { value: string; onChange: (zone: string) => void }): ReactNode {
  const { t } = useWords();
  return (
    <>
      <Field
        label={t('desk-shell.zone')}
        hint={t('desk-shell.zone-hint')}
        list="zones"
        required
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <datalist id="zones">
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}
