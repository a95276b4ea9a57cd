-- The doors: run after every migration, says the whole truth about who may read and write what.
-- app_workspace() is empty outside a transaction that named its workspace: then every policy is false and nothing is seen.

create or replace function parley.app_workspace() returns uuid language sql stable as
  $$ select nullif(current_setting('app.workspace', true), '')::uuid $$;
create or replace function parley.app_client() returns uuid language sql stable as
  $$ select nullif(current_setting('app.client', true), '')::uuid $$;

revoke all on schema parley, auth from public;
grant usage on schema parley to parley_app, parley_guest, parley_room, parley_steward;
grant usage on schema auth to parley_auth;

-- (select …) around the functions: asked once per statement, not once per row, and the planner can use the index.
do $$
declare t record;
begin
  for t in select c.relname, n.nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('parley', 'auth') and c.relkind = 'r'
  loop
    execute format('alter table %I.%I enable row level security', t.nspname, t.relname);
    execute format('alter table %I.%I force row level security', t.nspname, t.relname);
    if t.nspname = 'auth' then
      execute format('drop policy if exists sign_in on auth.%I', t.relname);
      execute format('create policy sign_in on auth.%I to parley_auth using (true) with check (true)', t.relname);
      execute format('grant select, insert, update, delete on auth.%I to parley_auth', t.relname);
    else
      execute format('drop policy if exists app on parley.%I', t.relname);
      execute format('drop policy if exists guest on parley.%I', t.relname);
      execute format('drop policy if exists room on parley.%I', t.relname);
      execute format('revoke all on parley.%I from parley_app, parley_guest, parley_room', t.relname);
      execute format('grant select, insert, update, delete on parley.%I to parley_app', t.relname);
      execute format('create policy app on parley.%I to parley_app
        using (workspace_id = (select parley.app_workspace())) with check (workspace_id = (select parley.app_workspace()))', t.relname);
    end if;
  end loop;
end $$;

-- A command that comes from the room runs as parley_guest: it can touch rows of its own client only, whatever the SQL says.
do $$
declare t text;
begin
  foreach t in array array['request', 'message', 'attachment', 'entry', 'entry_source', 'placement', 'round', 'option', 'option_revision', 'stance',
    'accord', 'signature', 'promise', 'pause', 'closing', 'contact', 'agreement', 'owned_product', 'outbox', 'event', 'room_link', 'room_session', 'ask_word', 'conflict', 'conflict_position',
    'method_change', 'heated_talk', 'claim', 'room_upload', 'left_unsaid', 'room_device', 'room_code',
    'request_fact', 'promise_fact', 'tally', 'review', 'review_action',
    'duration', 'forecast', 'visit', 'visit_person', 'visit_slot', 'shift_offer']
  loop
    execute format('create policy guest on parley.%I to parley_guest
      using (workspace_id = (select parley.app_workspace()) and client_id = (select parley.app_client()))
      with check (workspace_id = (select parley.app_workspace()) and client_id = (select parley.app_client()))', t);
    execute format('grant select, insert on parley.%I to parley_guest', t);
  end loop;
  -- What every change needs beside the client's rows: the chain, the counters, the numbers, names of our people.
  foreach t in array array['chain_head', 'idempotency', 'request_count', 'workspace', 'member', 'approval']
  loop
    execute format('create policy guest on parley.%I to parley_guest
      using (workspace_id = (select parley.app_workspace())) with check (workspace_id = (select parley.app_workspace()))', t);
    execute format('grant select on parley.%I to parley_guest', t);
  end loop;
end $$;
create policy guest on parley.client to parley_guest
  using (workspace_id = (select parley.app_workspace()) and id = (select parley.app_client()));
grant select, update on parley.client to parley_guest;
grant update on parley.request, parley.entry, parley.round, parley.option, parley.stance, parley.accord, parley.promise, parley.pause, parley.closing,
  parley.message, parley.contact, parley.chain_head, parley.workspace, parley.request_fact, parley.promise_fact, parley.tally, parley.review_action,
  parley.duration to parley_guest;
grant select on parley.request_fact_of_each, parley.duration_of_each, parley.request_fact_now, parley.promise_fact_now, parley.fact_tally, parley.duration_now to parley_app, parley_guest;
grant insert, update on parley.idempotency, parley.request_count to parley_guest;
grant insert on parley.approval to parley_guest;
grant delete on parley.room_session to parley_guest;
grant update on parley.conflict to parley_guest;
grant delete on parley.room_upload, parley.room_code to parley_guest;
grant update on parley.room_device, parley.room_code to parley_guest;
grant update on parley.visit to parley_guest;
grant delete on parley.visit_slot to parley_guest;

-- The steward only knows which workspaces exist, so that pollers and clocks can visit each of them.
drop policy if exists steward on parley.workspace;
create policy steward on parley.workspace for select to parley_steward using (true);
grant select (workspace_id) on parley.workspace to parley_steward;

-- What has happened stays as it was.
revoke update, delete on parley.method_change, parley.claim, parley.left_unsaid, parley.forecast, parley.event, parley.option_revision, parley.signature, parley.placement from parley_app;
revoke delete on parley.accord, parley.raw_mail, parley.request, parley.promise, parley.workspace from parley_app;

-- ── the room: only this client's rows, only the columns a client may see, never an internal note ─────────
create or replace function parley.in_room(ws uuid, client uuid) returns boolean language sql stable as
  $$ select ws = (select parley.app_workspace()) and client = (select parley.app_client()) $$;

create policy room on parley.workspace for select to parley_room using (workspace_id = parley.app_workspace() and parley.app_client() is not null);
grant select (workspace_id, name, lang, zone, currency) on parley.workspace to parley_room;
create policy room on parley.client for select to parley_room using (parley.in_room(workspace_id, id));
grant select (workspace_id, id, name, lang, zone, since) on parley.client to parley_room;
create policy room on parley.contact for select to parley_room using (parley.in_room(workspace_id, client_id));
grant select (workspace_id, id, client_id, name, lang, role_text, may, status) on parley.contact to parley_room;
-- A request that came from a stranger at the client's domain names no contact yet: its title is not the client's word.
create policy room on parley.request for select to parley_room
  using (parley.in_room(workspace_id, client_id) and contact_id is not null and merged_into is null);
grant select (workspace_id, id, ref, subject, client_id, contact_id, phase, talk, ball, next_due, their_reasonable, their_possible,
  version, opened_at, closed_at, updated_at, decision_maker_id, choosing) on parley.request to parley_room;
-- Not what an unverified sender wrote, and not what may still be taken back.
create policy room on parley.message for select to parley_room using (parley.in_room(workspace_id, client_id) and audience = 'both' and verified
  and (held_until is null or held_until <= now()));
grant select (workspace_id, id, request_id, client_id, audience, channel, direction, kind, author_member_id, author_contact_id, author_name, subject,
  body, html, quoted, lang, purpose, at, verified) on parley.message to parley_room;
create policy room on parley.attachment for select to parley_room using (parley.in_room(workspace_id, client_id) and audience = 'both'
  and exists (select 1 from parley.message m where m.workspace_id = attachment.workspace_id and m.id = message_id));
grant select on parley.attachment to parley_room;
create policy room on parley.entry for select to parley_room using (parley.in_room(workspace_id, client_id));
grant select on parley.entry to parley_room;
create policy room on parley.entry_source for select to parley_room using (parley.in_room(workspace_id, client_id));
grant select on parley.entry_source to parley_room;
create policy room on parley.placement for select to parley_room using (parley.in_room(workspace_id, client_id) and side = 'theirs');
grant select on parley.placement to parley_room;
create policy room on parley.round for select to parley_room using (parley.in_room(workspace_id, client_id));
grant select (workspace_id, id, request_id, client_id, number, reveal, opened_at, closes_at, closed_at, outcome) on parley.round to parley_room;
create policy room on parley.option for select to parley_room
  using (parley.in_room(workspace_id, client_id) and (side = 'theirs' or tabled_at is not null));
grant select (workspace_id, id, request_id, client_id, round_id, letter, side, title, state, parents, hash, tabled_at, expires_at, changed_why, by_id, created_at,
  picked_by_us, picked_by_them) on parley.option to parley_room;
create policy room on parley.option_revision for select to parley_room using (parley.in_room(workspace_id, client_id)
  and exists (select 1 from parley.option o where o.workspace_id = option_revision.workspace_id and o.id = option_id));
grant select on parley.option_revision to parley_room;
create policy room on parley.stance for select to parley_room using (parley.in_room(workspace_id, client_id)
  and exists (select 1 from parley.option o where o.workspace_id = stance.workspace_id and o.id = option_id));
grant select on parley.stance to parley_room;
create policy room on parley.accord for select to parley_room using (parley.in_room(workspace_id, client_id));
grant select on parley.accord to parley_room;
create policy room on parley.signature for select to parley_room using (parley.in_room(workspace_id, client_id));
grant select (workspace_id, id, accord_id, client_id, side, typed_name, organisation, identified_by, fingerprint, at) on parley.signature to parley_room;
create policy room on parley.promise for select to parley_room
  using (parley.in_room(workspace_id, client_id) and (side = 'theirs' or given_at is not null));
grant select (workspace_id, id, request_id, client_id, side, kind, text, state, due, due_zone, source, maker_name, depends_on, replaces_id, evidence,
  given_at, settled_at, created_at) on parley.promise to parley_room;
create policy room on parley.pause for select to parley_room using (parley.in_room(workspace_id, client_id));
grant select (workspace_id, id, request_id, client_id, missing, our_people, their_people, resume_at, state, at) on parley.pause to parley_room;
create policy room on parley.closing for select to parley_room using (parley.in_room(workspace_id, client_id));
grant select (workspace_id, id, request_id, client_id, message_id, asked, done, kept, comes_back, state, objection, silent_after, at, answered_at)
  on parley.closing to parley_room;
create policy room on parley.event for select to parley_room using (parley.in_room(workspace_id, client_id) and audience = 'both');
grant select (workspace_id, seq, at, kind, request_id, client_id, audience) on parley.event to parley_room;
-- The client's review is seen once it is shared, and then as it was shared.
create policy room on parley.review for select to parley_room using (parley.in_room(workspace_id, client_id) and shared_at is not null);
grant select (workspace_id, id, client_id, from_on, to_on, lang, document, version, shared_at) on parley.review to parley_room;
create policy room on parley.review_action for select to parley_room using (parley.in_room(workspace_id, client_id)
  and exists (select 1 from parley.review r where r.workspace_id = review_action.workspace_id and r.id = review_id));
grant select on parley.review_action to parley_room;
create policy room on parley.conflict for select to parley_room using (parley.in_room(workspace_id, client_id));
grant select (workspace_id, id, request_id, client_id, matter, state, at, suspended_at, decision, decided_by, decided_at) on parley.conflict to parley_room;
create policy room on parley.conflict_position for select to parley_room using (parley.in_room(workspace_id, client_id));
grant select (workspace_id, conflict_id, contact_id, client_id, words) on parley.conflict_position to parley_room;
create policy room on parley.method_change for select to parley_room using (parley.in_room(workspace_id, client_id));
grant select (workspace_id, id, request_id, client_id, number, agreed_id, wished_id, words, at) on parley.method_change to parley_room;

-- ── search: a role nobody can sign in as owns the one function that may use the text index; only the app may call it ────────────────
do $$
begin
  if not exists (select from pg_roles where rolname = 'parley_search') then
    create role parley_search nologin nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
  execute format('grant parley_search to %I', current_user);
end $$;
drop policy if exists search on parley.message;
create policy search on parley.message for select to parley_search using (true);
grant select (workspace_id, request_id, lang, at, search) on parley.message to parley_search;
drop policy if exists search on parley.request;
create policy search on parley.request for select to parley_search using (true);
grant select (workspace_id, id, ref, subject, updated_at) on parley.request to parley_search;
grant usage, create on schema parley to parley_search;
alter function parley.find_requests(text) owner to parley_search;
revoke create on schema parley from parley_search;
revoke all on function parley.find_requests(text) from public;
grant execute on function parley.find_requests(text) to parley_app;
-- That a form waits for them, never what was said to us.
create policy room on parley.heated_talk for select to parley_room using (parley.in_room(workspace_id, client_id) and form_message_id is not null);
grant select (workspace_id, id, request_id, client_id, contact_id, at) on parley.heated_talk to parley_room;
create policy room on parley.claim for select to parley_room using (parley.in_room(workspace_id, client_id));
grant select on parley.claim to parley_room;
-- A visit is seen once the client has been told of it; what happened there in our own words stays ours.
create policy room on parley.visit for select to parley_room using (parley.in_room(workspace_id, client_id) and told_at is not null);
grant select (workspace_id, id, client_id, request_id, contact_id, purpose, remote, place, starts_at, ends_at, zone, state, sequence, told_at, confirmed_at, proxy_name)
  on parley.visit to parley_room;
create policy room on parley.visit_person for select to parley_room using (parley.in_room(workspace_id, client_id)
  and exists (select 1 from parley.visit v where v.workspace_id = visit_person.workspace_id and v.id = visit_id));
grant select (workspace_id, visit_id, client_id, name) on parley.visit_person to parley_room;
create policy room on parley.visit_slot for select to parley_room using (parley.in_room(workspace_id, client_id)
  and exists (select 1 from parley.visit v where v.workspace_id = visit_slot.workspace_id and v.id = visit_id));
grant select on parley.visit_slot to parley_room;

-- An answer from the room leaves from the mailbox its request came through: its address may be read there, how to get into it may not.
create policy guest on parley.mailbox for select to parley_guest using (workspace_id = (select parley.app_workspace()));
grant select (workspace_id, id, name, address) on parley.mailbox to parley_guest;
