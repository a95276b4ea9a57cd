import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { type ReactNode, StrictMode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { createRoot } from 'react-dom/client';
import { localeOf } from '../i18n/times.ts';
import { type Lang, Words, gather, useWords } from '../i18n/i18n.tsx';
import '../ui/tokens.css';
import { queryClient } from './query-client.ts';
import { router } from './router.tsx';

const files = import.meta.glob([
  '../../messages/*/{shared,refusals,steps,agreements,coach,review}.json',
  '../../messages/*/desk-*.json',
]);
const load = (lang: Lang) => gather(files, lang);

function Desk(): ReactNode {
  const { lang } = useWords();
  return (
    <I18nProvider locale={localeOf(lang)}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </I18nProvider>
  );
}

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Words load={load}>
        <Desk />
      </Words>
    </StrictMode>,
  );
}
