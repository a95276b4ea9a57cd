-- Mailboxes that an owner set up in Settings. Passwords and tokens are sealed with a key that lies outside the database.

create table parley.mailbox_account (
  workspace_id uuid not null references parley.workspace,
  mailbox_id uuid not null,
  reading boolean not null default true,
  -- { host, port, security, user, folder }
  imap jsonb not null,
  -- { host, port, security, user }; null: mail leaves through the server of the installation
  smtp jsonb,
  login text not null check (login in ('password', 'oauth')),
  -- { tokenUrl, clientId }
  oauth jsonb,
  secret bytea not null,
  version integer not null default 1,
  updated_at timestamptz not null,
  primary key (workspace_id, mailbox_id),
  foreign key (workspace_id, mailbox_id) references parley.mailbox
);

-- The mailbox a request came through: answers leave from its address.
alter table parley.request add column mailbox_id uuid;
alter table parley.outbox add column mailbox_id uuid;
