-- The table in depth: who decides for the client, what each side picked, the same ask through another door, what stands in our way.

alter table parley.request add column decision_maker_id uuid, add column choosing boolean not null default false;
alter table parley.request add foreign key (workspace_id, decision_maker_id) references parley.contact;
-- By name: the room reads these, and it knows our people by name only.
alter table parley.option add column picked_by_us text, add column picked_by_them text;

-- T10: the first position is kept as said, and every later one as well.
create trigger placement_stays before update or delete on parley.placement for each row execute function parley.refuse_change();

-- T11: the words of what a client asked for, cut to their beginnings, so that the same ask is found without reading everything they ever
-- wrote. A plain index on purpose: under row-level security PostgreSQL uses an index only for comparisons that cannot leak.
create table parley.ask_word (
  workspace_id uuid not null references parley.workspace,
  client_id uuid not null,
  word text collate "C" not null,
  at timestamptz not null,
  request_id uuid not null,
  primary key (workspace_id, client_id, word, at, request_id)
);

create function parley.ask_words(words text) returns setof text language sql stable as $$
  select distinct left(lexeme, 5) collate "C" from (
    select lexeme from unnest(to_tsvector('simple', left(words, 2000)))
    where length(lexeme) >= 4 or lexeme ~ '[0-9]' order by positions[1] limit 48
  ) first_words
$$;

create function parley.keep_ask_words() returns trigger language plpgsql as $$
begin
  insert into parley.ask_word (workspace_id, client_id, word, at, request_id)
    select new.workspace_id, new.client_id, w, new.at, new.request_id
    from parley.request r, parley.ask_words(r.subject || ' ' || new.body) w
    where r.workspace_id = new.workspace_id and r.id = new.request_id
      and not exists (select 1 from parley.message m where m.workspace_id = new.workspace_id and m.request_id = new.request_id
        and m.direction = 'in' and m.kind = 'person' and (m.at, m.id) < (new.at, new.id))
    on conflict do nothing;
  return null;
end $$;
create trigger keep_ask_words after insert or update of client_id on parley.message for each row
  when (new.direction = 'in' and new.kind = 'person' and new.client_id is not null) execute function parley.keep_ask_words();

alter table parley.message disable row level security;
alter table parley.request disable row level security;
insert into parley.ask_word (workspace_id, client_id, word, at, request_id)
  select m.workspace_id, m.client_id, w, m.at, m.request_id
  from (select distinct on (workspace_id, request_id) * from parley.message where direction = 'in' and kind = 'person'
    order by workspace_id, request_id, at, id) m
  join parley.request r on r.workspace_id = m.workspace_id and r.id = m.request_id, parley.ask_words(r.subject || ' ' || m.body) w
  where m.client_id is not null
  on conflict do nothing;
alter table parley.message enable row level security;
alter table parley.request enable row level security;

-- A person said that two requests ask for the same, or that they do not.
create table parley.request_link (
  workspace_id uuid not null references parley.workspace,
  request_id uuid not null,
  to_id uuid not null,
  same boolean not null,
  by_id uuid not null,
  at timestamptz not null,
  primary key (workspace_id, request_id, to_id),
  foreign key (workspace_id, request_id) references parley.request,
  foreign key (workspace_id, to_id) references parley.request,
  foreign key (workspace_id, by_id) references parley.member
);
create index request_link_to on parley.request_link (workspace_id, to_id);

-- T1: what makes requests impossible, named once, so that it can be lifted once.
create table parley.obstacle (
  workspace_id uuid not null references parley.workspace,
  id uuid not null,
  kind text not null check (kind in ('physical', 'technical', 'law-or-safety', 'capacity', 'third-party', 'missing-knowledge')),
  text text not null,
  by_id uuid not null,
  at timestamptz not null,
  lifted_at timestamptz,
  lifted_by uuid,
  lifted_why text,
  primary key (workspace_id, id),
  foreign key (workspace_id, by_id) references parley.member,
  foreign key (workspace_id, lifted_by) references parley.member
);
create index obstacle_standing on parley.obstacle (workspace_id, kind) where lifted_at is null;
create table parley.request_obstacle (
  workspace_id uuid not null references parley.workspace,
  request_id uuid not null,
  obstacle_id uuid not null,
  primary key (workspace_id, obstacle_id, request_id),
  foreign key (workspace_id, request_id) references parley.request,
  foreign key (workspace_id, obstacle_id) references parley.obstacle
);
create index request_obstacle_request on parley.request_obstacle (workspace_id, request_id);
