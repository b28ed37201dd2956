-- run as mp_migrator
-- Who looked at what, and the seals that show that nothing was taken away.

create table access_log (
  tenant int not null,
  no bigint generated always as identity,
  at timestamptz not null,
  staff uuid not null,
  kind text not null check (kind in ('view', 'command', 'refused', 'denied')),
  action text not null,
  purpose text not null,
  akt uuid,
  matter uuid,
  persons uuid[] not null,
  rule text,
  glass uuid,
  hash bytea not null check (octet_length(hash) = 32),
  primary key (tenant, no)
);
comment on table access_log is
  'One row a request and view, written in its transaction: no row, no answer. Ids only, never what was seen or written.';
comment on column access_log.kind is
  'view, command, refused (a command that a rule stopped) or denied (the policy said no).';
comment on column access_log.persons is 'The persons shown.';
comment on column access_log.rule is 'Id of the problem or rule that refused or denied.';
comment on column access_log.glass is
  'The opening by breaking the glass that let somebody see this; null where the work itself did.';
comment on column access_log.hash is
  'SHA-256 of the canonical JSON of all of the row but its number: a row that was changed is told before it is sealed too.';
create index access_log_by_akt on access_log (tenant, akt, no) where akt is not null;
-- Rows come in the order of time: a few bytes for many pages, and nothing to do for each row.
create index access_log_by_time on access_log using brin (at) with (autosummarize = on);

create table log_seal (
  tenant int not null,
  source text not null check (source in ('access', 'head')),
  seal int not null check (seal > 0),
  from_no bigint not null,
  to_no bigint not null,
  row_count int not null check (row_count > 0),
  rows_hash bytea not null check (octet_length(rows_hash) = 32),
  prev_hash bytea not null check (octet_length(prev_hash) = 32),
  hash bytea not null check (octet_length(hash) = 32),
  sealed_at timestamptz not null,
  primary key (tenant, source, seal),
  check (from_no <= to_no)
);
comment on table log_seal is
  'A batch of the access log or of the event heads, closed by a hash over its rows and the seal before.';
comment on column log_seal.rows_hash is
  'SHA-256 of the numbers and hashes of the rows: the seal still holds when the rows have lawfully been removed.';
comment on column log_seal.hash is
  'SHA-256 of prev_hash and the canonical JSON of all other columns.';

create table log_anchor (
  tenant int not null,
  day date not null,
  access_seal int not null,
  head_seal int not null,
  prev_hash bytea not null check (octet_length(prev_hash) = 32),
  hash bytea not null check (octet_length(hash) = 32),
  made_at timestamptz not null,
  primary key (tenant, day)
);
comment on table log_anchor is
  'One hash a day over the seals, short enough to be kept outside the system: whoever has it can show that the log before it is unchanged.';

create table log_end (
  tenant int not null,
  source text not null check (source in ('access', 'head', 'anchor')),
  hash bytea not null check (octet_length(hash) = 32),
  primary key (tenant, source)
);
comment on table log_end is
  'The hash of the last seal of each kind and of the last anchor, so that one taken off the end is missed.';

alter table access_log enable row level security;
alter table access_log force row level security;
create policy access_log_of_board on access_log
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);
alter table log_seal enable row level security;
alter table log_seal force row level security;
create policy log_seal_of_board on log_seal
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);
alter table log_anchor enable row level security;
alter table log_anchor force row level security;
create policy log_anchor_of_board on log_anchor
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);
alter table log_end enable row level security;
alter table log_end force row level security;
create policy log_end_of_board on log_end
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);

grant select, insert on access_log, log_seal, log_anchor to mp_app;
grant select, insert, update on log_end to mp_app;
grant select on log_seal, log_anchor to mp_retention;
grant select, insert on access_log to mp_retention;

create trigger access_log_is_only_added_to before update or delete or truncate on access_log
  for each statement execute function refuse_change();
create trigger log_seal_is_only_added_to before update or delete or truncate on log_seal
  for each statement execute function refuse_change();
create trigger log_anchor_is_only_added_to before update or delete or truncate on log_anchor
  for each statement execute function refuse_change();
