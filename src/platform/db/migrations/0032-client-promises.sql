-- P5, S7: dates of the client count too. What we reminded them of, and which promises an amendment offered to them would replace.

alter table parley.workspace add column remind_clients boolean not null default false;

create table parley.promise_reminder (
  workspace_id uuid not null references parley.workspace,
  promise_id uuid not null,
  at timestamptz not null,
  kind text not null check (kind in ('before', 'late')),
  automatic boolean not null,
  message_id uuid not null,
  primary key (workspace_id, promise_id, at),
  foreign key (workspace_id, promise_id) references parley.promise
);
-- By itself the product reminds once before and once when late.
create unique index promise_reminder_once on parley.promise_reminder (workspace_id, promise_id, kind) where automatic;

create table parley.shift_offer (
  workspace_id uuid not null references parley.workspace,
  option_id uuid not null,
  promise_id uuid not null,
  client_id uuid not null,
  primary key (workspace_id, option_id, promise_id),
  foreign key (workspace_id, option_id) references parley.option,
  foreign key (workspace_id, promise_id) references parley.promise
);
