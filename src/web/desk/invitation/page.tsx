import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/light/button.tsx';
import { Field } from '../../ui/light/fields.tsx';
import { Notice, ProblemNotice } from '../../ui/light/notice.tsx';
import { useAction } from '../../ui/light/use-action.ts';
import { Door } from '../shell/door.tsx';
import { acceptInvitation } from '../shell/doors.ts';
import { NewPassword } from '../shell/new-password.tsx';
import { forgetToken, tokenInLink } from '../shell/token.ts';

/** A colleague follows the link they were given; opening it changes nothing, the button does. */
export function Page(): ReactNode {
  const { t, lang } = useWords();
  const navigate = useNavigate();
  const [token] = useState(tokenInLink);
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const accept = useAction(async () => {
    await acceptInvitation({ body: { token, name, password, lang } });
    forgetToken();
    await navigate({ to: '/sign-in' });
  });
  return (
    <Door title={t('desk-shell.invitation')} intro={t('desk-shell.invitation-intro')}>
      {token ? null : <Notice tone="warn">{t('refusals.link-invalid')}</Notice>}
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void accept.run();
        }}
      >
        <Field
          label={t('desk-shell.your-name')}
          autoComplete="name"
          required
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <NewPassword value={password} onChange={setPassword} />
        <ProblemNotice problem={accept.problem} />
        <Button type="submit" kind="primary" busy={accept.busy} disabled={!token}>
          {t('desk-shell.invitation-accept')}
        </Button>
      </form>
    </Door>
  );
}
