-- run as mp_migrator
-- The typed columns of follow-up, made from the variables of mittpunkt/2026-1: do not edit, change the
-- variables and run `node scripts/followup-schema.ts`.
--
-- No column is ever null. A code is kept as its number in followup.code, yes as 1 and no as 0. A value that
-- is missing is below zero: -1 not_asked, -2 unknown, -3 declined, -4 not_relevant; a day that is
-- missing is one of the first four days of year 1, in the same order. No row holds a name, a number or an
-- id of a person; what it is about stands in public.followup_key. What is asked for most stands first,
-- since a row is read from its beginning.

create table followup.code (
  tenant int not null,
  codelist text not null,
  number smallint not null check (number > 0),
  code text not null,
  primary key (tenant, codelist, number),
  unique (tenant, codelist, code)
);
comment on table followup.code is
  'The number each code is kept as. Never changed and never reused; unit, spec and variable are codelists here too.';
alter table followup.code enable row level security;
alter table followup.code force row level security;
create policy code_of_board on followup.code
  using (tenant = (select nullif(current_setting('app.tenant', true), '')::int));

create table followup.akt (
  tenant int not null,
  arrived_on date not null,
  unit smallint not null,
  bak_01 smallint not null default -1,
  bak_02 smallint not null default -1,
  bak_02_band smallint not null default -1,
  akt_01 smallint not null default -1,
  akt_03 smallint not null default -1,
  akt_06_main smallint not null default -1,
  akt_09 smallint not null default -1,
  akt_11 smallint not null default -1,
  akt_12 smallint not null default -1,
  akt_13 smallint not null default -1,
  akt_14 smallint not null default -1,
  akt_16 smallint not null default -1,
  akt_18 smallint not null default -1,
  akt_18_reason smallint not null default -1,
  bak_03 smallint not null default -1,
  bak_03_group smallint not null default -1,
  bak_05 smallint not null default -1,
  bak_06 smallint not null default -1,
  bak_07 smallint not null default -1,
  bak_08 smallint not null default -1,
  bak_09 smallint not null default -1,
  bak_09_language smallint not null default -1,
  bak_11 smallint not null default -1,
  bak_12 smallint not null default -1,
  akt_04 smallint not null default -1,
  akt_05 smallint not null default -1,
  akt_07 smallint not null default -1,
  akt_10 smallint not null default -1,
  akt_17 smallint not null default -1,
  akt_19 smallint not null default -1,
  akt_20 smallint not null default -1,
  akt_21 smallint not null default -1,
  akt_22 smallint not null default -1,
  spec smallint not null,
  row_key bigint not null,
  akt_02 timestamp(0) not null default '0001-01-01',
  akt_11_at timestamp(0) not null default '0001-01-01',
  akt_21_on date not null default '0001-01-01',
  circumstances_ended_on date not null default 'infinity',
  primary key (tenant, row_key)
);
comment on table followup.akt is 'Follow-up: a row for each report or application and child.';
comment on column followup.akt.row_key is 'Random; only followup_key knows what it stands for.';
comment on column followup.akt.circumstances_ended_on is
  'Five years after this day the row is destroyed; infinity while they last.';
create index akt_by_day on followup.akt (tenant, arrived_on);
create index akt_by_end on followup.akt (tenant, circumstances_ended_on)
  where circumstances_ended_on < 'infinity';
alter table followup.akt enable row level security;
alter table followup.akt force row level security;
create policy akt_of_board on followup.akt
  using (tenant = (select nullif(current_setting('app.tenant', true), '')::int));

create table followup.utr (
  tenant int not null,
  opened_on date not null,
  unit smallint not null,
  bak_01 smallint not null default -1,
  bak_02 smallint not null default -1,
  bak_02_band smallint not null default -1,
  utr_02 smallint not null default -1,
  utr_06 smallint not null default -1,
  utr_07 smallint not null default -1,
  utr_08 smallint not null default -1,
  utr_10 smallint not null default -1,
  utr_10_understood smallint not null default -1,
  utr_13 smallint not null default -1,
  utr_14 smallint not null default -1,
  utr_18 smallint not null default -1,
  utr_35 smallint not null default -1,
  utr_37 smallint not null default -1,
  utr_38 smallint not null default -1,
  bak_03 smallint not null default -1,
  bak_03_group smallint not null default -1,
  bak_05 smallint not null default -1,
  bak_06 smallint not null default -1,
  bak_07 smallint not null default -1,
  bak_08 smallint not null default -1,
  bak_09 smallint not null default -1,
  bak_09_language smallint not null default -1,
  bak_11 smallint not null default -1,
  bak_12 smallint not null default -1,
  utr_01_main smallint not null default -1,
  utr_03 smallint not null default -1,
  utr_03_reason smallint not null default -1,
  utr_04 smallint not null default -1,
  utr_05 smallint not null default -1,
  utr_09 smallint not null default -1,
  utr_15 smallint not null default -1,
  utr_16 smallint not null default -1,
  utr_19 smallint not null default -1,
  utr_21 smallint not null default -1,
  utr_22 smallint not null default -1,
  utr_23 smallint not null default -1,
  utr_24 smallint not null default -1,
  utr_29 smallint not null default -1,
  utr_30 smallint not null default -1,
  utr_31 smallint not null default -1,
  utr_32 smallint not null default -1,
  utr_39 smallint not null default -1,
  utr_41 smallint not null default -1,
  spec smallint not null,
  row_key bigint not null,
  utr_02_opened date not null default '0001-01-01',
  utr_02_closed date not null default '0001-01-01',
  utr_04_date date not null default '0001-01-01',
  utr_40_child date not null default '0001-01-01',
  closed_on date not null default 'infinity',
  circumstances_ended_on date not null default 'infinity',
  primary key (tenant, row_key)
);
comment on table followup.utr is 'Follow-up: a row for each investigation.';
comment on column followup.utr.row_key is 'Random; only followup_key knows what it stands for.';
comment on column followup.utr.circumstances_ended_on is
  'Five years after this day the row is destroyed; infinity while they last.';
create index utr_by_day on followup.utr (tenant, opened_on);
create index utr_by_end on followup.utr (tenant, circumstances_ended_on)
  where circumstances_ended_on < 'infinity';
alter table followup.utr enable row level security;
alter table followup.utr force row level security;
create policy utr_of_board on followup.utr
  using (tenant = (select nullif(current_setting('app.tenant', true), '')::int));

create table followup.bes (
  tenant int not null,
  decided_on date not null,
  unit smallint not null,
  bak_01 smallint not null default -1,
  bak_02 smallint not null default -1,
  bak_02_band smallint not null default -1,
  bes_01 smallint not null default -1,
  bes_06 smallint not null default -1,
  bak_03 smallint not null default -1,
  bak_03_group smallint not null default -1,
  bak_05 smallint not null default -1,
  bak_06 smallint not null default -1,
  bak_07 smallint not null default -1,
  bak_08 smallint not null default -1,
  bak_09 smallint not null default -1,
  bak_09_language smallint not null default -1,
  bak_11 smallint not null default -1,
  bak_12 smallint not null default -1,
  bes_05 smallint not null default -1,
  bes_09 smallint not null default -1,
  bes_10 smallint not null default -1,
  spec smallint not null,
  row_key bigint not null,
  bes_04 date not null default '0001-01-01',
  circumstances_ended_on date not null default 'infinity',
  primary key (tenant, row_key)
);
comment on table followup.bes is 'Follow-up: a row for each decision, and for each closing without a decision.';
comment on column followup.bes.row_key is 'Random; only followup_key knows what it stands for.';
comment on column followup.bes.circumstances_ended_on is
  'Five years after this day the row is destroyed; infinity while they last.';
create index bes_by_day on followup.bes (tenant, decided_on);
create index bes_by_end on followup.bes (tenant, circumstances_ended_on)
  where circumstances_ended_on < 'infinity';
alter table followup.bes enable row level security;
alter table followup.bes force row level security;
create policy bes_of_board on followup.bes
  using (tenant = (select nullif(current_setting('app.tenant', true), '')::int));

create table followup.guardian (
  tenant int not null,
  guardian smallint not null check (guardian > 0),
  akt_15 smallint not null default -1,
  avs_06 smallint not null default -1,
  bak_04 smallint not null default -1,
  bes_07 smallint not null default -1,
  fol_09 smallint not null default -1,
  gen_07 smallint not null default -1,
  utr_11 smallint not null default -1,
  utr_25 smallint not null default -1,
  utr_26 smallint not null default -1,
  utr_27 smallint not null default -1,
  utr_28 smallint not null default -1,
  row_key bigint not null,
  utr_40 date not null default '0001-01-01',
  row_kind text not null check (row_kind in ('akt', 'utr', 'bes', 'gen', 'fol', 'avs', 'goal')),
  primary key (tenant, row_kind, row_key, guardian)
);
comment on table followup.guardian is
  'Follow-up: a row for each row and guardian of the child on the day of the row. A column of another kind of row is not relevant.';
alter table followup.guardian enable row level security;
alter table followup.guardian force row level security;
create policy guardian_of_board on followup.guardian
  using (tenant = (select nullif(current_setting('app.tenant', true), '')::int));

create table followup.choice (
  tenant int not null,
  variable smallint not null,
  row_key bigint not null,
  code smallint not null check (code <> 0),
  place smallint not null check (place > 0),
  primary key (tenant, variable, row_key, code)
);
comment on table followup.choice is
  'Follow-up: a row for each chosen code of a set, in the order chosen. A set that is missing has one row, whose code says why.';
comment on column followup.choice.variable is 'The number of the variable in followup.code, codelist variable.';
-- Whole, so that a row's choices are read from it alone and in this order.
create index choice_by_row on followup.choice (tenant, row_key, variable, code);
alter table followup.choice enable row level security;
alter table followup.choice force row level security;
create policy choice_of_board on followup.choice
  using (tenant = (select nullif(current_setting('app.tenant', true), '')::int));

grant select, insert, update, delete on followup.akt, followup.utr, followup.bes, followup.guardian, followup.choice to mp_app;
grant select, delete on followup.akt, followup.utr, followup.bes, followup.guardian, followup.choice to mp_retention;

grant select, insert on followup.code to mp_app;
grant select, delete on followup.code to mp_retention;
-- Follow-up may not read the level of protection, in no kind of row.
grant select on followup.code, followup.guardian, followup.choice to mp_followup;
grant select (tenant, arrived_on, row_key, spec, unit, bak_01, bak_02, bak_02_band, bak_03, bak_03_group, bak_05, bak_06, bak_07, bak_08, bak_09, bak_09_language, bak_12, akt_01, akt_02, akt_03, akt_04, akt_05, akt_06_main, akt_07, akt_09, akt_10, akt_11, akt_11_at, akt_12, akt_13, akt_14, akt_16, akt_17, akt_18, akt_18_reason, akt_19, akt_20, akt_21, akt_21_on, akt_22)
  on followup.akt to mp_followup;
grant select (tenant, opened_on, row_key, spec, unit, bak_01, bak_02, bak_02_band, bak_03, bak_03_group, bak_05, bak_06, bak_07, bak_08, bak_09, bak_09_language, bak_12, utr_01_main, utr_02, utr_02_opened, utr_02_closed, utr_03, utr_03_reason, utr_04, utr_04_date, utr_05, utr_06, utr_07, utr_08, utr_09, utr_10, utr_10_understood, utr_13, utr_14, utr_15, utr_16, utr_18, utr_19, utr_21, utr_22, utr_23, utr_24, utr_29, utr_30, utr_31, utr_32, utr_35, utr_37, utr_38, utr_39, utr_40_child, utr_41, closed_on)
  on followup.utr to mp_followup;
grant select (tenant, decided_on, row_key, spec, unit, bak_01, bak_02, bak_02_band, bak_03, bak_03_group, bak_05, bak_06, bak_07, bak_08, bak_09, bak_09_language, bak_12, bes_01, bes_04, bes_05, bes_06, bes_09, bes_10)
  on followup.bes to mp_followup;
