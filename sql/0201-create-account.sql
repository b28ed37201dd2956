-- run as mp_migrator
-- Accounts and sessions of people, and the counts that stop guessing.

create table account (
  tenant int not null,
  account uuid not null,
  staff uuid not null,
  username text not null check (username = lower(username) and username <> ''),
  password_hash text not null check (password_hash like '$argon2id$%'),
  copy_secret bytea not null check (octet_length(copy_secret) = 32),
  made_at timestamptz not null,
  changed_at timestamptz not null,
  closed_at timestamptz,
  primary key (tenant, account),
  unique (tenant, username),
  unique (tenant, staff)
);
comment on table account is
  'Local accounts: who may sign in as which member of staff. A closed account stays, so that the access log can be read.';
comment on column account.copy_secret is
  'Seals what the browser of this person keeps of text that is not saved yet. Given to whoever is signed in, and never kept there.';
comment on column account.password_hash is 'Argon2id with its salt and cost.';

create table session (
  tenant int not null,
  token_hash bytea not null check (octet_length(token_hash) = 32),
  account uuid not null,
  staff uuid not null,
  opened_at timestamptz not null,
  used_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (tenant, token_hash),
  foreign key (tenant, account) references account (tenant, account),
  check (opened_at <= used_at and opened_at < ends_at)
);
comment on table session is
  'Signed-in browsers. The cookie holds a random token; here is only its SHA-256, so the table gives nobody a session.';
comment on column session.used_at is 'Last use, noted at most once a minute; the session ends an hour after it.';
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
  tries int not null check (tries > 0),
  since timestamptz not null,
  primary key (tenant, key_hash)
);
comment on table throttle is
  'Tries to sign in or to use a setup code, by hash of account or address; a row older than its window means nothing.';

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
grant update (password_hash, changed_at, closed_at) on account to mp_app;
grant select, insert, delete on session to mp_app;
grant update (used_at) on session to mp_app;
grant select, insert on setup_code to mp_app;
grant update (used_at) on setup_code to mp_app;
grant select, insert, delete on throttle to mp_app;
grant update (tries, since) on throttle to mp_app;
