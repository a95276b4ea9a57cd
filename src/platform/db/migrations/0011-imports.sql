-- Past requests of another desk, brought in by an import.

-- Asleep: brought by an import and not touched since. Nothing of ours acts on it, and no kept counter counts it; the first change wakes it.
alter table parley.request
  add column priority text,
  add column team text,
  add column import_desk text,
  add column import_key text,
  add column imported_at timestamptz,
  add column asleep boolean not null default false;
create unique index request_imported on parley.request (workspace_id, import_desk, import_key) where import_key is not null;

create or replace function parley.keep_counts() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (old.phase, old.fate, old.minutes, old.asleep) is not distinct from (new.phase, new.fate, new.minutes, new.asleep) then
    return null;
  end if;
  if tg_op <> 'INSERT' and not old.asleep then
    update parley.request_count set n = n - 1, minutes = minutes - old.minutes
      where workspace_id = old.workspace_id and phase = old.phase and fate = old.fate;
  end if;
  if not new.asleep then
    insert into parley.request_count as c (workspace_id, phase, fate, n, minutes)
      values (new.workspace_id, new.phase, new.fate, 1, new.minutes)
      on conflict (workspace_id, phase, fate) do update set n = c.n + 1, minutes = c.minutes + excluded.minutes;
  end if;
  return null;
end $$;
