-- run as mp_migrator
-- Accounts and sessions of people, and the counts that stop guessing.

create table account (
  tenant int not null,
  account uuid not null,
  staff uuid not null,
  username text not null check (username = lower(username) and username <> ''),
  password_hash text check (password_hash like '$argon2id$%'),
  invite_hash bytea check (octet_length(invite_hash) = 32),
  invite_until timestamptz,
  subject text check (subject <> ''),
  provider_iss text check (provider_iss <> ''),
  provider_sub text check (provider_sub <> ''),
  provider_refused_at timestamptz,
  ends_on date,
  signed_in_at timestamptz,
  unseen int not null default 0 check (unseen >= 0),
  copy_secret bytea not null check (octet_length(copy_secret) = 32),
  made_at timestamptz not null,
  changed_at timestamptz not null,
  closed_at timestamptz,
  primary key (tenant, account),
  unique (tenant, username),
  unique (tenant, staff),
  unique (tenant, subject),
  unique (tenant, provider_iss, provider_sub),
  check ((provider_iss is null) = (provider_sub is null)),
  check ((invite_hash is null) = (invite_until is null))
);
comment on table account is
  'Local accounts: who may sign in as which member of staff. A closed account stays, so that the access log can be read.';
comment on column account.copy_secret is
  'Seals what the browser of this person keeps of text that is not saved yet. Given to whoever is signed in, and never kept there.';
comment on column account.password_hash is
  'Argon2id with its salt and cost; null until the person has chosen a password, and where the identity provider signs in.';
comment on column account.invite_hash is
  'SHA-256 of the one-time code with which the person chooses a password; the code itself was shown once.';
comment on column account.subject is
  'What the identity provider must say in the claim of the board, letter by letter; null = it signs nobody in here.';
comment on column account.provider_sub is
  'The provider''s own name of this person at the first sign-in: another one with the same subject is somebody else.';
comment on column account.provider_iss is 'The provider that gave the name: the same one of another provider is somebody else.';
comment on column account.provider_refused_at is
  'When the provider last sent somebody here who was taken for another person: nobody was let in.';
comment on column account.ends_on is 'The last day of the account; null = none is set.';
comment on column account.unseen is 'Notices the owner has not read yet, counted here so that no request asks for more.';

create table session (
  tenant int not null,
  token_hash bytea not null check (octet_length(token_hash) = 32),
  session uuid not null,
  account uuid not null,
  staff uuid not null,
  browser text not null,
  address text not null,
  last_address text not null,
  via text not null check (via in ('password', 'invitation', 'passkey', 'provider')),
  limited boolean not null,
  there_person bytea check (octet_length(there_person) = 32),
  there_visit bytea check (octet_length(there_visit) = 32),
  opened_at timestamptz not null,
  used_at timestamptz not null,
  confirmed_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (tenant, token_hash),
  unique (tenant, session),
  foreign key (tenant, account) references account (tenant, account),
  check (opened_at <= used_at and opened_at < ends_at),
  check (there_visit is null or there_person is not null)
);
comment on table session is
  'Signed-in browsers. The cookie holds a random token; here is only its SHA-256, so the table gives nobody a session.';
comment on column session.session is 'What the owner names it by to end it; opens nothing.';
comment on column session.browser is
  'Kind, version and system of the browser it was opened in; another one with the same cookie is refused and the session ends.';
comment on column session.address is 'The network it was opened from, shortened; last_address that of the last use.';
comment on column session.limited is
  'Opened by somebody who must choose a second factor first: nothing else is answered.';
comment on column session.there_person is
  'Hash of the provider and its name of the person, where it was opened by one: the provider ends it by that.';
comment on column session.there_visit is 'Hash of the provider and its name of that one sign-in there; null where it names none.';
comment on column session.confirmed_at is 'When the person last showed who it is, at signing in or afterwards.';
comment on column session.used_at is 'Last use, noted at most once a minute; the session ends half an hour after it.';
comment on column session.ends_at is 'The session ends here however much it is used.';
create index session_by_account on session (tenant, account);

create table setup_code (
  tenant int not null check (tenant = 2147483647),
  code_hash bytea not null check (octet_length(code_hash) = 32),
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (tenant, code_hash)
);
comment on table setup_code is
  'The one-time codes that the terminal printed while the installation was empty. The highest board number is the installation itself.';

create table throttle (
  tenant int not null check (tenant = 2147483647),
  key_hash bytea not null check (octet_length(key_hash) = 32),
  about bytea check (octet_length(about) = 32),
  tries int not null check (tries > 0),
  stopped boolean not null,
  since timestamptz not null,
  primary key (tenant, key_hash)
);
comment on table throttle is
  'Tries to sign in or to use a setup code, by hash of account or address; a row older than its window means nothing.';
comment on column throttle.about is 'Hash of the user name the tries are about, so that they can be forgotten together.';
create index throttle_by_about on throttle (tenant, about) where about is not null;

alter table account enable row level security;
alter table account force row level security;
create policy account_of_board on account
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);
alter table session enable row level security;
alter table session force row level security;
create policy session_of_board on session
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);
alter table setup_code enable row level security;
alter table setup_code force row level security;
create policy setup_code_of_installation on setup_code
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);
alter table throttle enable row level security;
alter table throttle force row level security;
create policy throttle_of_installation on throttle
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);

grant select, insert on account to mp_app;
grant update (password_hash, invite_hash, invite_until, subject, provider_iss, provider_sub, provider_refused_at,
  ends_on, signed_in_at, unseen, changed_at, closed_at) on account to mp_app;
grant select, insert, delete on session to mp_app;
grant update (used_at, last_address, confirmed_at, limited) on session to mp_app;
grant select, insert on setup_code to mp_app;
grant update (used_at) on setup_code to mp_app;
grant select, insert, delete on throttle to mp_app;
grant update (tries, stopped, since) on throttle to mp_app;
