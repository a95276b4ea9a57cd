-- What a client asked for, and everything the two sides put on the table about it.
-- client_id is repeated on each row that a client may see, so that row-level security can ask the row itself.

create table parley.request (
  workspace_id uuid not null references parley.workspace,
  id uuid not null,
  ref bigint not null,
  subject text not null,
  kind text not null default 'general',
  client_id uuid,
  contact_id uuid,
  owner_id uuid,
  phase text not null default 'initiation' check (phase in ('initiation', 'resolution', 'closing', 'closed')),
  talk text not null default 'none'
    check (talk in ('none', 'inviting', 'talking', 'agreed', 'declined-to-discuss', 'suspended', 'collected')),
  ball text not null default 'ours' check (ball in ('ours', 'theirs', 'third')),
  next_step text not null,
  next_owner_id uuid,
  next_due timestamptz not null,
  reasonable text not null default 'unknown' check (reasonable in ('yes', 'no', 'unknown')),
  possible text not null default 'unknown' check (possible in ('yes', 'no', 'unknown')),
  fate text not null default 'not-placed'
    check (fate in ('do-it', 'reasonable-not-possible', 'possible-not-reasonable', 'neither', 'not-placed')),
  their_reasonable text check (their_reasonable in ('yes', 'no', 'unknown')),
  their_possible text check (their_possible in ('yes', 'no', 'unknown')),
  interest_skipped_why text,
  our_difficulty text,
  suggestion jsonb,
  minutes integer not null default 0,
  version integer not null default 1,
  opened_at timestamptz not null,
  first_answer_at timestamptz,
  closed_at timestamptz,
  updated_at timestamptz not null,
  sample boolean not null default false,
  primary key (workspace_id, id),
  unique (workspace_id, ref),
  foreign key (workspace_id, client_id) references parley.client,
  foreign key (workspace_id, contact_id) references parley.contact,
  foreign key (workspace_id, owner_id) references parley.member
);
create index request_open on parley.request (workspace_id, updated_at desc, id desc) where phase <> 'closed';
create index request_phase on parley.request (workspace_id, phase, updated_at desc, id desc);
create index request_recent on parley.request (workspace_id, updated_at desc, id desc);
create index request_client on parley.request (workspace_id, client_id, opened_at desc);
create index request_owner on parley.request (workspace_id, owner_id, phase);
create index request_due on parley.request (workspace_id, next_due) where phase <> 'closed';
create index request_fate on parley.request (workspace_id, fate, updated_at desc) where phase <> 'closed';

-- Counts are kept, never counted: the cycle strip and the board read these.
create table parley.request_count (
  workspace_id uuid not null references parley.workspace,
  phase text not null,
  fate text not null,
  n integer not null default 0,
  minutes bigint not null default 0,
  primary key (workspace_id, phase, fate)
);

create table parley.message (
  workspace_id uuid not null references parley.workspace,
  id uuid not null,
  request_id uuid not null,
  client_id uuid,
  audience text not null check (audience in ('both', 'ours')),
  channel text not null check (channel in ('mail', 'room', 'call', 'visit', 'note')),
  direction text not null check (direction in ('in', 'out', 'inside')),
  kind text not null default 'person',
  author_member_id uuid,
  author_contact_id uuid,
  author_name text not null,
  author_address text,
  verified boolean not null default true,
  subject text,
  body text not null,
  html text,
  quoted text,
  lang text,
  purpose text not null default 'reply'
    check (purpose in ('reply', 'invitation', 'bad-news', 'offer', 'closing', 'acknowledgement', 'note', 'receipt', 'code')),
  minutes integer not null default 0,
  rfc_message_id text,
  raw_mail_id uuid,
  at timestamptz not null,
  -- Undo send: until then only our side sees it.
  held_until timestamptz,
  search tsvector,
  primary key (workspace_id, id),
  foreign key (workspace_id, request_id) references parley.request
);
create index message_request on parley.message (workspace_id, request_id, at, id);
create index message_rfc on parley.message (workspace_id, rfc_message_id);
create index message_search on parley.message using gin (search);

create table parley.attachment (
  workspace_id uuid not null references parley.workspace,
  id uuid not null,
  message_id uuid not null,
  request_id uuid not null,
  client_id uuid,
  audience text not null check (audience in ('both', 'ours')),
  name text not null,
  type text not null,
  size bigint not null,
  sha256 text not null,
  content_id text,
  inline boolean not null default false,
  primary key (workspace_id, id),
  foreign key (workspace_id, message_id) references parley.message
);
create index attachment_message on parley.attachment (workspace_id, message_id);

-- Listening: the client's own words, each with the place it came from.
create table parley.entry (
  workspace_id uuid not null references parley.workspace,
  id uuid not null,
  request_id uuid,
  client_id uuid,
  kind text not null check (kind in ('interest', 'fact', 'condition', 'already-has', 'question')),
  state text not null default 'standing' check (state in ('open', 'answered', 'standing', 'withdrawn', 'disputed')),
  text text not null,
  value jsonb,
  answer text,
  said integer not null default 1,
  side text not null check (side in ('ours', 'theirs')),
  dispute text,
  standing boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, request_id) references parley.request
);
create index entry_request on parley.entry (workspace_id, request_id);
create index entry_client on parley.entry (workspace_id, client_id) where standing;

create table parley.entry_source (
  workspace_id uuid not null references parley.workspace,
  id uuid not null,
  entry_id uuid not null,
  client_id uuid,
  message_id uuid,
  quote text not null,
  start_at integer,
  end_at integer,
  said_by text,
  at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, entry_id) references parley.entry
);
create index entry_source_entry on parley.entry_source (workspace_id, entry_id);

create table parley.placement (
  workspace_id uuid not null references parley.workspace,
  id uuid not null,
  request_id uuid not null,
  client_id uuid,
  side text not null check (side in ('ours', 'theirs')),
  reasonable text not null check (reasonable in ('yes', 'no', 'unknown')),
  possible text not null check (possible in ('yes', 'no', 'unknown')),
  reasonable_kind text,
  possible_kind text,
  reason text not null,
  evidence text,
  clause text,
  first boolean not null default false,
  by_id uuid not null,
  at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, request_id) references parley.request
);
create index placement_request on parley.placement (workspace_id, request_id, at);

-- Negotiation. An option binds nobody; an accord binds both.
create table parley.round (
  workspace_id uuid not null references parley.workspace,
  id uuid not null,
  request_id uuid not null,
  client_id uuid not null,
  number integer not null,
  reveal text not null default 'at-once' check (reveal in ('at-once', 'when-both-answered')),
  one_option_why text,
  opened_at timestamptz not null,
  closes_at timestamptz not null,
  closed_at timestamptz,
  outcome text check (outcome in ('agreed', 'several-work', 'none-works', 'paused')),
  primary key (workspace_id, id),
  unique (workspace_id, request_id, number),
  foreign key (workspace_id, request_id) references parley.request
);

create table parley.option (
  workspace_id uuid not null references parley.workspace,
  id uuid not null,
  request_id uuid not null,
  client_id uuid not null,
  round_id uuid,
  letter text not null,
  side text not null check (side in ('ours', 'theirs')),
  title text not null,
  state text not null default 'draft'
    check (state in ('draft', 'on-the-table', 'agreed', 'declined', 'withdrawn', 'expired', 'superseded')),
  parents uuid[] not null default '{}',
  hash text,
  tabled_at timestamptz,
  expires_at timestamptz,
  changed_why text,
  by_id uuid not null,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, request_id) references parley.request,
  foreign key (workspace_id, round_id) references parley.round
);
create index option_request on parley.option (workspace_id, request_id);

create table parley.option_revision (
  workspace_id uuid not null references parley.workspace,
  hash text not null,
  option_id uuid not null,
  client_id uuid not null,
  number integer not null,
  terms jsonb not null,
  by_side text not null check (by_side in ('ours', 'theirs')),
  by_id uuid not null,
  at timestamptz not null,
  primary key (workspace_id, option_id, hash),
  foreign key (workspace_id, option_id) references parley.option
);

create table parley.stance (
  workspace_id uuid not null references parley.workspace,
  id uuid not null,
  option_id uuid not null,
  request_id uuid not null,
  client_id uuid not null,
  hash text not null,
  side text not null check (side in ('ours', 'theirs')),
  kind text not null check (kind in ('works', 'works-if', 'does-not-work', 'need-others')),
  words text,
  would_work text,
  by_id uuid not null,
  by_name text not null,
  at timestamptz not null,
  void_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, option_id) references parley.option
);
create index stance_option on parley.stance (workspace_id, option_id, at);

-- Walk-away points and our own limits: the room's role has no grant here.
create table parley.private_limit (
  workspace_id uuid not null references parley.workspace,
  request_id uuid not null,
  text text not null,
  updated_at timestamptz not null,
  primary key (workspace_id, request_id),
  foreign key (workspace_id, request_id) references parley.request
);

create table parley.accord (
  workspace_id uuid not null references parley.workspace,
  id uuid not null,
  request_id uuid not null,
  client_id uuid not null,
  number bigint not null,
  state text not null default 'drawn-up' check (state in ('drawn-up', 'half-signed', 'in-force', 'amended', 'ended')),
  option_id uuid not null,
  option_hash text not null,
  lang text not null,
  document jsonb not null,
  text text not null,
  fingerprint text not null,
  amends_id uuid,
  pdf_sha256 text,
  created_at timestamptz not null,
  in_force_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, number),
  foreign key (workspace_id, request_id) references parley.request
);
create index accord_request on parley.accord (workspace_id, request_id);

create table parley.signature (
  workspace_id uuid not null references parley.workspace,
  id uuid not null,
  accord_id uuid not null,
  client_id uuid not null,
  side text not null check (side in ('ours', 'theirs')),
  person_id uuid not null,
  typed_name text not null,
  organisation text not null,
  identified_by text not null check (identified_by in ('room-link', 'password')),
  identified_to text not null,
  statement text not null,
  button text not null,
  fingerprint text not null,
  ip text,
  user_agent text,
  at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, accord_id, side),
  foreign key (workspace_id, accord_id) references parley.accord
);

create table parley.promise (
  workspace_id uuid not null references parley.workspace,
  id uuid not null,
  request_id uuid not null,
  client_id uuid,
  side text not null check (side in ('ours', 'theirs')),
  kind text not null,
  text text not null,
  state text not null check (state in ('proposed', 'awaiting-approval', 'given', 'at-risk', 'kept', 'kept-early',
    'exceeded', 'renegotiated', 'broken', 'withdrawn')),
  due timestamptz not null,
  due_zone text not null,
  target timestamptz,
  source text not null check (source in ('message', 'option', 'accord', 'call', 'sales')),
  source_id uuid,
  maker_id uuid,
  maker_name text not null,
  hours numeric(8, 2) not null default 0,
  money_minor bigint not null default 0,
  open_questions_why text,
  depends_on uuid,
  replaces_id uuid,
  evidence text,
  miss_reason text,
  given_at timestamptz,
  settled_at timestamptz,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, request_id) references parley.request
);
create index promise_request on parley.promise (workspace_id, request_id);
create index promise_due on parley.promise (workspace_id, due) where state in ('given', 'at-risk', 'awaiting-approval', 'proposed');

create table parley.approval (
  workspace_id uuid not null references parley.workspace,
  id uuid not null,
  request_id uuid not null,
  subject text not null check (subject in ('promise', 'accord', 'option')),
  subject_id uuid not null,
  asked_of uuid not null,
  asked_by uuid not null,
  why text not null,
  state text not null default 'asked' check (state in ('asked', 'approved', 'refused', 'withdrawn')),
  answer text,
  asked_at timestamptz not null,
  answered_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, request_id) references parley.request,
  foreign key (workspace_id, asked_of) references parley.member,
  foreign key (workspace_id, asked_by) references parley.member
);
create index approval_open on parley.approval (workspace_id, asked_of) where state = 'asked';

create table parley.pause (
  workspace_id uuid not null references parley.workspace,
  id uuid not null,
  request_id uuid not null,
  client_id uuid,
  missing text not null,
  our_people text[] not null,
  their_people text[] not null,
  resume_at timestamptz not null,
  state text not null default 'running' check (state in ('running', 'resumed', 'lapsed')),
  by_id uuid not null,
  at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, request_id) references parley.request
);
create index pause_request on parley.pause (workspace_id, request_id);

create table parley.closing (
  workspace_id uuid not null references parley.workspace,
  id uuid not null,
  request_id uuid not null,
  client_id uuid,
  message_id uuid not null,
  asked text not null,
  done text not null,
  kept text not null,
  comes_back text not null,
  state text not null default 'sent' check (state in ('sent', 'confirmed', 'objected', 'silent', 'waived')),
  objection text,
  waived_why text,
  silent_after timestamptz not null,
  at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, request_id) references parley.request
);
create index closing_request on parley.closing (workspace_id, request_id, at);
create index closing_open on parley.closing (workspace_id, silent_after) where state = 'sent';

-- A link lets one contact into one request (request_id null: all of theirs). Only its hash is stored.
create table parley.room_link (
  workspace_id uuid not null references parley.workspace,
  id uuid not null,
  client_id uuid not null,
  contact_id uuid not null,
  request_id uuid,
  token_hash bytea not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, token_hash),
  foreign key (workspace_id, contact_id) references parley.contact
);
create table parley.room_session (
  workspace_id uuid not null references parley.workspace,
  id uuid not null,
  client_id uuid not null,
  contact_id uuid not null,
  link_id uuid not null,
  token_hash bytea not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, token_hash),
  foreign key (workspace_id, link_id) references parley.room_link
);
