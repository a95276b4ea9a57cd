-- L6: playbooks of a team's own, and the ones that run on requests. Shipped playbooks are files of the program, not rows.
create table parley.playbook (
  workspace_id uuid not null references parley.workspace,
  id uuid not null,
  copied_from text,
  name text not null,
  when_fits text not null,
  steps jsonb not null,
  version integer not null default 1,
  archived_at timestamptz,
  by_id uuid not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, by_id) references parley.member
);

create table parley.playbook_run (
  workspace_id uuid not null references parley.workspace,
  id uuid not null,
  request_id uuid not null,
  playbook text not null,
  name text,
  steps jsonb not null,
  state text not null default 'running' check (state in ('running', 'finished', 'left')),
  left_why text,
  by_id uuid not null,
  at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, request_id) references parley.request,
  foreign key (workspace_id, by_id) references parley.member,
  check ((state = 'left') = (left_why is not null))
);
create index playbook_run_request on parley.playbook_run (workspace_id, request_id, at);
create unique index playbook_run_one on parley.playbook_run (workspace_id, request_id) where state = 'running';
