-- The client review and Insights (T17, T18). What is true of a request now is a fact; facts are tallied by month.
-- Both follow the ledger: appending an event refreshes the facts of its request in the same transaction, under the chain's lock.

create table parley.request_fact (
  workspace_id uuid not null references parley.workspace,
  request_id uuid not null,
  client_id uuid,
  opened_on date not null,
  closed_on date,
  closed_how text,
  fate text not null,
  cause text,
  limited_by text,
  first_answer text not null,
  ask text,
  minutes integer not null,
  rounds integer not null,
  choices integer not null,
  conditions integer not null,
  missed integer not null,
  repeats integer not null,
  favour boolean not null,
  primary key (workspace_id, request_id)
);
create index request_fact_opened on parley.request_fact (workspace_id, opened_on);
create index request_fact_client on parley.request_fact (workspace_id, client_id, opened_on);
create index request_fact_closed on parley.request_fact (workspace_id, closed_on) where closed_on is not null;

create table parley.promise_fact (
  workspace_id uuid not null references parley.workspace,
  promise_id uuid not null,
  request_id uuid not null,
  client_id uuid,
  side text not null check (side in ('ours', 'theirs')),
  state text not null,
  missed_why text,
  settled_on date not null,
  primary key (workspace_id, promise_id)
);
create index promise_fact_settled on parley.promise_fact (workspace_id, settled_on);
create index promise_fact_client on parley.promise_fact (workspace_id, client_id, settled_on);
create index promise_fact_request on parley.promise_fact (workspace_id, request_id);

-- client_id of requests whose client is not known yet: all zeros.
create table parley.tally (
  workspace_id uuid not null references parley.workspace,
  client_id uuid not null,
  month date not null,
  metric text not null,
  key text not null,
  n bigint not null,
  minutes bigint not null,
  primary key (workspace_id, client_id, month, metric, key)
) with (fillfactor = 80);
create index tally_month on parley.tally (workspace_id, month);

-- What is true of a request at this moment, in the workspace's own days.
create view parley.request_fact_now with (security_invoker = true) as
select r.workspace_id, r.id as request_id, r.client_id, (r.opened_at at time zone w.zone)::date as opened_on,
  case when r.phase = 'closed' then (r.closed_at at time zone w.zone)::date end as closed_on,
  case when r.phase = 'closed' then c.state end as closed_how,
  r.fate, p.reasonable_kind as cause, p.possible_kind as limited_by,
  coalesce(f.answer, 'none') as first_answer,
  case when o.id is not null then case when t.missed = 0 and t.number = 1 then 'as-asked' else 'changed' end
    when r.talk = 'declined-to-discuss' then 'declined'
    when r.fate in ('do-it', 'not-placed') and coalesce(n.rounds, 0) = 0 then null
    when r.phase = 'closed' then 'no-agreement' else 'open' end as ask,
  r.minutes, coalesce(n.rounds, 0) as rounds, coalesce(n.choices, 0) as choices, e.conditions,
  coalesce(t.missed, 0) as missed, e.repeats,
  r.reasonable = 'no' and coalesce(t.free, g.given and o.id is null, false) as favour
from parley.request r
join parley.workspace w on w.workspace_id = r.workspace_id
left join lateral (select x.reasonable_kind, x.possible_kind from parley.placement x
  where x.workspace_id = r.workspace_id and x.request_id = r.id and x.side = 'ours' order by x.at desc, x.id desc limit 1) p on true
left join lateral (select x.state from parley.closing x
  where x.workspace_id = r.workspace_id and x.request_id = r.id order by x.at desc, x.id desc limit 1) c on true
left join lateral (select case when m.channel in ('call', 'visit') then 'talk' when m.purpose = 'invitation' then 'invitation' else 'written' end as answer
  from parley.message m where m.workspace_id = r.workspace_id and m.request_id = r.id and m.direction <> 'in' and m.channel <> 'note'
    and m.kind = 'person' and m.purpose not in ('acknowledgement', 'receipt', 'code') order by m.at, m.id limit 1) f on true
left join lateral (select x.id, x.hash from parley.option x
  where x.workspace_id = r.workspace_id and x.request_id = r.id and x.state = 'agreed' order by x.created_at desc limit 1) o on true
left join lateral (select jsonb_array_length(v.terms -> 'misses') as missed, jsonb_array_length(v.terms -> 'costs') = 0 as free,
    coalesce((select x.number from parley.option y join parley.round x on x.workspace_id = y.workspace_id and x.id = y.round_id
      where y.workspace_id = r.workspace_id and y.id = o.id), 1) as number
  from parley.option_revision v where v.workspace_id = r.workspace_id and v.option_id = o.id and v.hash = o.hash) t on true
left join lateral (select count(*)::int as rounds, count(*) filter (where (select count(*) from parley.option y
    where y.workspace_id = x.workspace_id and y.round_id = x.id) > 1)::int as choices
  from parley.round x where x.workspace_id = r.workspace_id and x.request_id = r.id) n on true
cross join lateral (select count(*) filter (where x.kind = 'condition' and x.state <> 'withdrawn')::int as conditions,
    coalesce(sum(x.said - 1), 0)::int as repeats
  from parley.entry x where x.workspace_id = r.workspace_id and x.request_id = r.id) e
cross join lateral (select coalesce(bool_or(x.money_minor = 0 and x.state in ('kept', 'kept-early', 'exceeded')), false) as given
  from parley.promise x where x.workspace_id = r.workspace_id and x.request_id = r.id and x.side = 'ours') g;

create view parley.promise_fact_now with (security_invoker = true) as
select p.workspace_id, p.id as promise_id, p.request_id, p.client_id, p.side, p.state,
  case when p.state = 'broken' then coalesce(p.miss_reason, 'other') end as missed_why, (p.settled_at at time zone w.zone)::date as settled_on
from parley.promise p join parley.workspace w on w.workspace_id = p.workspace_id
where p.settled_at is not null and p.state in ('kept', 'kept-early', 'exceeded', 'renegotiated', 'broken');

-- Each thing that is counted, once for each day, client and request it belongs to: figures and the lists behind them read this.
create view parley.fact_tally with (security_invoker = true) as
select f.workspace_id, f.request_id, coalesce(f.client_id, '00000000-0000-0000-0000-000000000000') as client_id, f.opened_on as on_day,
  v.metric, v.key, v.n, v.minutes
from parley.request_fact f cross join lateral (values
  ('fate', f.fate, 1, f.minutes), ('cause', f.cause, 1, f.minutes), ('cause', f.limited_by, 1, f.minutes), ('first', f.first_answer, 1, f.minutes),
  ('ask', f.ask, 1, f.minutes), ('round', 'choice', f.choices, 0), ('round', 'one-option', f.rounds - f.choices, 0),
  ('condition', 'asked', f.conditions, 0), ('condition', 'missed', f.missed, 0), ('repeat', 'times', f.repeats, 0),
  ('repeat', 'requests', sign(f.repeats)::int, f.minutes), ('favour', 'done', f.favour::int, f.minutes)) v (metric, key, n, minutes)
where v.key is not null and v.n <> 0
union all
select f.workspace_id, f.request_id, coalesce(f.client_id, '00000000-0000-0000-0000-000000000000'), f.closed_on, 'closed', coalesce(f.closed_how, 'waived'), 1, f.minutes
from parley.request_fact f where f.closed_on is not null
union all
select p.workspace_id, p.request_id, coalesce(p.client_id, '00000000-0000-0000-0000-000000000000'), p.settled_on, v.metric, v.key, 1, 0
from parley.promise_fact p cross join lateral (values ('promise-' || p.side, p.state), ('missed-' || p.side, p.missed_why)) v (metric, key)
where v.key is not null;

create function parley.tallies_of(ws uuid, ids uuid[]) returns setof parley.tally language sql stable as $$
  select t.workspace_id, t.client_id, date_trunc('month', t.on_day)::date, t.metric, t.key, sum(t.n), sum(t.minutes)
  from parley.fact_tally t where t.workspace_id = ws and t.request_id = any (ids) group by 1, 2, 3, 4, 5
$$;

-- Brings the facts of these requests up to date and moves the tallies by the difference.
create function parley.refresh_facts(ws uuid, ids uuid[]) returns void language plpgsql as $$
declare before parley.tally[];
begin
  select array_agg(t) into before from parley.tallies_of(ws, ids) t;
  insert into parley.request_fact as f select * from parley.request_fact_now n where n.workspace_id = ws and n.request_id = any (ids)
    on conflict (workspace_id, request_id) do update set (client_id, opened_on, closed_on, closed_how, fate, cause, limited_by, first_answer, ask, minutes,
      rounds, choices, conditions, missed, repeats, favour) = (excluded.client_id, excluded.opened_on, excluded.closed_on, excluded.closed_how, excluded.fate,
      excluded.cause, excluded.limited_by, excluded.first_answer, excluded.ask, excluded.minutes, excluded.rounds, excluded.choices, excluded.conditions,
      excluded.missed, excluded.repeats, excluded.favour)
    where f is distinct from excluded;
  insert into parley.promise_fact as f select * from parley.promise_fact_now n where n.workspace_id = ws and n.request_id = any (ids)
    on conflict (workspace_id, promise_id) do update set (request_id, client_id, side, state, missed_why, settled_on)
      = (excluded.request_id, excluded.client_id, excluded.side, excluded.state, excluded.missed_why, excluded.settled_on)
    where f is distinct from excluded;
  insert into parley.tally as t (workspace_id, client_id, month, metric, key, n, minutes)
    select ws, x.client_id, x.month, x.metric, x.key, sum(x.n), sum(x.minutes) from (
      select client_id, month, metric, key, n, minutes from parley.tallies_of(ws, ids)
      union all select client_id, month, metric, key, -n, -minutes from unnest(before)) x
    group by 2, 3, 4, 5 having sum(x.n) <> 0 or sum(x.minutes) <> 0
    on conflict (workspace_id, client_id, month, metric, key) do update set n = t.n + excluded.n, minutes = t.minutes + excluded.minutes;
end $$;

create function parley.facts_follow() returns trigger language plpgsql as $$
declare one record;
begin
  for one in select workspace_id, array_agg(distinct request_id) as ids from appended where request_id is not null group by 1 loop
    perform parley.refresh_facts(one.workspace_id, one.ids);
  end loop;
  return null;
end $$;
create trigger facts_follow after insert on parley.event referencing new table as appended
  for each statement execute function parley.facts_follow();

-- All facts of a workspace again, from the rows; waits for who is appending and lets nobody append meanwhile.
create function parley.rebuild_facts(ws uuid) returns void language plpgsql as $$
begin
  perform 1 from parley.chain_head where workspace_id = ws for update;
  delete from parley.tally where workspace_id = ws;
  delete from parley.promise_fact where workspace_id = ws;
  delete from parley.request_fact where workspace_id = ws;
  insert into parley.request_fact select * from parley.request_fact_now where workspace_id = ws;
  insert into parley.promise_fact select * from parley.promise_fact_now where workspace_id = ws;
  insert into parley.tally (workspace_id, client_id, month, metric, key, n, minutes)
    select workspace_id, client_id, date_trunc('month', on_day)::date, metric, key, sum(n), sum(minutes)
    from parley.fact_tally where workspace_id = ws group by 1, 2, 3, 4, 5;
end $$;

-- `document` is what the client sees, frozen the moment it is shared; commentary and what was left out are ours until then.
create table parley.review (
  workspace_id uuid not null references parley.workspace,
  id uuid not null,
  client_id uuid not null,
  from_on date not null,
  to_on date not null,
  lang text not null,
  commentary text not null default '',
  left_out uuid[] not null default '{}',
  document jsonb,
  version integer not null default 1,
  shared_at timestamptz,
  shared_by uuid,
  created_by uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, client_id, from_on, to_on),
  check (from_on <= to_on),
  foreign key (workspace_id, client_id) references parley.client
);

-- T18: what the two sides do about a cause. Agreed when both have said so.
create table parley.review_action (
  workspace_id uuid not null references parley.workspace,
  id uuid not null,
  client_id uuid not null,
  review_id uuid not null,
  cause text not null,
  text text not null,
  side text not null check (side in ('ours', 'theirs')),
  owner_name text not null,
  due_on date not null,
  ours_at timestamptz,
  theirs_at timestamptz,
  done_at timestamptz,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, review_id) references parley.review
);
create index review_action_client on parley.review_action (workspace_id, client_id, created_at);

-- Whoever upgrades has requests already. The owner of the tables need not be above row-level security; doors.sql puts the locks back.
do $$
declare t text; ws record;
begin
  foreach t in array array['workspace', 'request', 'placement', 'closing', 'message', 'option', 'option_revision', 'round', 'entry', 'promise', 'chain_head'] loop
    execute format('alter table parley.%I no force row level security', t);
  end loop;
  for ws in select workspace_id from parley.workspace loop
    perform parley.rebuild_facts(ws.workspace_id);
  end loop;
end $$;
