-- run as mp_migrator
-- What somebody signs in with beside or instead of a password, and what the owner of an account is told.

create table totp (
  tenant int not null,
  account uuid not null,
  secret bytea not null check (octet_length(secret) > 28),
  made_at timestamptz not null,
  confirmed_at timestamptz,
  last_step bigint not null,
  primary key (tenant, account),
  foreign key (tenant, account) references account (tenant, account)
);
comment on table totp is
  'The secret behind the six digits of a telephone, sealed with a key that is not in the database. Counts from the moment a first code was right.';
comment on column totp.last_step is 'The half minute of the last code that was taken: neither it nor an earlier one is taken again.';

create table recovery_code (
  tenant int not null,
  account uuid not null,
  code_hash bytea not null check (octet_length(code_hash) = 32),
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (tenant, account, code_hash),
  foreign key (tenant, account) references account (tenant, account)
);
comment on table recovery_code is 'Codes on paper for whoever has lost the telephone: each is taken once.';

create table passkey (
  tenant int not null,
  credential text not null check (credential <> ''),
  account uuid not null,
  public_key bytea not null,
  counter bigint not null check (counter >= 0),
  transports text[] not null,
  name text not null check (name <> ''),
  made_at timestamptz not null,
  used_at timestamptz,
  refused_at timestamptz,
  primary key (tenant, credential),
  foreign key (tenant, account) references account (tenant, account)
);
comment on table passkey is 'Public keys of the passkeys of an account.';
comment on column passkey.refused_at is 'Its counter went backwards, so there are two of it: it opens nothing any more.';
create index passkey_by_account on passkey (tenant, account);

create table sign_in_step (
  tenant int not null,
  token_hash bytea not null check (octet_length(token_hash) = 32),
  kind text not null check (kind in ('factor', 'passkey', 'passkey-new', 'provider')),
  account uuid,
  browser text not null,
  facts jsonb not null,
  tries int not null default 0,
  made_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (tenant, token_hash)
);
comment on table sign_in_step is
  'Somebody on the way in: the password was right and the second factor is asked for, or a passkey or the provider is. Taken once, and over after some minutes.';
create index sign_in_step_by_end on sign_in_step (tenant, ends_at);

create table known_browser (
  tenant int not null,
  token_hash bytea not null check (octet_length(token_hash) = 32),
  account uuid not null,
  used_at timestamptz not null,
  primary key (tenant, token_hash, account),
  foreign key (tenant, account) references account (tenant, account)
);
comment on table known_browser is
  'Browsers somebody has signed in with: their tries are counted apart, so that guessing elsewhere shuts nobody out. Opens nothing.';

create table account_notice (
  tenant int not null,
  account uuid not null,
  notice uuid not null,
  kind text not null check (kind <> ''),
  at timestamptz not null,
  staff uuid,
  browser text,
  address text,
  primary key (tenant, account, notice),
  foreign key (tenant, account) references account (tenant, account)
);
comment on table account_notice is 'What has happened to an account, for its owner: who did it, where from.';

alter table totp enable row level security;
alter table totp force row level security;
create policy totp_of_board on totp
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);
alter table recovery_code enable row level security;
alter table recovery_code force row level security;
create policy recovery_code_of_board on recovery_code
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);
alter table passkey enable row level security;
alter table passkey force row level security;
create policy passkey_of_board on passkey
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);
alter table sign_in_step enable row level security;
alter table sign_in_step force row level security;
create policy sign_in_step_of_board on sign_in_step
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);
alter table known_browser enable row level security;
alter table known_browser force row level security;
create policy known_browser_of_board on known_browser
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);
alter table account_notice enable row level security;
alter table account_notice force row level security;
create policy account_notice_of_board on account_notice
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);

grant select, insert, delete on totp, recovery_code, passkey, sign_in_step, known_browser, account_notice to mp_app;
grant update (secret, made_at, confirmed_at, last_step) on totp to mp_app;
grant update (used_at) on recovery_code to mp_app;
grant update (counter, used_at, refused_at) on passkey to mp_app;
grant update (tries) on sign_in_step to mp_app;
grant update (used_at) on known_browser to mp_app;
