-- A link opens the room; whether somebody may act there depends on the device: the first one a person opens a link on, and every further
-- one that has shown a code from their mailbox (docs/decisions/012-a-link-is-not-a-person.md).
create table parley.room_device (
  workspace_id uuid not null references parley.workspace,
  id uuid not null,
  client_id uuid not null,
  contact_id uuid not null,
  token_hash bytea not null,
  proven_at timestamptz,
  proven_by text check (proven_by in ('first-use', 'code')),
  expires_at timestamptz not null,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, contact_id, token_hash),
  foreign key (workspace_id, contact_id) references parley.contact,
  check ((proven_at is null) = (proven_by is null))
);

create table parley.room_code (
  workspace_id uuid not null references parley.workspace,
  device_id uuid not null,
  client_id uuid not null,
  code_hash text not null,
  expires_at timestamptz not null,
  primary key (workspace_id, device_id),
  foreign key (workspace_id, device_id) references parley.room_device on delete cascade
);

-- Without a device: opened before there were any; such a session lives its thirty days as it was.
alter table parley.room_session add column device_id uuid;

-- Another mailbox: what the old one opened is closed, and its links open nothing any more.
create function parley.mailbox_changed() returns trigger language plpgsql as $$
begin
  delete from parley.room_device where workspace_id = new.workspace_id and contact_id = new.id;
  delete from parley.room_session where workspace_id = new.workspace_id and contact_id = new.id;
  update parley.room_link set revoked_at = now() where workspace_id = new.workspace_id and contact_id = new.id and revoked_at is null;
  return null;
end $$;
create trigger mailbox_changed after update of email on parley.contact for each row
  when (lower(old.email) <> lower(new.email)) execute function parley.mailbox_changed();
