-- S11: people of one client want opposite things: each position in their words, who decides, the notice that went out, what was decided.
create table parley.conflict (
  workspace_id uuid not null references parley.workspace,
  id uuid not null,
  request_id uuid not null,
  client_id uuid not null,
  matter text not null,
  state text not null default 'told' check (state in ('told', 'suspended', 'decided')),
  by_id uuid not null,
  at timestamptz not null,
  suspended_at timestamptz,
  decision text,
  decided_by uuid,
  decided_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, request_id) references parley.request,
  foreign key (workspace_id, by_id) references parley.member,
  foreign key (workspace_id, decided_by) references parley.contact
);
create unique index conflict_running on parley.conflict (workspace_id, request_id) where state <> 'decided';

-- Whom we wrote to, and with which message: the notice counts as given once it has really left.
create table parley.conflict_position (
  workspace_id uuid not null references parley.workspace,
  conflict_id uuid not null,
  contact_id uuid not null,
  client_id uuid not null,
  words text,
  message_id uuid not null,
  primary key (workspace_id, conflict_id, contact_id),
  foreign key (workspace_id, conflict_id) references parley.conflict,
  foreign key (workspace_id, contact_id) references parley.contact,
  foreign key (workspace_id, message_id) references parley.message
);
