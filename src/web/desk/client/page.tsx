import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { ClientPage } from '../../../contract/clients.ts';
import type { Fate } from '../../../domain/triage/words.ts';
import { useFormat } from '../../i18n/format.ts';
import { LANG_NAMES, useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/light/button.tsx';
import { ProblemNotice } from '../../ui/light/notice.tsx';
import { FateGlyph } from '../../ui/marks.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { getClient } from '../doors.ts';
import { VisitsHere } from '../visits/visits-here.tsx';
import { AgreementForm, ContactForm, ProductForm } from './client-forms.tsx';
import { ContactLine } from './contact-line.tsx';
import { GoneForm } from './gone-form.tsx';

type Adding = 'contact' | 'agreement' | 'product';

/** One relation: people and what they may, agreements, what they have, requests. */
export function Page(): ReactNode {
  const t = useT();
  const format = useFormat();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const {
    data: client,
    error,
    refetch,
  } = useQuery({ queryKey: ['client', id], queryFn: () => getClient({ params: { id } }) });
  const [adding, setAdding] = useState<Adding | null>(null);
  const [gone, setGone] = useState<ClientPage['contacts'][number] | null>(null);
  if (!client) return <ProblemNotice problem={error} />;
  const done = async (): Promise<void> => {
    setAdding(null);
    setGone(null);
    await refetch();
  };
  return (
    <div className="grid max-w-4xl gap-5">
      <header>
        <h1 className="text-xl font-semibold">{client.name}</h1>
        <p className="text-muted">
          {client.since ? t('desk-work.client-since', { date: format.date(client.since) }) : ''}{' '}
          {t('desk-work.kept-of', { kept: client.kept, all: client.kept + client.broken })} · {LANG_NAMES[client.lang]}{' '}
          · {client.domains.join(', ')}
        </p>
      </header>
      <Part title={t('desk-work.people')} add={t('desk-work.add-contact')} onAdd={() => setAdding('contact')}>
        {client.contacts.map((c) => (
          <ContactLine
            key={c.id}
            contact={c}
            others={client.contacts}
            onGone={() => setGone(c)}
            done={async () => void (await refetch())}
          />
        ))}
      </Part>
      <Part title={t('desk-work.agreements')} add={t('desk-work.add-agreement')} onAdd={() => setAdding('agreement')}>
        {client.agreements.map((a) => (
          <li key={`${a.id}${a.version}`}>
            {a.title} · {t('desk-work.version', { n: a.version })} · {format.date(a.validFrom)} –{' '}
            {a.validTo ? format.date(a.validTo) : '…'}
          </li>
        ))}
      </Part>
      <Part title={t('shared.entry.already-has')} add={t('desk-work.add-product')} onAdd={() => setAdding('product')}>
        {client.products.map((p) => (
          <li key={p.id}>
            {p.name} {p.fromWhom ? <span className="text-muted">({p.fromWhom})</span> : null}
          </li>
        ))}
      </Part>
      <section className="grid gap-2">
        <h2 className="font-semibold">{t('desk-work.requests')}</h2>
        <ul className="grid gap-1">
          {client.requests.map((r) => (
            <li key={r.id} className="flex items-center gap-2">
              <FateGlyph fate={r.fate as Fate} />
              <Link to="/requests/$id" params={{ id: r.id }} className="hover:underline">
                {r.ref} · {r.subject}
              </Link>
            </li>
          ))}
        </ul>
      </section>
      {gone ? (
        <SidePanel title={t('desk-people.gone-title', { name: gone.name })} onClose={() => setGone(null)}>
          <GoneForm contact={gone} others={client.contacts} done={done} />
        </SidePanel>
      ) : null}
      <VisitsHere of={{ clientId: id }} />
      {adding ? (
        <SidePanel title={t(`desk-work.add-${adding}`)} onClose={() => setAdding(null)}>
          {adding === 'contact' ? <ContactForm id={id} done={done} /> : null}
          {adding === 'agreement' ? <AgreementForm id={id} done={done} /> : null}
          {adding === 'product' ? <ProductForm id={id} done={done} /> : null}
        </SidePanel>
      ) : null}
    </div>
  );
}

function Part({
  title,
  add,
  onAdd,
  children,
}: {
  title: string;
  add: string;
  onAdd: () => void;
  children: ReactNode;
}): ReactNode {
  return (
    <section className="grid gap-2">
      <h2 className="font-semibold">{title}</h2>
      <ul className="grid gap-1">{children}</ul>
      <p>
        <Button onClick={onAdd}>{add}</Button>
      </p>
    </section>
  );
}
