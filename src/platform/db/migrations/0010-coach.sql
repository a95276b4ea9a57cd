-- The coach at work: which rules speak, how often each spoke and was called wrong, and what is not to be said again.

-- A rule nobody has set is on. by_id is null when the rule went back to trial by itself; then the two figures say why.
create table parley.coach_rule (
  workspace_id uuid not null references parley.workspace,
  rule text not null,
  lang text not null check (lang in ('en', 'ru', 'pl', 'fr')),
  status text not null check (status in ('off', 'trial', 'on')),
  by_id uuid,
  shown integer not null default 0,
  wrong integer not null default 0,
  at timestamptz not null,
  primary key (workspace_id, rule, lang)
);

-- One row per person and sentence, however often it was on the screen. The sentence is a hash; words are kept only of what a rule on
-- trial would have said about a message that was sent.
create table parley.coach_showing (
  workspace_id uuid not null references parley.workspace,
  rule text not null,
  lang text not null check (lang in ('en', 'ru', 'pl', 'fr')),
  member_id uuid not null,
  sentence text not null,
  silent boolean not null,
  quote text,
  wrong boolean not null default false,
  at timestamptz not null,
  primary key (workspace_id, rule, lang, member_id, sentence),
  foreign key (workspace_id, member_id) references parley.member
);
create index coach_showing_recent on parley.coach_showing (workspace_id, lang, rule, at);

create table parley.coach_hush (
  workspace_id uuid not null references parley.workspace,
  rule text not null,
  sentence text not null,
  scope text not null check (scope in ('me', 'team')),
  member_id uuid not null,
  at timestamptz not null,
  primary key (workspace_id, rule, sentence, scope, member_id),
  foreign key (workspace_id, member_id) references parley.member
);
