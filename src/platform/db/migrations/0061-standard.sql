-- P10: the team's service standard in its own words; a value nobody has worded keeps the words of the product, in the reader's language.
create table parley.service_value (
  workspace_id uuid not null references parley.workspace,
  value text not null,
  words text not null,
  by_id uuid not null,
  at timestamptz not null,
  primary key (workspace_id, value),
  foreign key (workspace_id, by_id) references parley.member
);

-- L9: what was heard and missed, by month: read by the person themselves and their lead.
create index coach_showing_member on parley.coach_showing (workspace_id, member_id, at);
