-- S6: away from–to with a substitute stands on the member. Here: what was passed on at once and how it was before, so that it can
-- be taken back for a minute.
alter table parley.member add constraint member_absence check (
  (absent_from is null and absent_until is null and substitute_id is null)
  or (absent_from < absent_until and substitute_id is not null and substitute_id <> id)) not valid;

create table parley.passing_on (
  workspace_id uuid not null references parley.workspace,
  id uuid not null,
  member_id uuid not null,
  to_id uuid,
  by_id uuid not null,
  at timestamptz not null,
  before jsonb not null,
  undone_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references parley.member,
  foreign key (workspace_id, to_id) references parley.member,
  foreign key (workspace_id, by_id) references parley.member
);
