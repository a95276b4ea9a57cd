-- S3, S8, S13: when we are at a client or with them from afar, who goes, and what became of it.
create table parley.visit (
  workspace_id uuid not null references parley.workspace,
  id uuid not null,
  client_id uuid not null,
  request_id uuid,
  -- Whom at the client we come to: they are told, and they confirm.
  contact_id uuid,
  promise_id uuid,
  -- The client reads it.
  purpose text not null,
  remote boolean not null default false,
  place text,
  system text,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  zone text not null,
  state text not null default 'planned'
    check (state in ('planned', 'confirmed', 'done', 'by-proxy', 'done-remotely', 'blocked', 'called-off')),
  -- RFC 5546: raised with every change an invitation must follow.
  sequence integer not null default 0,
  -- The client has been told: from then on the room shows it.
  told_at timestamptz,
  -- The sequence of the calendar entry they have: behind means it has to be sent again.
  told_sequence integer,
  confirmed_by uuid,
  confirmed_at timestamptz,
  proxy_name text,
  outcome_words text,
  ended_at timestamptz,
  by_id uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  check (ends_at > starts_at),
  foreign key (workspace_id, client_id) references parley.client,
  foreign key (workspace_id, request_id) references parley.request,
  foreign key (workspace_id, contact_id) references parley.contact,
  foreign key (workspace_id, promise_id) references parley.promise,
  foreign key (workspace_id, by_id) references parley.member
);
create index visit_window on parley.visit (workspace_id, starts_at);
create index visit_client on parley.visit (workspace_id, client_id, starts_at);
create index visit_request on parley.visit (workspace_id, request_id);

-- Who of ours comes, by the name the client was told.
create table parley.visit_person (
  workspace_id uuid not null references parley.workspace,
  visit_id uuid not null,
  member_id uuid not null,
  client_id uuid not null,
  name text not null,
  primary key (workspace_id, visit_id, member_id),
  foreign key (workspace_id, visit_id) references parley.visit,
  foreign key (workspace_id, member_id) references parley.member
);
create index visit_of_person on parley.visit_person (workspace_id, member_id);

-- Other times the client may pick; they are held until one is taken.
create table parley.visit_slot (
  workspace_id uuid not null references parley.workspace,
  visit_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  client_id uuid not null,
  primary key (workspace_id, visit_id, starts_at),
  check (ends_at > starts_at),
  foreign key (workspace_id, visit_id) references parley.visit
);

-- S3: two visits stand in each other's way, and the people have spoken about it.
create table parley.visit_clash_settled (
  workspace_id uuid not null references parley.workspace,
  one_id uuid not null,
  other_id uuid not null,
  words text not null,
  by_id uuid not null,
  at timestamptz not null,
  primary key (workspace_id, one_id, other_id),
  foreign key (workspace_id, one_id) references parley.visit,
  foreign key (workspace_id, other_id) references parley.visit
);

-- S8: what we accept at a client's table and what not, at hand where a visit is blocked.
alter table parley.workspace add column house_rules text;
