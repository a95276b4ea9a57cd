import { type ReactNode, useState } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { noteConnection } from '../../connection.ts';
import { Button } from '../../ui/light/button.tsx';
import { Field } from '../../ui/light/fields.tsx';
import { ProblemNotice } from '../../ui/light/notice.tsx';
import { useAction } from '../../ui/light/use-action.ts';
import { signIn } from '../shell/doors.ts';

type Props = { email?: string; onIn: () => Promise<void> | void };

export function SignInForm({ email: known = '', onIn }: Props): ReactNode {
  const t = useT();
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const enter = useAction(async () => {
    await signIn({ body: { email: email.trim(), password } });
    noteConnection('fine');
    await onIn();
  });
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void enter.run();
      }}
    >
      <Field
        label={t('desk-shell.email')}
        type="email"
        autoComplete="username"
        required
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      <Field
        label={t('desk-shell.password')}
        type="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <ProblemNotice problem={enter.problem} />
      <Button type="submit" kind="primary" busy={enter.busy}>
        {t('desk-shell.sign-in')}
      </Button>
    </form>
  );
}
