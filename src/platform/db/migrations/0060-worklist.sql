-- Each person's own order in the work: views they come back to, what they put off, what they keep an eye on.

create table parley.saved_view (
  workspace_id uuid not null references parley.workspace,
  id uuid not null,
  member_id uuid not null,
  -- A view of the team is seen by everybody of the firm; any other by its maker alone.
  team boolean not null default false,
  name text not null,
  filter jsonb not null,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references parley.member
);

-- One line of Today, as it stood: with a new date it is another line and comes back.
create table parley.snooze (
  workspace_id uuid not null references parley.workspace,
  member_id uuid not null,
  item text not null,
  due timestamptz,
  until timestamptz not null,
  primary key (workspace_id, member_id, item),
  foreign key (workspace_id, member_id) references parley.member
);

create table parley.watch (
  workspace_id uuid not null references parley.workspace,
  member_id uuid not null,
  request_id uuid not null,
  -- What the client wrote after this is news to the watcher.
  seen_at timestamptz not null,
  primary key (workspace_id, member_id, request_id),
  foreign key (workspace_id, member_id) references parley.member,
  foreign key (workspace_id, request_id) references parley.request
);
create index watch_request on parley.watch (workspace_id, request_id);
