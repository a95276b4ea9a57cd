-- How long requests really took (P2), and what was said about a date when it was promised.

-- One row a request. When it was done comes from the ledger: the last closing message, or the closing without one, since it last came back.
create table parley.duration (
  workspace_id uuid not null references parley.workspace,
  request_id uuid not null,
  client_id uuid,
  kind text not null,
  priority text,
  team text,
  opened_at timestamptz not null,
  done_at timestamptz,
  imported_at timestamptz,
  -- The narrowest group: kind, priority, and whose it is – the client's, or where nobody is named the team's.
  alike text not null generated always as (kind || chr(31) || coalesce(priority, '') || chr(31) || coalesce(client_id::text, team, '')) stored,
  primary key (workspace_id, request_id)
);
create index duration_done on parley.duration (workspace_id, done_at);
create index duration_kind on parley.duration (workspace_id, kind, done_at);
create index duration_alike on parley.duration (workspace_id, alike, done_at);
create index duration_finished_elsewhere on parley.duration (workspace_id) where imported_at is not null and done_at < imported_at;

create view parley.duration_now with (security_invoker = true) as
select r.workspace_id, r.id as request_id, r.client_id, r.kind, r.priority, r.team, r.opened_at,
  coalesce(s.at, c.at, i.at) as done_at, r.imported_at
from parley.request r
cross join lateral (select coalesce(max(e.seq), 0) as seq from parley.event e where e.workspace_id = r.workspace_id and e.request_id = r.id
  and e.kind = 'request.phase-moved' and e.data ->> 'from' in ('closing', 'closed')) back
left join lateral (select max(e.at) as at from parley.event e where e.workspace_id = r.workspace_id and e.request_id = r.id
  and e.kind = 'closing.sent' and e.seq > back.seq) s on true
left join lateral (select max(e.at) as at from parley.event e where e.workspace_id = r.workspace_id and e.request_id = r.id
  and e.kind = 'request.closed' and e.seq > back.seq) c on true
left join lateral (select max((e.data ->> 'resolved')::timestamptz) as at from parley.event e where e.workspace_id = r.workspace_id
  and e.request_id = r.id and e.kind = 'request.imported' and back.seq = 0) i on true;

create function parley.durations_follow() returns trigger language plpgsql as $$
begin
  insert into parley.duration as d (workspace_id, request_id, client_id, kind, priority, team, opened_at, done_at, imported_at)
    select n.* from (select distinct a.workspace_id, a.request_id from appended a where a.kind in ('request.opened', 'request.imported',
      'request.described', 'request.parties-set', 'request.phase-moved', 'request.closed', 'closing.sent')) a
    join parley.duration_now n on n.workspace_id = a.workspace_id and n.request_id = a.request_id
    on conflict (workspace_id, request_id) do update set (client_id, kind, priority, team, opened_at, done_at)
      = (excluded.client_id, excluded.kind, excluded.priority, excluded.team, excluded.opened_at, excluded.done_at);
  return null;
end $$;
create trigger durations_follow after insert on parley.event referencing new table as appended
  for each statement execute function parley.durations_follow();

-- All durations of a workspace again, from the ledger; nobody appends meanwhile.
create function parley.rebuild_durations(ws uuid) returns void language plpgsql as $$
begin
  perform 1 from parley.chain_head where workspace_id = ws for update;
  delete from parley.pool where workspace_id = ws;
  delete from parley.duration where workspace_id = ws;
  insert into parley.duration (workspace_id, request_id, client_id, kind, priority, team, opened_at, done_at, imported_at)
    select * from parley.duration_now where workspace_id = ws;
end $$;

-- What is watched of each request between `lo` and `at`, in whole seconds of its age: from where (−1: from its first moment), until when, and
-- whether it was done then. Open ones that came without finished siblings are watched from their import on.
create function parley.watched(ws uuid, lo timestamptz, at timestamptz)
returns table (alike text, kind text, entry integer, exit integer, event boolean) language sql stable as $$
  select y.alike, y.kind, case when y.entry > 0 then y.entry else -1 end, y.exit, y.event from (
    select x.alike, x.kind, x.event, ceil(extract(epoch from x.until_at - x.opened_at))::integer as exit,
      floor(extract(epoch from greatest(lo, case when not exists (select 1 from parley.duration f where f.workspace_id = ws
        and f.imported_at is not null and f.done_at < f.imported_at) then x.imported_at end) - x.opened_at))::integer as entry
    from (
      select d.alike, d.kind, d.opened_at, d.imported_at, d.done_at as until_at, true as event from parley.duration d
        where d.workspace_id = ws and d.done_at > lo and d.done_at <= at
      union all
      select d.alike, d.kind, d.opened_at, d.imported_at, at, false from parley.duration d
        where d.workspace_id = ws and d.done_at is null and d.opened_at <= at
    ) x
  ) y where y.entry <= 0 or y.exit > y.entry
$$;

-- Ages of a period, sorted: what a suggestion reads instead of a hundred thousand rows. Only of large groups, and of everything (alike '').
create table parley.pool (
  workspace_id uuid not null references parley.workspace,
  alike text not null,
  drawn_at timestamptz not null,
  -- Where the period begins; null while nothing was ever finished.
  from_at timestamptz,
  closed integer not null,
  open integer not null,
  -- So many are kept, each for so many.
  kept integer not null,
  each integer not null,
  ages text not null,
  primary key (workspace_id, alike)
);

-- What could be said about a date when it was promised. It is never rewritten: what came of it is looked up beside it.
create table parley.forecast (
  workspace_id uuid not null references parley.workspace,
  promise_id uuid not null,
  request_id uuid not null,
  client_id uuid,
  kind text not null,
  stated_at timestamptz not null,
  due timestamptz not null,
  -- The chance of that date, 0 to 1; null where none could be stated, with the reason.
  chance numeric,
  refusal text,
  nine_of_ten timestamptz,
  half timestamptz,
  -- The promised date is the suggested one.
  taken boolean not null,
  basis jsonb not null,
  primary key (workspace_id, promise_id),
  foreign key (workspace_id, promise_id) references parley.promise
);
create index forecast_scored on parley.forecast (workspace_id, nine_of_ten) where nine_of_ten is not null;
create index forecast_due on parley.forecast (workspace_id, due);
create trigger forecast_stays before update or delete on parley.forecast for each row execute function parley.refuse_change();

-- Whoever upgrades has requests already. The owner of the tables need not be above row-level security; doors.sql puts the locks back.
do $$
declare t text; ws record;
begin
  foreach t in array array['workspace', 'request', 'event', 'chain_head'] loop
    execute format('alter table parley.%I no force row level security', t);
  end loop;
  for ws in select workspace_id from parley.workspace loop
    perform parley.rebuild_durations(ws.workspace_id);
  end loop;
end $$;
