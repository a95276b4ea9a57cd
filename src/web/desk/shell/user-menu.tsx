import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { LANGS, LANG_NAMES, useWords } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { type Theme, setTheme, theme } from '../../ui/light/theme.ts';
import { MenuButton, type MenuEntry } from '../../ui/menu-button.tsx';
import { queryClient } from '../query-client.ts';
import { useMe, useOwnLang } from '../session/me.ts';
import { signOut, signOutEverywhere } from './doors.ts';
import { ON_A_PHONE, PLACES } from './places.ts';

const THEMES: readonly Theme[] = ['auto', 'light', 'dark'];

/** Who sits here, the language, light or dark, the keys, and the way out. */
export function UserMenu({ onKeys }: { onKeys: () => void }): ReactNode {
  const { t, lang } = useWords();
  const me = useMe();
  const setLang = useOwnLang();
  const navigate = useNavigate();
  const [chosen, choose] = useState(theme);
  const leave = async (how: () => Promise<unknown>): Promise<void> => {
    await how();
    queryClient.clear();
    await navigate({ to: '/sign-in' });
  };
  const tick = (on: boolean): ReactNode => (on ? <Icon name="check" /> : <span className="w-4" />);
  const languages: MenuEntry[] = LANGS.map((l) => ({
    id: l,
    label: LANG_NAMES[l],
    mark: tick(l === lang),
    run: () => setLang(l),
  }));
  const themes: MenuEntry[] = THEMES.map((next) => ({
    id: next,
    label: t(`shared.theme.${next}`),
    mark: tick(next === chosen),
    run: () => {
      setTheme(next);
      choose(next);
    },
  }));
  const own: MenuEntry[] = [
    ...PLACES.filter(({ name }) => !ON_A_PHONE.has(name)).map(({ to, name }) => {
      return { id: name, label: t(`desk-shell.nav.${name}`), run: () => void navigate({ to }) };
    }),
    { id: 'keys', label: t('desk-shell.keys'), keys: '?', run: onKeys },
    { id: 'marks', label: t('desk-shell.marks'), run: () => void navigate({ to: '/settings/marks' }) },
    { id: 'out', label: t('desk-shell.sign-out'), run: () => void leave(() => signOut({})) },
    {
      id: 'out-everywhere',
      label: t('desk-shell.sign-out-everywhere'),
      run: () => void leave(() => signOutEverywhere({})),
    },
  ];
  return (
    <MenuButton
      label={me.user.name}
      icon="clients"
      groups={[
        { id: 'own', label: me.user.name, items: own },
        { id: 'language', label: t('shared.language'), items: languages },
        { id: 'theme', label: t('shared.theme'), items: themes },
      ]}
    />
  );
}
