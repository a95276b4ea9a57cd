import { z } from 'zod';
import { At, Done, Id, IdParams, Line } from './common.ts';
import { endpoint } from './endpoint.ts';

const Host = z
  .string()
  .trim()
  .min(1)
  .max(253)
  .regex(/^[\w.:-]+$/);
const Port = z.number().int().min(1).max(65_535);
const User = z.string().trim().min(1).max(320);
const Secret = z.string().min(1).max(4_000);
export const Security = z.enum(['tls', 'starttls', 'none']);
export type Security = z.infer<typeof Security>;

const Imap = z.strictObject({
  host: Host,
  port: Port,
  security: Security,
  user: User,
  folder: z.string().trim().min(1).max(200).default('INBOX'),
});
const Smtp = z.strictObject({ host: Host, port: Port, security: Security, user: User.nullable() });
const Oauth = z.strictObject({ tokenUrl: z.url().max(500), clientId: z.string().trim().min(1).max(500) });

/** What an owner types. A secret that is left out stays as it is. */
const MailboxSetup = z.strictObject({
  name: Line,
  address: z.email().max(254),
  reading: z.boolean().default(true),
  imap: Imap,
  smtp: Smtp.nullable(),
  login: z.enum(['password', 'oauth']),
  oauth: Oauth.nullable(),
  password: Secret.optional(),
  smtpPassword: Secret.optional(),
  refreshToken: Secret.optional(),
  clientSecret: Secret.optional(),
});
export type MailboxSetup = z.infer<typeof MailboxSetup>;

const MailboxAccount = MailboxSetup.omit({
  password: true,
  smtpPassword: true,
  refreshToken: true,
  clientSecret: true,
}).extend({
  id: Id,
  state: z.string(),
  stateAt: At.nullable(),
  error: z.string().nullable(),
});
export type MailboxAccount = z.infer<typeof MailboxAccount>;

export const listMailboxAccounts = endpoint({
  method: 'GET',
  path: '/api/settings/mailboxes',
  access: 'owner',
  summary: 'Mailboxes set up here and how they are; never their passwords',
  response: z.object({
    items: z.array(MailboxAccount),
    /** Whose Authentication-Results count. */
    authservId: z.string().nullable(),
    /** The installation's own mailbox and mail server, set by its environment. */
    environment: z.object({ imap: z.string().nullable(), smtp: z.boolean() }),
  }),
});
export const addMailbox = endpoint({
  method: 'POST',
  path: '/api/settings/mailboxes',
  access: 'owner',
  summary: 'Set up a mailbox to read and answer from',
  creates: true,
  body: MailboxSetup,
  response: z.object({ id: Id }),
});
export const changeMailbox = endpoint({
  method: 'PUT',
  path: '/api/settings/mailboxes/:id',
  access: 'owner',
  summary: 'Change a mailbox; a secret left out stays',
  params: IdParams,
  body: MailboxSetup,
  response: Done,
});
export const removeMailbox = endpoint({
  method: 'DELETE',
  path: '/api/settings/mailboxes/:id',
  access: 'owner',
  summary: 'Forget a mailbox and its secrets; the mail that came through it stays',
  params: IdParams,
  response: Done,
});
const Tried = z.object({ ok: z.boolean(), error: z.string().nullable() });
export const tryMailbox = endpoint({
  method: 'GET',
  path: '/api/settings/mailboxes/:id/try',
  access: 'owner',
  summary: 'Signs in at both mail servers, reads and sends nothing',
  params: IdParams,
  response: z.object({ incoming: Tried, outgoing: Tried.nullable() }),
});
export const setAuthserv = endpoint({
  method: 'PUT',
  path: '/api/settings/authserv',
  access: 'owner',
  summary: 'Whose Authentication-Results are believed (RFC 8601)',
  body: z.strictObject({
    authservId: z
      .string()
      .trim()
      .max(253)
      .regex(/^[\w.-]*$/),
  }),
  response: Done,
});
