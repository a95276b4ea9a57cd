-- P7: a request is passed on so that the client need not say it again. What goes along is kept as it was handed over; the owner
-- changes only once the receiver has said in their own words what they understood.
create table parley.handover (
  workspace_id uuid not null references parley.workspace,
  id uuid not null,
  request_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  severity text not null check (severity in ('steady', 'watch', 'critical')),
  mood text not null check (mood in ('good', 'neutral', 'tense', 'angry')),
  summary text not null,
  -- Conditions, what they have, open questions and promises with their owners, as the ledger said them at that moment.
  carried jsonb not null,
  if_then jsonb not null,
  asked jsonb not null default '[]',
  state text not null default 'offered' check (state in ('offered', 'accepted', 'withdrawn')),
  restated text,
  at timestamptz not null,
  ended_at timestamptz,
  told_message_id uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, request_id) references parley.request,
  foreign key (workspace_id, from_id) references parley.member,
  foreign key (workspace_id, to_id) references parley.member,
  check (state <> 'accepted' or coalesce(length(btrim(restated)), 0) >= 20),
  check (from_id <> to_id)
);
create unique index handover_offered on parley.handover (workspace_id, request_id) where state = 'offered';
create index handover_request on parley.handover (workspace_id, request_id, at);
create index handover_of on parley.handover (workspace_id, to_id) where state = 'offered' or told_message_id is null;
