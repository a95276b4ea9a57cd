-- Guards on the transition, not on the form: whatever the door, the database refuses these as well.

create function parley.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'what has happened cannot be changed: %', tg_table_name using errcode = 'P0R01';
end $$;
create trigger event_stays before update or delete on parley.event for each row execute function parley.refuse_change();
create trigger event_stays_whole before truncate on parley.event for each statement execute function parley.refuse_change();
create trigger revision_stays before update or delete on parley.option_revision for each row execute function parley.refuse_change();
create trigger signature_stays before update or delete on parley.signature for each row execute function parley.refuse_change();

-- P4: the text of an accord is frozen the moment it is drawn up.
create function parley.accord_text_stays() returns trigger language plpgsql as $$
begin
  if (new.text, new.document, new.fingerprint, new.option_hash, new.lang, new.number, new.request_id)
     is distinct from (old.text, old.document, old.fingerprint, old.option_hash, old.lang, old.number, old.request_id) then
    raise exception 'the text of an accord cannot be altered, only amended by a new accord' using errcode = 'P0R02';
  end if;
  return new;
end $$;
create trigger accord_text_stays before update on parley.accord for each row execute function parley.accord_text_stays();

-- C2: solved is not closed.
create function parley.closing_comes_first() returns trigger language plpgsql as $$
begin
  if new.phase = 'closed' and old.phase <> 'closed' and not exists (
    select 1 from parley.closing c where c.workspace_id = new.workspace_id and c.request_id = new.id
      and c.state in ('confirmed', 'silent', 'waived') and (old.closed_at is null or c.at > old.closed_at)
  ) then
    raise exception 'a request is closed by its closing message' using errcode = 'P0R03';
  end if;
  return new;
end $$;
create trigger closing_comes_first before update of phase on parley.request for each row execute function parley.closing_comes_first();

-- T15: a promise over its maker's limits does not leave without an approval by somebody else.
create function parley.authority_comes_first() returns trigger language plpgsql as $$
declare m parley.member;
begin
  if new.side <> 'ours' or new.given_at is null or (tg_op = 'UPDATE' and old.given_at is not null
      and (old.hours, old.money_minor, old.kind) is not distinct from (new.hours, new.money_minor, new.kind)) then
    return new;
  end if;
  select * into m from parley.member where workspace_id = new.workspace_id and id = new.maker_id;
  if m.id is null then
    raise exception 'a promise needs a maker' using errcode = 'P0R04';
  end if;
  if (new.hours > m.may_hours or new.money_minor > m.may_money_minor or not (new.kind = any (m.may_kinds))) and not exists (
    select 1 from parley.approval a where a.workspace_id = new.workspace_id and a.subject_id in (new.id, new.source_id)
      and a.state = 'approved' and a.asked_of <> new.maker_id
  ) then
    raise exception 'this promise exceeds the authority of its maker' using errcode = 'P0R04';
  end if;
  return new;
end $$;
create trigger authority_comes_first before insert or update on parley.promise for each row execute function parley.authority_comes_first();

-- Counters by phase and fate, kept with the rows they count.
create function parley.keep_counts() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (old.phase, old.fate, old.minutes) is not distinct from (new.phase, new.fate, new.minutes) then
    return null;
  end if;
  if tg_op <> 'INSERT' then
    update parley.request_count set n = n - 1, minutes = minutes - old.minutes
      where workspace_id = old.workspace_id and phase = old.phase and fate = old.fate;
  end if;
  insert into parley.request_count as c (workspace_id, phase, fate, n, minutes)
    values (new.workspace_id, new.phase, new.fate, 1, new.minutes)
    on conflict (workspace_id, phase, fate) do update set n = c.n + 1, minutes = c.minutes + excluded.minutes;
  return null;
end $$;
create trigger keep_counts after insert or update on parley.request for each row execute function parley.keep_counts();

-- Full text in the message's own language; Polish has no configuration of its own, so it is indexed as written.
create function parley.message_search() returns trigger language plpgsql as $$
declare cfg regconfig := case new.lang when 'en' then 'english' when 'ru' then 'russian' when 'fr' then 'french' else 'simple' end;
begin
  new.search := setweight(to_tsvector(cfg, coalesce(new.subject, '')), 'A') || to_tsvector(cfg, left(new.body, 200000));
  return new;
end $$;
create trigger message_search before insert or update of body, subject, lang on parley.message
  for each row execute function parley.message_search();
