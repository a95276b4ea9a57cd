import type { ReactNode } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { keyWords } from '../../ui/keys.ts';
import { UserMenu } from './user-menu.tsx';

type Props = { onSearch: () => void; onKeys: () => void };

export function TopBar({ onSearch, onKeys }: Props): ReactNode {
  const t = useT();
  return (
    <header className="no-print sticky top-0 z-20 flex h-(--bar) items-center justify-between gap-3 border-b border-line bg-paper px-4 lg:px-6">
      <button
        type="button"
        onClick={onSearch}
        className="flex h-8 w-full max-w-md min-w-0 items-center gap-2 rounded-md border border-line bg-panel px-2.5 text-muted hover:border-strong"
      >
        <Icon name="search" />
        <span className="grow truncate text-left">{t('desk-shell.search')}</span>
        <kbd className="font-sans text-xs max-sm:hidden">{keyWords('mod+k')}</kbd>
      </button>
      <UserMenu onKeys={onKeys} />
    </header>
  );
}
