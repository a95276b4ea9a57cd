import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type Lang, useWords } from '../../i18n/i18n.tsx';
import { changeMe, getMe } from '../shell/doors.ts';

/** Who sits here. Asked before any page of the desk is shown, so pages need not wait for it. */
export const meQuery = queryOptions({ queryKey: [getMe.path, {}, {}], queryFn: () => getMe({}), staleTime: 60_000 });

export function useMe() {
  const { data } = useQuery(meQuery);
  if (!data) throw new Error('pages of the desk are shown to signed-in people only');
  return data;
}

/** The language a person chose is theirs on every machine. */
export function useOwnLang(): (lang: Lang) => void {
  const { lang: wanted } = useMe().user;
  const { setLang } = useWords();
  const client = useQueryClient();
  useEffect(() => setLang(wanted), [wanted, setLang]);
  return (lang) => {
    setLang(lang);
    void changeMe({ body: { lang } }).then(() => client.invalidateQueries({ queryKey: meQuery.queryKey }));
  };
}
