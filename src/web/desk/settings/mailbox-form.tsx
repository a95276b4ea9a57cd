import { type ReactNode, useState } from 'react';
import type { MailboxAccount, MailboxSetup, Security } from '../../../contract/mailboxes.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Choice, Field, Tick } from '../../ui/light/fields.tsx';
import { addMailbox, changeMailbox } from '../doors.ts';
import { Form } from '../request/form.tsx';

type Draft = Pick<MailboxSetup, 'name' | 'address' | 'reading' | 'imap' | 'smtp' | 'login' | 'oauth'>;
type SecretName = 'password' | 'smtpPassword' | 'refreshToken' | 'clientSecret';
type Secrets = Partial<Record<SecretName, string>>;

const EMPTY: Draft = {
  name: '',
  address: '',
  reading: true,
  imap: { host: '', port: 993, security: 'tls', user: '', folder: 'INBOX' },
  smtp: null,
  login: 'password',
  oauth: null,
};
const NO_OAUTH = { tokenUrl: 'https://', clientId: '' };

/** How to get into a mailbox and out of it. Secrets that are left empty stay as they are. */
export function MailboxForm({ box, done }: { box: MailboxAccount | null; done: () => Promise<void> }): ReactNode {
  const t = useT();
  const [draft, setDraft] = useState<Draft>(() => (box ? draftOf(box) : EMPTY));
  const [secrets, setSecrets] = useState<Secrets>({});
  const set = (change: Partial<Draft>): void => setDraft((d) => ({ ...d, ...change }));
  const secret = (name: SecretName, label: string, hint?: string): ReactNode => (
    <Field
      label={label}
      hint={hint ?? t('desk-mailboxes.secret-hint')}
      type="password"
      autoComplete="new-password"
      value={secrets[name] ?? ''}
      onChange={(event) => setSecrets((s) => ({ ...s, [name]: event.target.value }))}
    />
  );
  const { imap, smtp, login, oauth } = draft;
  return (
    <Form
      act={async () => {
        const typed = Object.fromEntries(Object.entries(secrets).filter(([, value]) => value !== ''));
        const body = { ...draft, ...typed };
        if (box) await changeMailbox({ params: { id: box.id }, body });
        else await addMailbox({ body });
        await done();
      }}
    >
      <Field
        label={t('desk-mailboxes.address')}
        type="email"
        required
        disabled={box !== null}
        value={draft.address}
        onChange={(event) => set({ address: event.target.value })}
      />
      <Field
        label={t('desk-mailboxes.name')}
        hint={t('desk-mailboxes.name-hint')}
        required
        value={draft.name}
        onChange={(event) => set({ name: event.target.value })}
      />
      <fieldset className="grid gap-3 border-t border-line pt-3">
        <legend className="font-semibold">{t('desk-mailboxes.incoming')}</legend>
        <ServerFields
          server={imap}
          user={imap.user}
          change={(server, user) => set({ imap: { ...imap, ...server, user } })}
        />
        <Field
          label={t('desk-mailboxes.folder')}
          required
          value={imap.folder}
          onChange={(event) => set({ imap: { ...imap, folder: event.target.value } })}
        />
        <Choice
          label={t('desk-mailboxes.login')}
          value={login}
          onChange={(event) =>
            set(
              event.target.value === 'oauth'
                ? { login: 'oauth', oauth: oauth ?? NO_OAUTH }
                : { login: 'password', oauth: null },
            )
          }
        >
          <option value="password">{t('desk-mailboxes.login.password')}</option>
          <option value="oauth">{t('desk-mailboxes.login.oauth')}</option>
        </Choice>
        {oauth ? (
          <>
            <Field
              label={t('desk-mailboxes.token-url')}
              type="url"
              required
              value={oauth.tokenUrl}
              onChange={(event) => set({ oauth: { ...oauth, tokenUrl: event.target.value } })}
            />
            <Field
              label={t('desk-mailboxes.client-id')}
              required
              value={oauth.clientId}
              onChange={(event) => set({ oauth: { ...oauth, clientId: event.target.value } })}
            />
            {secret('clientSecret', t('desk-mailboxes.client-secret'))}
            {secret('refreshToken', t('desk-mailboxes.refresh-token'))}
          </>
        ) : (
          secret('password', t('desk-mailboxes.password'))
        )}
        <Tick
          label={t('desk-mailboxes.reading')}
          checked={draft.reading}
          onChange={(event) => set({ reading: event.target.checked })}
        />
      </fieldset>
      <fieldset className="grid gap-3 border-t border-line pt-3">
        <legend className="font-semibold">{t('desk-mailboxes.outgoing')}</legend>
        <Tick
          label={t('desk-mailboxes.own-smtp')}
          checked={smtp !== null}
          onChange={(event) =>
            set({ smtp: event.target.checked ? { host: imap.host, port: 465, security: 'tls', user: null } : null })
          }
        />
        {smtp ? (
          <>
            <ServerFields
              server={smtp}
              user={smtp.user ?? imap.user}
              change={(server, user) => set({ smtp: { ...smtp, ...server, user: user === imap.user ? null : user } })}
            />
            {login === 'password'
              ? secret('smtpPassword', t('desk-mailboxes.smtp-password'), t('desk-mailboxes.smtp-password-hint'))
              : null}
          </>
        ) : null}
      </fieldset>
    </Form>
  );
}

const draftOf = ({ name, address, reading, imap, smtp, login, oauth }: MailboxAccount): Draft => ({
  name,
  address,
  reading,
  imap,
  smtp,
  login,
  oauth,
});

type Server = { host: string; port: number; security: Security };

function ServerFields({
  server: { host, port, security },
  user,
  change,
}: {
  server: Server;
  user: string;
  change: (server: Server, user: string) => void;
}): ReactNode {
  const t = useT();
  return (
    <>
      <Field
        label={t('desk-mailboxes.host')}
        required
        value={host}
        onChange={(event) => change({ host: event.target.value.trim(), port, security }, user)}
      />
      <Field
        label={t('desk-mailboxes.port')}
        type="number"
        min={1}
        max={65_535}
        required
        value={port}
        onChange={(event) => change({ host, port: Number(event.target.value), security }, user)}
      />
      <Choice
        label={t('desk-mailboxes.security')}
        value={security}
        onChange={(event) => change({ host, port, security: event.target.value as Security }, user)}
      >
        {(['tls', 'starttls', 'none'] as const).map((way) => (
          <option key={way} value={way}>
            {t(`desk-mailboxes.security.${way}`)}
          </option>
        ))}
      </Choice>
      <Field
        label={t('desk-mailboxes.user')}
        required
        autoComplete="off"
        value={user}
        onChange={(event) => change({ host, port, security }, event.target.value)}
      />
    </>
  );
}
