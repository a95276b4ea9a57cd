-- Search: every word people wrote is indexed as written, less its accents. Endings are a matter of the question, so that one index serves
-- four languages, an unfinished word, and a message whose language was guessed wrong.

-- Lower case, letters without their marks (ё = е, ł = l, ß = ss, İ = i), signs as gaps: harbour.example are two words.
create function parley.plain_words(words text) returns text language sql immutable parallel safe as $$
  select translate(translate(replace(replace(replace(lower(normalize(translate(words, 'İ', 'i'), NFC)), 'ß', 'ss'), 'œ', 'oe'), 'æ', 'ae'),
    'ёąćęłńóśźżàâäáãåçéèêëíìîïñôöòõøúùûüýÿ', 'еacelnoszzaaaaaaceeeeiiiinooooouuuuyy'),
    E'@.,:;/\\|-_+=*#&%$€!?()[]{}<>"''`~^„”“»«’‘–—…\u00a0', repeat(' ', 60))
$$;

-- Where a word stands in a mail is of no account: a third of the index’s rows is saved without.
create or replace function parley.message_search() returns trigger language plpgsql as $$
begin
  new.search := setweight(to_tsvector('simple', parley.plain_words(coalesce(new.subject, ''))), 'A')
    || strip(to_tsvector('simple', parley.plain_words(left(new.body, 200000))));
  return new;
end $$;

alter table parley.message no force row level security;
update parley.message set subject = subject;
alter table parley.message force row level security;

create index message_newest on parley.message (workspace_id, at desc);
create index request_words on parley.request using gin (to_tsvector('simple', parley.plain_words(subject)));

-- The beginnings under which a word of the question is looked for. `spoken` is the word with its accents, `plain` without.
create function parley.word_beginnings(spoken text, plain text, lang text) returns text[] language plpgsql immutable as $$
declare found text[] := array[plain]; cut text;
begin
  if plain ~ '[0-9]' or length(plain) < 4 then return found; end if;
  case lang
    when 'en' then
      cut := (ts_lexize('english_stem', plain))[1];
      found := found || cut || case when cut like '%i' then left(cut, -1) || 'y' end;
    when 'ru' then found := found || (ts_lexize('russian_stem', plain))[1];
    when 'fr' then
      found := found || parley.plain_words((ts_lexize('french_stem', spoken))[1]) || (ts_lexize('french_stem', plain))[1];
    when 'pl' then
      -- PostgreSQL knows no Polish: endings of nouns, adjectives and the commonest verbs, then what changes before an ending
      -- (drukarka, drukarek, drukarce; faktura, fakturze).
      cut := regexp_replace(plain, '(owego|owemu|owych|owymi|ego|emu|ych|ymi|imi|ami|ach|owie|owi|iem|ie|ej|ow|om|em|ym|im|ala|al|ac|ic|yc|a|e|i|o|u|y)$', '');
      if length(cut) >= 4 then
        found := found || cut;
        cut := regexp_replace(cut, '(ek|rz|dz|k|c|g|z|i)$', '');
        if length(cut) >= 4 then found := found || cut; end if;
      end if;
    else null;
  end case;
  return array(select distinct b from unnest(found) b where length(b) >= 3);
end $$;

-- What is asked, as a query in one language: all words, each by any of its beginnings. A word that means nothing alone is left out
-- beside one that does. A number stands for itself; the last word may be unfinished, and so may every other.
create function parley.words_asked(asked text, lang text) returns tsquery language sql immutable as $$
  with word as (
    select lower(w) as spoken, parley.plain_words(w) as plain
    from unnest(regexp_split_to_array(normalize(translate(asked, E'@.,:;/\\|-_+=*#&%$€!?()[]{}<>"''`~^„”“»«’‘–—…\u00a0', repeat(' ', 60)), NFC), '\s+'))
      with ordinality s(w, n)
    where w <> '' and length(w) <= 80 order by n limit 12
  ), weighed as (
    select *, (ts_lexize('english_stem', plain) = '{}' or ts_lexize('russian_stem', plain) = '{}' or ts_lexize('french_stem', plain) = '{}'
      or plain in ('les', 'i', 'w', 'z', 'we', 'ze', 'na', 'do', 'od', 'o', 'u', 'po', 'za', 'dla', 'nie', 'sie', 'jest', 'to', 'ale', 'czy', 'jak')) as slight
    from word
  ), used as (
    select * from weighed where not slight or not exists (select 1 from weighed where not slight)
  )
  select string_agg((select '(' || string_agg(quote_literal(b) || ':*', ' | ') || ')'
    from (select b from unnest(parley.word_beginnings(spoken, plain, lang)) b order by b) ordered), ' & ')::tsquery from used
$$;

-- The requests in which something was said, best first: the subject counts more than the words of a mail. Row-level security keeps
-- PostgreSQL from using a text index, because a comparison of words might leak a row; this function runs as a role that may read the
-- index of every workspace, and therefore asks for the caller's workspace itself. It returns ids; whoever calls joins them to rows under
-- their own policy. A rare word is looked up; a word in every twentieth message is met soon enough by reading the newest ones, and the
-- newest five hundred of those are weighed.
create function parley.find_requests(asked text) returns table (request_id uuid, rank real)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  ws uuid := parley.app_workspace();
  plain tsquery := parley.words_asked(asked, null);
  en tsquery := parley.words_asked(asked, 'en');
  ru tsquery := parley.words_asked(asked, 'ru');
  pl tsquery := parley.words_asked(asked, 'pl');
  fr tsquery := parley.words_asked(asked, 'fr');
  any_of tsquery := (select string_agg(distinct q::text, ' | ') from unnest(array[en, ru, pl, fr]) q)::tsquery;
  number bigint := substring(lower(btrim(asked)) from '^(?:req-)?(\d{1,12})$')::bigint;
  often boolean := (select count(*) >= 100 from (
    select m.search from parley.message m where m.workspace_id = ws order by m.at desc limit 2000) newest where search @@ any_of);
begin
  return query
    with newest as (
      select m.request_id as id, m.search, m.lang from parley.message m
      where often and m.workspace_id = ws and m.search @@ any_of order by m.at desc limit 500
    ), looked_up as (
      select m.request_id as id, m.search, m.lang from parley.message m
      where not often and m.workspace_id = ws and m.search @@ any_of order by m.at + interval '0' desc limit 2000
    ), said as (
      select id, search, case lang when 'en' then en when 'ru' then ru when 'pl' then pl when 'fr' then fr else any_of end as wanted
      from (select * from newest union all select * from looked_up) either
    ), titled as (
      select r.id from parley.request r where r.workspace_id = ws and to_tsvector('simple', parley.plain_words(r.subject)) @@ any_of
      order by r.updated_at desc limit 1000
    ), hit as (
      select id, ts_rank(search, wanted) + ts_rank(search, plain) as rank from said where search @@ wanted
      union all select id, 1 from titled
      union all select r.id, 100 from parley.request r where r.workspace_id = ws and r.ref = number
    )
    select hit.id, max(hit.rank)::real from hit group by hit.id;
end $$;
