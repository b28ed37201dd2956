-- run as mp_migrator
-- What each row of follow-up stands for. Read by case handling only, never by follow-up.

create table followup_key (
  tenant int not null,
  row_key bigint not null check (row_key > 0),
  akt uuid not null,
  matter uuid not null,
  kind text not null check (kind in ('akt', 'utr', 'bes', 'gen', 'fol', 'avs', 'goal')),
  subject uuid not null,
  content_hash bytea not null check (octet_length(content_hash) = 32),
  primary key (tenant, row_key),
  unique (tenant, kind, subject)
) with (fillfactor = 80);
comment on table followup_key is
  'The report, investigation, decision, measure or follow-up behind each row of follow-up. Goes with the row: a row is destroyed, never only its key.';
comment on column followup_key.row_key is 'Random, so that nothing can be read from it.';
comment on column followup_key.content_hash is
  'SHA-256 of the values of the row: a row that has not changed is not written again.';
create index followup_key_by_akt on followup_key (tenant, akt);

alter table followup_key enable row level security;
alter table followup_key force row level security;
create policy followup_key_of_board on followup_key
  using (tenant = (select nullif(current_setting('app.tenant', true), '')::int));

grant select, insert, update, delete on followup_key to mp_app;
grant select, delete on followup_key to mp_retention;
