-- run as mp_migrator
-- The identity provider of a board, with whom it speaks OpenID Connect.

create table identity_provider (
  tenant int primary key,
  issuer text not null check (issuer ~ '^https?://'),
  client_id text not null check (client_id <> ''),
  auth text not null check (auth in ('basic', 'post', 'key')),
  sealed bytea not null check (octet_length(sealed) > 28),
  key_id text check (key_id <> ''),
  claim text not null check (claim <> ''),
  scopes text[] not null check ('openid' = any (scopes)),
  acr text[] not null,
  amr text[] not null,
  max_age_minutes int check (max_age_minutes > 0),
  ends_there boolean not null,
  changed_at timestamptz not null,
  check ((key_id is null) or auth = 'key')
);
comment on table identity_provider is
  'Who signs the staff of a board in beside or instead of local accounts. Set in the terminal; it gives nobody an account or a role.';
comment on column identity_provider.sealed is
  'What we show the provider that it is us, a secret or a private key: sealed with a key that is not in the database.';
comment on column identity_provider.claim is
  'Which of its words names a member of staff; it must be account.subject letter by letter.';
comment on column identity_provider.acr is 'How it must have signed the person in: one of these; empty = as it likes.';
comment on column identity_provider.amr is 'By what means: all of these; empty = as it likes.';
comment on column identity_provider.max_age_minutes is
  'How long ago at most the person signed in there; null = as long as the provider says.';
comment on column identity_provider.ends_there is 'Whether signing out here goes on to signing out there.';

alter table identity_provider enable row level security;
alter table identity_provider force row level security;
create policy identity_provider_of_board on identity_provider
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);

grant select, insert, update, delete on identity_provider to mp_app;
