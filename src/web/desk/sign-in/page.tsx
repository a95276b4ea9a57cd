import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { queryClient } from '../query-client.ts';
import { returnPath } from '../session/return-path.ts';
import { Door } from '../shell/door.tsx';
import { SignInForm } from './form.tsx';

export function Page(): ReactNode {
  const t = useT();
  const { back } = useSearch({ from: '/sign-in' });
  const router = useRouter();
  const navigate = useNavigate();
  const enter = async (): Promise<void> => {
    queryClient.clear();
    const path = returnPath(back, location.origin);
    if (path === '/') await navigate({ to: '/' });
    else router.history.push(path);
  };
  return (
    <Door title={t('desk-shell.sign-in')}>
      <SignInForm onIn={enter} />
    </Door>
  );
}
