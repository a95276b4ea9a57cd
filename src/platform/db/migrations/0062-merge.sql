-- Two requests that are one: the later goes on in the earlier. What was said moves along; the merged one only points there.

alter table parley.request add column merged_into uuid;
alter table parley.request add foreign key (workspace_id, merged_into) references parley.request (workspace_id, id);
create index request_merged on parley.request (workspace_id, merged_into) where merged_into is not null;

-- C2: a merged request is not closed behind anybody's back, it goes on in one that is open.
create or replace function parley.closing_comes_first() returns trigger language plpgsql as $$
begin
  if new.phase = 'closed' and old.phase <> 'closed' and not exists (
    select 1 from parley.closing c where c.workspace_id = new.workspace_id and c.request_id = new.id
      and c.state in ('confirmed', 'silent', 'waived') and (old.closed_at is null or c.at > old.closed_at)
  ) and not exists (
    select 1 from parley.request r where r.workspace_id = new.workspace_id and r.id = new.merged_into and r.id <> new.id and r.phase <> 'closed'
  ) then
    raise exception 'a request is closed by its closing message' using errcode = 'P0R03';
  end if;
  return new;
end $$;

-- What is counted is counted once, in the request that goes on.
alter view parley.request_fact_now rename to request_fact_of_each;
create view parley.request_fact_now with (security_invoker = true) as
select f.* from parley.request_fact_of_each f join parley.request r on r.workspace_id = f.workspace_id and r.id = f.request_id
where r.merged_into is null;
alter view parley.duration_now rename to duration_of_each;
create view parley.duration_now with (security_invoker = true) as
select d.* from parley.duration_of_each d join parley.request r on r.workspace_id = d.workspace_id and r.id = d.request_id
where r.merged_into is null;

create function parley.forget_merged() returns trigger language plpgsql as $$
begin
  insert into parley.tally as t (workspace_id, client_id, month, metric, key, n, minutes)
    select x.workspace_id, x.client_id, x.month, x.metric, x.key, -x.n, -x.minutes from parley.tallies_of(new.workspace_id, array[new.id]) x
    on conflict (workspace_id, client_id, month, metric, key) do update set n = t.n + excluded.n, minutes = t.minutes + excluded.minutes;
  delete from parley.request_fact where workspace_id = new.workspace_id and request_id = new.id;
  delete from parley.promise_fact where workspace_id = new.workspace_id and request_id = new.id;
  delete from parley.duration where workspace_id = new.workspace_id and request_id = new.id;
  return null;
end $$;
create trigger forget_merged after update of merged_into on parley.request for each row
  when (new.merged_into is not null) execute function parley.forget_merged();
