-- run as mp_migrator
-- Extracts of follow-up: rows that somebody has taken out, what for, and by which definition.

create table followup_extract (
  tenant int not null,
  extract uuid not null,
  definition jsonb not null,
  stated_purpose text not null check (length(stated_purpose) between 10 and 500),
  spec_digest text not null,
  seed text not null check (length(seed) = 32),
  row_count int not null check (row_count >= 0),
  fingerprint text not null,
  made_by uuid,
  made_at timestamptz not null,
  primary key (tenant, extract)
);
comment on table followup_extract is
  'A set of rows of follow-up that was taken out: its definition, what it was said to be for, and what its rows were. Holds no row.';
comment on column followup_extract.seed is
  'Random: gives the rows of this extract an order and numbers of their own, which no other extract has.';
comment on column followup_extract.fingerprint is
  'A sum over the rows: a file is made of the same rows or not at all.';
comment on column followup_extract.made_by is 'Empty when it was made in the terminal of the server.';

alter table followup_extract enable row level security;
alter table followup_extract force row level security;
create policy followup_extract_of_board on followup_extract
  using (tenant = (select nullif(current_setting('app.tenant', true), '')::int));

grant select, insert on followup_extract to mp_app;
grant select, delete on followup_extract to mp_retention;
