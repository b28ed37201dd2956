-- run as mp_migrator
-- Boards, and what all boards share.

create table board (
  tenant int primary key check (tenant > 0),
  stream uuid not null,
  name text not null check (name <> ''),
  synthetic boolean not null,
  simulated_today date,
  local_copy boolean not null default true,
  local_accounts boolean not null default true,
  factor_roles text[] not null default '{}',
  made_at timestamptz not null,
  check (synthetic or simulated_today is null)
);
comment on table board is
  'The boards (nämnder) of this installation: the directory that is read before a board is chosen. A name, never personal data.';
comment on column board.stream is 'The unit stream of the board: its units, staff and deciding bodies.';
comment on column board.synthetic is 'Only invented persons. Marked for ever on screen and print.';
comment on column board.simulated_today is 'The day this synthetic board believes it is; null = the real one.';
comment on column board.local_copy is
  'Whether a browser may keep what is typed and not yet saved, sealed. Text only lives in the open page where it may not.';
comment on column board.local_accounts is
  'Whether passwords and passkeys of this board sign in; without them only its identity provider does.';
comment on column board.factor_roles is 'The roles that must have a second factor.';

alter table board enable row level security;
alter table board force row level security;
create policy board_is_listed on board for select using (true);
create policy board_is_made on board for insert
  with check (tenant = nullif(current_setting('app.tenant', true), '')::int);
create policy board_is_changed on board for update
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);
grant select, insert on board to mp_app;
grant update (name, simulated_today, local_copy, local_accounts, factor_roles) on board to mp_app;
grant select on board to mp_retention;

create table installed_pack (
  digest text primary key check (digest <> ''),
  kind text not null check (kind in ('pack', 'law')),
  id text not null,
  version text not null,
  content text not null,
  installed_at timestamptz not null
);
comment on table installed_pack is
  'Reference table without a board: every specification pack and law that was ever in use, by digest. Never changed: documents are rendered by the digest they carry.';
grant select, insert on installed_pack to mp_app;
grant select on installed_pack to mp_retention;

create function refuse_change() returns trigger
  language plpgsql
  as $$
begin
  raise exception 'The table % is only added to', tg_table_name using errcode = 'insufficient_privilege';
end
$$;
comment on function refuse_change is
  'Second lock on the log tables, beside the grants: stops a change also by the owner of the table.';

create trigger installed_pack_is_only_added_to before update or delete or truncate on installed_pack
  for each statement execute function refuse_change();
