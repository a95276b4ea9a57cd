-- S5: somebody at the client left or died. From that moment nothing leaves for them, whatever part of the program wanted to write.

alter table parley.contact add column gone_at timestamptz;
alter table parley.contact add foreign key (workspace_id, successor_id) references parley.contact;

-- By the person and by the address: a letter that names somebody else but goes to the address of the dead is one to the dead.
create function parley.is_gone(ws uuid, contact uuid, address text) returns boolean language sql stable as $$
  select exists (select 1 from parley.contact c where c.workspace_id = ws and c.id = contact and c.status <> 'active')
      or exists (select 1 from parley.contact c where c.workspace_id = ws and c.email = lower(address) and c.status <> 'active')
$$;

-- The one gate of all mail. Nothing new is taken in; what waits or is tried again is undone; only a letter that is already leaving is past it.
create function parley.nothing_for_the_gone() returns trigger language plpgsql as $$
begin
  if new.state not in ('queued', 'retry', 'sending') or not parley.is_gone(new.workspace_id, new.contact_id, new.recipient) then
    return new;
  end if;
  if tg_op = 'INSERT' then
    raise exception 'this person is no longer there: nothing is sent to them' using errcode = 'P0R05';
  end if;
  if old.phase is distinct from 'after-354' then
    new.state := 'undone';
    new.phase := null;
    new.lease_until := null;
    new.last_error := 'the addressee is gone';
  end if;
  return new;
end $$;
create trigger nothing_for_the_gone before insert or update of state, phase, recipient, contact_id, not_before on parley.outbox
  for each row execute function parley.nothing_for_the_gone();

-- The moment somebody is marked: what waits for them is undone, their links open nothing, what is open through them closes.
create function parley.contact_gone() returns trigger language plpgsql as $$
begin
  update parley.outbox set not_before = not_before
    where workspace_id = new.workspace_id and state in ('queued', 'retry', 'sending') and (contact_id = new.id or lower(recipient) = new.email);
  update parley.room_link set revoked_at = now() where workspace_id = new.workspace_id and contact_id = new.id and revoked_at is null;
  delete from parley.room_session where workspace_id = new.workspace_id and contact_id = new.id;
  return null;
end $$;
create trigger contact_gone after update of status on parley.contact for each row
  when (new.status <> 'active' and old.status = 'active') execute function parley.contact_gone();
