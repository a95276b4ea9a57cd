import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useMe } from '../session/me.ts';
import { ON_A_PHONE, PLACES } from './places.ts';

const ITEM =
  'flex min-h-9 items-center gap-2.5 rounded-md px-2.5 text-muted hover:bg-sunken hover:text-ink data-[status=active]:bg-accent-soft data-[status=active]:font-medium data-[status=active]:text-ink max-md:min-h-14 max-md:flex-1 max-md:flex-col max-md:justify-center max-md:gap-0.5 max-md:px-0.5 max-md:text-xs md:max-lg:w-9 md:max-lg:justify-center md:max-lg:px-0';

/** Left on a screen, icons only on a small one, along the lower edge on a phone. */
export function Rail(): ReactNode {
  const t = useT();
  const { workspace } = useMe();
  return (
    <nav
      aria-label={t('desk-shell.nav')}
      className="border-line bg-panel max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:z-30 max-md:border-t md:sticky md:top-0 md:row-span-2 md:h-dvh md:border-r lg:w-48"
    >
      <p className="truncate px-4 py-3.5 font-semibold max-lg:hidden" title={workspace.name}>
        {workspace.name}
      </p>
      <ul className="flex md:grid md:gap-0.5 md:p-2 md:max-lg:pt-14">
        {PLACES.map(({ to, name }) => (
          <li key={name} className={`flex min-w-0 flex-1 ${ON_A_PHONE.has(name) ? '' : 'max-md:hidden'}`}>
            <Link
              to={to}
              activeOptions={{ exact: to === '/' }}
              title={t(`desk-shell.nav.${name}`)}
              className={`${ITEM} w-full`}
            >
              <Icon name={name} />
              <span className="max-w-full truncate md:max-lg:sr-only">{t(`desk-shell.nav.${name}`)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
