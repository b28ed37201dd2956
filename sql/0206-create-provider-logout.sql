-- run as mp_migrator
-- What identity providers have told of sign-outs there, so that each word is taken once.

create table provider_logout (
  tenant int not null,
  token_hash bytea not null check (octet_length(token_hash) = 32),
  person bytea check (octet_length(person) = 32),
  visit bytea check (octet_length(visit) = 32),
  at timestamptz not null,
  primary key (tenant, token_hash),
  check (person is not null or visit is not null)
);
comment on table provider_logout is
  'Sign-outs a provider has told of within an hour: none is taken twice, and nobody who was on the way in meanwhile gets in by the sign-in that is over.';
comment on column provider_logout.token_hash is 'Of issuer and jti.';
comment on column provider_logout.person is 'Hash of issuer and sub, as in session.there_person; null where the token named a sign-in only.';
comment on column provider_logout.visit is 'Hash of issuer and sid, as in session.there_visit; null where every sign-in of the person is over.';

alter table provider_logout enable row level security;
alter table provider_logout force row level security;
create policy provider_logout_of_board on provider_logout
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);

grant select, insert, delete on provider_logout to mp_app;
