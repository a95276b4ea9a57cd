import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { LANGS, LANG_NAMES, type Lang } from '../../i18n/i18n.tsx';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/light/button.tsx';
import { Choice, Field } from '../../ui/light/fields.tsx';
import { Empty, ProblemNotice } from '../../ui/light/notice.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { createClient, listClients } from '../doors.ts';
import { Form } from '../request/form.tsx';

/** One line for each relation: how long, how many open, what was kept. */
export function Page(): ReactNode {
  const t = useT();
  const [typed, setTyped] = useState('');
  const [adding, setAdding] = useState(false);
  const q = useDeferredValue(typed.trim());
  const { data, error } = useQuery({
    queryKey: ['clients', q],
    queryFn: () => listClients({ query: { limit: 100, ...(q ? { q } : {}) } }),
  });
  return (
    <div className="grid max-w-4xl gap-4">
      <div className="flex flex-wrap items-end gap-3">
        <h1 className="mr-auto text-xl font-semibold">{t('desk-work.clients')}</h1>
        <div className="w-64">
          <Field
            label={t('desk-work.search')}
            type="search"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        <Button onClick={() => setAdding(true)}>{t('desk-work.new-client')}</Button>
      </div>
      <ProblemNotice problem={error} />
      {data?.items.length === 0 ? <Empty>{t('desk-work.clients-empty')}</Empty> : null}
      <ul className="grid gap-1">
        {data?.items.map((c) => (
          <li key={c.id} className="flex flex-wrap justify-between gap-3 rounded-md border border-line p-2">
            <Link to="/clients/$id" params={{ id: c.id }} className="font-medium hover:underline">
              {c.name}
            </Link>
            <span className="text-muted">
              {t('desk-work.open-requests', { n: c.openRequests })} ·{' '}
              {t('desk-work.kept-of', { kept: c.kept, all: c.kept + c.broken })}
            </span>
          </li>
        ))}
      </ul>
      {adding ? <NewClient onClose={() => setAdding(false)} /> : null}
    </div>
  );
}

function NewClient({ onClose }: { onClose: () => void }): ReactNode {
  const t = useT();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [domains, setDomains] = useState('');
  const [lang, setLang] = useState<Lang>('en');
  return (
    <SidePanel title={t('desk-work.new-client')} onClose={onClose}>
      <Form
        act={async () => {
          const list = domains.split(/[\s,]+/).filter(Boolean);
          const made = await createClient({ body: { name, domains: list, lang, since: null, zone: null, note: null } });
          await navigate({ to: '/clients/$id', params: { id: made.id } });
        }}
      >
        <Field label={t('desk-work.name')} value={name} required onChange={(event) => setName(event.target.value)} />
        <Field
          label={t('desk-work.domains')}
          hint={t('desk-work.domains-hint')}
          value={domains}
          onChange={(event) => setDomains(event.target.value)}
        />
        <Choice label={t('shared.language')} value={lang} onChange={(event) => setLang(event.target.value as Lang)}>
          {LANGS.map((l) => (
            <option key={l} value={l}>
              {LANG_NAMES[l]}
            </option>
          ))}
        </Choice>
      </Form>
    </SidePanel>
  );
}
