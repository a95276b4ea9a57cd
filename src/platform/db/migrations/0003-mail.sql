-- Mail in: the raw bytes first, thought later. Mail out: frozen in the transaction that caused it.

create table parley.mailbox (
  workspace_id uuid not null references parley.workspace,
  id uuid not null,
  name text not null,
  address text not null,
  kind text not null check (kind in ('imap', 'import', 'http', 'smtp')),
  state text not null default 'new',
  state_at timestamptz,
  error text,
  primary key (workspace_id, id),
  unique (workspace_id, kind, address)
);
create table parley.mail_cursor (
  workspace_id uuid not null references parley.workspace,
  mailbox_id uuid not null,
  uid_validity bigint not null,
  last_uid bigint not null,
  primary key (workspace_id, mailbox_id),
  foreign key (workspace_id, mailbox_id) references parley.mailbox
);

create table parley.raw_mail (
  workspace_id uuid not null references parley.workspace,
  id uuid not null,
  mailbox_id uuid not null,
  uid_validity bigint,
  uid bigint,
  source text not null,
  sha256 text not null,
  size bigint not null,
  raw bytea not null,
  -- False: larger than the limit, only its beginning is here; the whole of it stays on the mail server.
  complete boolean not null default true,
  state text not null default 'received'
    check (state in ('received', 'request', 'reply', 'duplicate', 'attached', 'kept-aside', 'ignored')),
  reason text,
  mail_kind text,
  rfc_message_id text,
  from_address text,
  subject text,
  request_id uuid,
  message_id uuid,
  tries integer not null default 0,
  received_at timestamptz not null,
  handled_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, mailbox_id, uid_validity, uid),
  foreign key (workspace_id, mailbox_id) references parley.mailbox
);
create unique index raw_mail_once on parley.raw_mail (workspace_id, mailbox_id, sha256) where uid is null;
create index raw_mail_same on parley.raw_mail (workspace_id, sha256);
create index raw_mail_waiting on parley.raw_mail (workspace_id, id) where state = 'received';
create index raw_mail_rfc on parley.raw_mail (workspace_id, rfc_message_id);
create index raw_mail_aside on parley.raw_mail (workspace_id, received_at desc) where state = 'kept-aside';

create table parley.outbox (
  workspace_id uuid not null references parley.workspace,
  id uuid not null,
  request_id uuid,
  client_id uuid,
  message_id uuid,
  contact_id uuid,
  from_address text not null,
  recipient text not null,
  rfc_message_id text not null,
  raw bytea not null,
  automatic boolean not null default false,
  state text not null default 'queued' check (state in ('queued', 'sending', 'sent', 'retry', 'failed', 'unknown', 'undone', 'bounced')),
  phase text,
  attempts integer not null default 0,
  not_before timestamptz not null,
  -- While it is being sent: renewed by the living process, so that what a dead one left behind is known.
  lease_until timestamptz,
  last_error text,
  sent_at timestamptz,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
create index outbox_due on parley.outbox (workspace_id, not_before) where state in ('queued', 'retry', 'sending');
create index outbox_message on parley.outbox (workspace_id, message_id);
create index outbox_rfc on parley.outbox (workspace_id, rfc_message_id);
create index outbox_recent on parley.outbox (workspace_id, recipient, created_at) where automatic;

-- Files uploaded for a reply that has not been sent yet.
create table parley.upload (
  workspace_id uuid not null references parley.workspace,
  id uuid not null,
  member_id uuid not null,
  name text not null,
  type text not null,
  size bigint not null,
  sha256 text not null,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id)
);
