-- The house: schemas, the people who sign in, the workspace, the ledger.
-- Every table of schema parley is led by workspace_id; 0002-doors.sql puts the locks on.

create schema parley;
create schema auth;

-- ── auth: global, reachable only by the role parley_auth ─────────────────────────────────────────────
create table auth."user" (
  id text primary key,
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null default false,
  image text,
  lang text not null default 'en',
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create table auth.session (
  id text primary key,
  "userId" text not null references auth."user" (id) on delete cascade,
  token text not null unique,
  "expiresAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index session_of_user on auth.session ("userId");
create table auth.account (
  id text primary key,
  "userId" text not null references auth."user" (id) on delete cascade,
  "accountId" text not null,
  "providerId" text not null,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index account_of_user on auth.account ("userId");
create table auth.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create table auth.membership (
  user_id text not null references auth."user" (id) on delete cascade,
  workspace_id uuid not null,
  primary key (user_id, workspace_id)
);
-- Counters that outlive a restart: sign-in per account and per address, room codes, invitations.
create table auth.rate_limit (
  key text primary key,
  window_start timestamptz not null,
  hits integer not null
);
-- Before the first workspace exists, setup needs the token the console printed; afterwards setup is closed for good.
create table auth.setup (
  only_one boolean primary key default true check (only_one),
  token_hash bytea not null,
  done_at timestamptz
);

-- ── the workspace and its people ───────────────────────────────────────────────────────────────────────
create table parley.workspace (
  workspace_id uuid primary key,
  name text not null,
  lang text not null default 'en',
  zone text not null default 'Europe/Warsaw',
  mail_name text,
  mail_address text,
  currency text not null default 'EUR',
  silence_days integer not null default 5,
  next_ref bigint not null default 1001,
  next_accord bigint not null default 1,
  reply_key bytea not null,
  -- RFC 8601: whose Authentication-Results are believed; null while nobody has said.
  authserv_id text,
  -- Hash of the token with which a mail server hands over mail by HTTP.
  intake_hash bytea,
  created_at timestamptz not null default now()
);

create table parley.member (
  workspace_id uuid not null references parley.workspace,
  id uuid not null,
  user_id text,
  name text not null,
  email text not null,
  role text not null check (role in ('owner', 'lead', 'agent')),
  lang text not null default 'en',
  may_hours numeric(8, 2) not null default 4,
  may_money_minor bigint not null default 0,
  may_kinds text[] not null default '{answer,visit,work}',
  absent_from timestamptz,
  absent_until timestamptz,
  substitute_id uuid,
  active boolean not null default true,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, email)
);

create table parley.invitation (
  workspace_id uuid not null references parley.workspace,
  id uuid not null,
  email text not null,
  name text,
  role text not null check (role in ('owner', 'lead', 'agent')),
  token_hash bytea,
  invited_by uuid not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, invited_by) references parley.member
);
create index invitation_token on parley.invitation (workspace_id, token_hash);

-- ── the ledger: every change, in order, chained ───────────────────────────────────────────────────────
create table parley.chain_head (
  workspace_id uuid primary key references parley.workspace,
  seq bigint not null default 0,
  hash bytea not null
);

-- commitment = SHA-256(salt ‖ canonical data): erasing data and salt later leaves the chain whole.
create table parley.event (
  workspace_id uuid not null references parley.workspace,
  seq bigint not null,
  at timestamptz not null,
  kind text not null,
  actor_kind text not null check (actor_kind in ('member', 'contact', 'system', 'mail')),
  actor_id uuid,
  request_id uuid,
  client_id uuid,
  audience text not null check (audience in ('both', 'ours')),
  commitment bytea not null,
  prev bytea not null,
  hash bytea not null,
  salt bytea,
  data jsonb,
  primary key (workspace_id, seq)
);
create index event_request on parley.event (workspace_id, request_id, seq);
create index event_kind on parley.event (workspace_id, kind, seq);

create table parley.idempotency (
  workspace_id uuid not null references parley.workspace,
  actor text not null,
  key text not null,
  fingerprint text not null,
  status integer,
  body text,
  created_at timestamptz not null default now(),
  primary key (workspace_id, actor, key)
);

-- ── clients ───────────────────────────────────────────────────────────────────────────────────────────
create table parley.client (
  workspace_id uuid not null references parley.workspace,
  id uuid not null,
  name text not null,
  domains text[] not null default '{}',
  lang text not null default 'en',
  since date,
  zone text,
  note text,
  kept integer not null default 0,
  broken integer not null default 0,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id)
);

create table parley.contact (
  workspace_id uuid not null references parley.workspace,
  id uuid not null,
  client_id uuid,
  name text not null,
  email text not null,
  lang text not null default 'en',
  role_text text,
  may text not null default 'talk' check (may in ('see', 'talk', 'decide')),
  status text not null default 'active' check (status in ('active', 'left', 'died')),
  successor_id uuid,
  bounced_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, email),
  foreign key (workspace_id, client_id) references parley.client
);
create index contact_client on parley.contact (workspace_id, client_id);

create table parley.agreement (
  workspace_id uuid not null references parley.workspace,
  id uuid not null,
  client_id uuid not null,
  version integer not null,
  title text not null,
  valid_from timestamptz not null,
  valid_to timestamptz,
  terms jsonb not null,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id, version),
  foreign key (workspace_id, client_id) references parley.client
);
create index agreement_client on parley.agreement (workspace_id, client_id);

create table parley.owned_product (
  workspace_id uuid not null references parley.workspace,
  id uuid not null,
  client_id uuid not null,
  name text not null,
  product_key text,
  from_whom text,
  since date,
  primary key (workspace_id, id),
  foreign key (workspace_id, client_id) references parley.client
);
create index owned_product_client on parley.owned_product (workspace_id, client_id);
