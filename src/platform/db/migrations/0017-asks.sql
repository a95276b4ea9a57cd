-- T10: agreed as asked is their own option; ours is another form, with every condition of theirs kept or with some given up.

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
  from parley.promise x where x.workspace_id = r.workspace_id and x.request_id = r.id and x.side = 'ours') g;

do $$
declare t text; ws record;
begin
  foreach t in array array['workspace', 'request', 'placement', 'closing', 'message', 'option', 'option_revision', 'round', 'entry', 'promise', 'chain_head',
      'request_fact', 'promise_fact', 'tally'] loop
    execute format('alter table parley.%I no force row level security', t);
  end loop;
  for ws in select workspace_id from parley.workspace loop
    perform parley.rebuild_facts(ws.workspace_id);
  end loop;
end $$;
