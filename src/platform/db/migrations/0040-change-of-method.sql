-- S2: the client knows the goal and wants another way to it than the agreed one: their words, both ways, how many times by now.
create table parley.method_change (
  workspace_id uuid not null references parley.workspace,
  id uuid not null,
  request_id uuid not null,
  client_id uuid not null,
  number integer not null,
  agreed_id uuid not null,
  wished_id uuid not null,
  words text not null,
  by_id uuid not null,
  at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, request_id, number),
  foreign key (workspace_id, request_id) references parley.request,
  foreign key (workspace_id, agreed_id) references parley.option,
  foreign key (workspace_id, wished_id) references parley.option,
  foreign key (workspace_id, by_id) references parley.member
);
