-- The doors: run after every migration, says the whole truth about who may read and write what.
-- app_workspace() is empty outside a transaction that named its workspace: then every policy is false and nothing is seen.

create or replace function parley.app_workspace() returns uuid language sql stable as
  $$ select nullif(current_setting('app.workspace', true), '')::uuid $$;
create or replace function parley.app_client() returns uuid language sql stable as
  $$ select nullif(current_setting('app.client', true), '')::uuid $$;

revoke all on schema parley, auth from public;
grant usage on schema parley to parley_app, parley_room, parley_steward;
grant usage on schema auth to parley_auth;

do $$
declare t record;
begin
  for t in select c.relname, n.nspname,
      exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'client_id' and not a.attisdropped) as by_client
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
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
      execute format('drop policy if exists room on parley.%I', t.relname);
      execute format('revoke all on parley.%I from parley_app, parley_room', t.relname);
      execute format('grant select, insert, update, delete on parley.%I to parley_app', t.relname);
      -- A command that comes from the room runs as the app, but with app.client set: it can touch that client's rows only.
      if t.by_client then
        execute format('create policy app on parley.%I to parley_app
          using (workspace_id = parley.app_workspace() and (parley.app_client() is null or client_id = parley.app_client()))
          with check (workspace_id = parley.app_workspace() and (parley.app_client() is null or client_id = parley.app_client()))', t.relname);
      else
        execute format('create policy app on parley.%I to parley_app
          using (workspace_id = parley.app_workspace()) with check (workspace_id = parley.app_workspace())', t.relname);
      end if;
    end if;
  end loop;
end $$;

-- The client table is led by its own id, not client_id.
drop policy if exists app on parley.client;
create policy app on parley.client to parley_app
  using (workspace_id = parley.app_workspace() and (parley.app_client() is null or id = parley.app_client()))
  with check (workspace_id = parley.app_workspace() and (parley.app_client() is null or id = parley.app_client()));

-- The steward only knows which workspaces exist, so that pollers and clocks can visit each of them.
drop policy if exists steward on parley.workspace;
create policy steward on parley.workspace for select to parley_steward using (true);
grant select (workspace_id) on parley.workspace to parley_steward;

-- What has happened stays as it was.
revoke update, delete on parley.event, parley.option_revision, parley.signature, parley.entry_source, parley.placement from parley_app;
revoke delete on parley.accord, parley.raw_mail, parley.request, parley.promise, parley.workspace from parley_app;

-- ── the room: only this client's rows, only the columns a client may see, never an internal note ─────────
create or replace function parley.in_room(ws uuid, client uuid) returns boolean language sql stable as
  $$ select ws = parley.app_workspace() and client = parley.app_client() $$;

create policy room on parley.workspace for select to parley_room using (workspace_id = parley.app_workspace() and parley.app_client() is not null);
grant select (workspace_id, name, lang, zone, currency) on parley.workspace to parley_room;
create policy room on parley.client for select to parley_room using (parley.in_room(workspace_id, id));
grant select (workspace_id, id, name, lang, zone, since) on parley.client to parley_room;
create policy room on parley.contact for select to parley_room using (parley.in_room(workspace_id, client_id));
grant select (workspace_id, id, client_id, name, lang, role_text, may, status) on parley.contact to parley_room;
create policy room on parley.request for select to parley_room using (parley.in_room(workspace_id, client_id));
grant select (workspace_id, id, ref, subject, client_id, contact_id, phase, talk, ball, next_due, their_reasonable, their_possible,
  version, opened_at, closed_at, updated_at) on parley.request to parley_room;
create policy room on parley.message for select to parley_room using (parley.in_room(workspace_id, client_id) and audience = 'both' and verified);
grant select (workspace_id, id, request_id, client_id, audience, channel, direction, kind, author_member_id, author_contact_id, author_name, subject,
  body, html, quoted, lang, purpose, at, verified) on parley.message to parley_room;
create policy room on parley.attachment for select to parley_room using (parley.in_room(workspace_id, client_id) and audience = 'both');
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
grant select (workspace_id, id, request_id, client_id, round_id, letter, side, title, state, parents, hash, tabled_at, expires_at, changed_why, by_id, created_at)
  on parley.option to parley_room;
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
