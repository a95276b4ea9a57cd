import type { ReactNode } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { queryClient } from '../query-client.ts';
import { useMe } from '../session/me.ts';
import { SignInForm } from '../sign-in/form.tsx';

/** Signed out while working: one signs in over the page, and nothing that was typed on it is lost. */
export function SignInAgain(): ReactNode {
  const t = useT();
  const { user } = useMe();
  return (
    <Dialog title={t('desk-shell.signed-out')} onClose={() => undefined} dismissable={false}>
      <p className="text-muted">{t('refusals.signed-out')}</p>
      <SignInForm email={user.email} onIn={() => queryClient.invalidateQueries()} />
    </Dialog>
  );
}
