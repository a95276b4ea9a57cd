-- S1: somebody is beside themselves: what was said, how long no machine writes to them, and their claims in facts. What was said is ours alone.
create table parley.heated_talk (
  workspace_id uuid not null references parley.workspace,
  id uuid not null,
  request_id uuid not null,
  client_id uuid not null,
  contact_id uuid not null,
  words text not null,
  by_id uuid not null,
  at timestamptz not null,
  quiet_until timestamptz not null,
  ended_at timestamptz,
  form_message_id uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, request_id) references parley.request,
  foreign key (workspace_id, contact_id) references parley.contact,
  foreign key (workspace_id, form_message_id) references parley.message,
  foreign key (workspace_id, by_id) references parley.member
);
create index heated_talk_request on parley.heated_talk (workspace_id, request_id, at);
create index heated_talk_quiet on parley.heated_talk (workspace_id, contact_id) where ended_at is null;

create table parley.claim (
  workspace_id uuid not null references parley.workspace,
  id uuid not null,
  request_id uuid not null,
  client_id uuid not null,
  contact_id uuid not null,
  message_id uuid not null,
  happened text not null,
  happened_at text not null,
  expected text not null,
  effect text not null,
  evidence text not null,
  at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, request_id) references parley.request,
  foreign key (workspace_id, contact_id) references parley.contact,
  foreign key (workspace_id, message_id) references parley.message
);
create index claim_request on parley.claim (workspace_id, request_id, at);

-- Files a client has put up for something they have not sent yet.
create table parley.room_upload (
  workspace_id uuid not null references parley.workspace,
  id uuid not null,
  client_id uuid not null,
  contact_id uuid not null,
  name text not null,
  type text not null,
  size integer not null,
  sha256 text not null,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, contact_id) references parley.contact
);

-- S4, S10: what our side left unsaid, or sold although they had it: causes that the client review counts.
create table parley.left_unsaid (
  workspace_id uuid not null references parley.workspace,
  id uuid not null,
  request_id uuid not null,
  client_id uuid not null,
  kind text not null check (kind in ('left-unsaid', 'sold-twice')),
  words text not null,
  by_id uuid not null,
  at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, request_id, kind, words),
  foreign key (workspace_id, request_id) references parley.request,
  foreign key (workspace_id, by_id) references parley.member
);

alter table parley.request_fact add column unsaid integer not null default 0, add column sold_twice integer not null default 0;

create or replace view parley.request_fact_now with (security_invoker = true) as
select r.workspace_id, r.id as request_id, r.client_id, (r.opened_at at time zone w.zone)::date as opened_on,
  case when r.phase = 'closed' then (r.closed_at at time zone w.zone)::date end as closed_on,
  case when r.phase = 'closed' then c.state end as closed_how,
  r.fate, p.reasonable_kind as cause, p.possible_kind as limited_by,
  coalesce(f.answer, 'none') as first_answer,
  case when o.id is not null then case when t.missed > 0 then 'changed' when o.side = 'theirs' then 'as-asked' else 'conditions-kept' end
    when r.talk = 'declined-to-discuss' then 'declined'
    when r.fate in ('do-it', 'not-placed') and coalesce(n.rounds, 0) = 0 then null
    when r.phase = 'closed' then 'no-agreement' else 'open' end as ask,
  r.minutes, coalesce(n.rounds, 0) as rounds, coalesce(n.choices, 0) as choices, e.conditions,
  coalesce(t.missed, 0) as missed, e.repeats,
  r.reasonable = 'no' and coalesce(t.free, g.given and o.id is null, false) as favour,
  u.unsaid, u.sold_twice
from parley.request r
join parley.workspace w on w.workspace_id = r.workspace_id
left join lateral (select x.reasonable_kind, x.possible_kind from parley.placement x
  where x.workspace_id = r.workspace_id and x.request_id = r.id and x.side = 'ours' order by x.at desc, x.id desc limit 1) p on true
left join lateral (select x.state from parley.closing x
  where x.workspace_id = r.workspace_id and x.request_id = r.id order by x.at desc, x.id desc limit 1) c on true
left join lateral (select case when m.channel in ('call', 'visit') then 'talk' when m.purpose = 'invitation' then 'invitation' else 'written' end as answer
  from parley.message m where m.workspace_id = r.workspace_id and m.request_id = r.id and m.direction <> 'in' and m.channel <> 'note'
    and m.kind = 'person' and m.purpose not in ('acknowledgement', 'receipt', 'code') order by m.at, m.id limit 1) f on true
left join lateral (select x.id, x.hash, x.side from parley.option x
  where x.workspace_id = r.workspace_id and x.request_id = r.id and x.state = 'agreed' order by x.created_at desc limit 1) o on true
left join lateral (select jsonb_array_length(v.terms -> 'misses') as missed, jsonb_array_length(v.terms -> 'costs') = 0 as free
  from parley.option_revision v where v.workspace_id = r.workspace_id and v.option_id = o.id and v.hash = o.hash) t on true
left join lateral (select count(*)::int as rounds, count(*) filter (where (select count(*) from parley.option y
    where y.workspace_id = x.workspace_id and y.round_id = x.id) > 1)::int as choices
  from parley.round x where x.workspace_id = r.workspace_id and x.request_id = r.id) n on true
cross join lateral (select count(*) filter (where x.kind = 'condition' and x.state <> 'withdrawn')::int as conditions,
    coalesce(sum(x.said - 1), 0)::int as repeats
  from parley.entry x where x.workspace_id = r.workspace_id and x.request_id = r.id) e
cross join lateral (select coalesce(bool_or(x.money_minor = 0 and x.state in ('kept', 'kept-early', 'exceeded')), false) as given
  from parley.promise x where x.workspace_id = r.workspace_id and x.request_id = r.id and x.side = 'ours') g
cross join lateral (select count(*) filter (where x.kind = 'left-unsaid')::int as unsaid, count(*) filter (where x.kind = 'sold-twice')::int as sold_twice
  from parley.left_unsaid x where x.workspace_id = r.workspace_id and x.request_id = r.id) u;

create or replace view parley.fact_tally with (security_invoker = true) as
select f.workspace_id, f.request_id, coalesce(f.client_id, '00000000-0000-0000-0000-000000000000') as client_id, f.opened_on as on_day,
  v.metric, v.key, v.n, v.minutes
from parley.request_fact f cross join lateral (values
  ('fate', f.fate, 1, f.minutes), ('cause', f.cause, 1, f.minutes), ('cause', f.limited_by, 1, f.minutes), ('first', f.first_answer, 1, f.minutes),
  ('ask', f.ask, 1, f.minutes), ('round', 'choice', f.choices, 0), ('round', 'one-option', f.rounds - f.choices, 0),
  ('condition', 'asked', f.conditions, 0), ('condition', 'missed', f.missed, 0), ('repeat', 'times', f.repeats, 0),
  ('repeat', 'requests', sign(f.repeats)::int, f.minutes), ('favour', 'done', f.favour::int, f.minutes),
  ('cause', 'left-unsaid', f.unsaid, f.minutes), ('cause', 'sold-twice', f.sold_twice, f.minutes)) v (metric, key, n, minutes)
where v.key is not null and v.n <> 0
union all
select f.workspace_id, f.request_id, coalesce(f.client_id, '00000000-0000-0000-0000-000000000000'), f.closed_on, 'closed', coalesce(f.closed_how, 'waived'), 1, f.minutes
from parley.request_fact f where f.closed_on is not null
union all
select p.workspace_id, p.request_id, coalesce(p.client_id, '00000000-0000-0000-0000-000000000000'), p.settled_on, v.metric, v.key, 1, 0
from parley.promise_fact p cross join lateral (values ('promise-' || p.side, p.state), ('missed-' || p.side, p.missed_why)) v (metric, key)
where v.key is not null;

create or replace function parley.refresh_facts(ws uuid, ids uuid[]) returns void language plpgsql as $$
declare before parley.tally[];
begin
  select array_agg(t) into before from parley.tallies_of(ws, ids) t;
  insert into parley.request_fact as f select * from parley.request_fact_now n where n.workspace_id = ws and n.request_id = any (ids)
    on conflict (workspace_id, request_id) do update set (client_id, opened_on, closed_on, closed_how, fate, cause, limited_by, first_answer, ask, minutes,
      rounds, choices, conditions, missed, repeats, favour, unsaid, sold_twice) = (excluded.client_id, excluded.opened_on, excluded.closed_on, excluded.closed_how, excluded.fate,
      excluded.cause, excluded.limited_by, excluded.first_answer, excluded.ask, excluded.minutes, excluded.rounds, excluded.choices, excluded.conditions,
      excluded.missed, excluded.repeats, excluded.favour, excluded.unsaid, excluded.sold_twice)
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
