-- run as mp_migrator
-- The typed columns of follow-up, made from the variables of mittpunkt/2026-1: do not edit, change the
-- variables and run `node scripts/followup-schema.ts`.
--
-- No column is ever null. A code is kept as its number in followup.code, yes as 1 and no as 0. A value that
-- is missing is below zero: -1 not_asked, -2 unknown, -3 declined, -4 not_relevant; a day that is
-- missing is one of the first four days of year 1, in the same order. No row holds a name, a number or an
-- id of a person; what it is about stands in public.followup_key. What is asked for most stands first,
-- since a row is read from its beginning.

create table followup.gen (
  tenant int not null,
  granted_on date not null,
  unit smallint not null,
  bak_01 smallint not null default -1,
  bak_02 smallint not null default -1,
  bak_02_band smallint not null default -1,
  gen_03 smallint not null default -1,
  gen_06 smallint not null default -1,
  gen_08 smallint not null default -1,
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
  gen_02 smallint not null default -1,
  gen_04 smallint not null default -1,
  gen_05 smallint not null default -1,
  gen_09 smallint not null default -1,
  gen_10 smallint not null default -1,
  gen_10_planned smallint not null default -1,
  gen_19 smallint not null default -1,
  spec smallint not null,
  row_key bigint not null,
  gen_01 date not null default '0001-01-01',
  gen_05_on date not null default '0001-01-01',
  gen_08_on date not null default '0001-01-01',
  circumstances_ended_on date not null default 'infinity',
  primary key (tenant, row_key)
);
comment on table followup.gen is 'Follow-up: a row for each measure.';
comment on column followup.gen.row_key is 'Random; only followup_key knows what it stands for.';
comment on column followup.gen.circumstances_ended_on is
  'Five years after this day the row is destroyed; infinity while they last.';
create index gen_by_day on followup.gen (tenant, granted_on);
create index gen_by_end on followup.gen (tenant, circumstances_ended_on)
  where circumstances_ended_on < 'infinity';
alter table followup.gen enable row level security;
alter table followup.gen force row level security;
create policy gen_of_board on followup.gen
  using (tenant = (select nullif(current_setting('app.tenant', true), '')::int));

create table followup.fol (
  tenant int not null,
  held_on date not null,
  unit smallint not null,
  bak_01 smallint not null default -1,
  bak_02 smallint not null default -1,
  bak_02_band smallint not null default -1,
  fol_02 smallint not null default -1,
  fol_07 smallint not null default -1,
  fol_11 smallint not null default -1,
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
  fol_01 smallint not null default -1,
  fol_03 smallint not null default -1,
  fol_03_alone smallint not null default -1,
  fol_04 smallint not null default -1,
  fol_08 smallint not null default -1,
  fol_10 smallint not null default -1,
  fol_12 smallint not null default -1,
  fol_12_level smallint not null default -1,
  fol_13 smallint not null default -1,
  fol_14 smallint not null default -1,
  spec smallint not null,
  row_key bigint not null,
  fol_01_on date not null default '0001-01-01',
  fol_17 date not null default '0001-01-01',
  circumstances_ended_on date not null default 'infinity',
  primary key (tenant, row_key)
);
comment on table followup.fol is 'Follow-up: a row for each follow-up of a measure.';
comment on column followup.fol.row_key is 'Random; only followup_key knows what it stands for.';
comment on column followup.fol.circumstances_ended_on is
  'Five years after this day the row is destroyed; infinity while they last.';
create index fol_by_day on followup.fol (tenant, held_on);
create index fol_by_end on followup.fol (tenant, circumstances_ended_on)
  where circumstances_ended_on < 'infinity';
alter table followup.fol enable row level security;
alter table followup.fol force row level security;
create policy fol_of_board on followup.fol
  using (tenant = (select nullif(current_setting('app.tenant', true), '')::int));

create table followup.avs (
  tenant int not null,
  ended_on date not null,
  unit smallint not null,
  bak_01 smallint not null default -1,
  bak_02 smallint not null default -1,
  bak_02_band smallint not null default -1,
  avs_02 smallint not null default -1,
  avs_03 smallint not null default -1,
  avs_03_initiative smallint not null default -1,
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
  avs_04 smallint not null default -1,
  avs_05 smallint not null default -1,
  avs_07 smallint not null default -1,
  avs_08 smallint not null default -1,
  avs_09 smallint not null default -1,
  avs_10 smallint not null default -1,
  spec smallint not null,
  row_key bigint not null,
  avs_01 date not null default '0001-01-01',
  circumstances_ended_on date not null default 'infinity',
  primary key (tenant, row_key)
);
comment on table followup.avs is 'Follow-up: a row for each ended measure, and for each closed matter without one.';
comment on column followup.avs.row_key is 'Random; only followup_key knows what it stands for.';
comment on column followup.avs.circumstances_ended_on is
  'Five years after this day the row is destroyed; infinity while they last.';
create index avs_by_day on followup.avs (tenant, ended_on);
create index avs_by_end on followup.avs (tenant, circumstances_ended_on)
  where circumstances_ended_on < 'infinity';
alter table followup.avs enable row level security;
alter table followup.avs force row level security;
create policy avs_of_board on followup.avs
  using (tenant = (select nullif(current_setting('app.tenant', true), '')::int));

create table followup.goal (
  tenant int not null,
  rated_on date not null,
  unit smallint not null,
  bak_01 smallint not null default -1,
  bak_02 smallint not null default -1,
  bak_02_band smallint not null default -1,
  fol_05 smallint not null default -1,
  fol_05_child smallint not null default -1,
  fol_05_guardian smallint not null default -1,
  fol_05_area smallint not null default -1,
  fol_05_measurable smallint not null default -1,
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
  spec smallint not null,
  row_key bigint not null,
  circumstances_ended_on date not null default 'infinity',
  primary key (tenant, row_key)
);
comment on table followup.goal is 'Follow-up: a row for each goal and follow-up.';
comment on column followup.goal.row_key is 'Random; only followup_key knows what it stands for.';
comment on column followup.goal.circumstances_ended_on is
  'Five years after this day the row is destroyed; infinity while they last.';
create index goal_by_day on followup.goal (tenant, rated_on);
create index goal_by_end on followup.goal (tenant, circumstances_ended_on)
  where circumstances_ended_on < 'infinity';
alter table followup.goal enable row level security;
alter table followup.goal force row level security;
create policy goal_of_board on followup.goal
  using (tenant = (select nullif(current_setting('app.tenant', true), '')::int));

grant select, insert, update, delete on followup.gen, followup.fol, followup.avs, followup.goal to mp_app;
grant select, delete on followup.gen, followup.fol, followup.avs, followup.goal to mp_retention;

-- Follow-up may not read the level of protection, in no kind of row.
grant select (tenant, granted_on, row_key, spec, unit, bak_01, bak_02, bak_02_band, bak_03, bak_03_group, bak_05, bak_06, bak_07, bak_08, bak_09, bak_09_language, bak_12, gen_01, gen_02, gen_03, gen_04, gen_05, gen_05_on, gen_06, gen_08, gen_08_on, gen_09, gen_10, gen_10_planned, gen_19)
  on followup.gen to mp_followup;
grant select (tenant, held_on, row_key, spec, unit, bak_01, bak_02, bak_02_band, bak_03, bak_03_group, bak_05, bak_06, bak_07, bak_08, bak_09, bak_09_language, bak_12, fol_01, fol_01_on, fol_02, fol_03, fol_03_alone, fol_04, fol_07, fol_08, fol_10, fol_11, fol_12, fol_12_level, fol_13, fol_14, fol_17)
  on followup.fol to mp_followup;
grant select (tenant, ended_on, row_key, spec, unit, bak_01, bak_02, bak_02_band, bak_03, bak_03_group, bak_05, bak_06, bak_07, bak_08, bak_09, bak_09_language, bak_12, avs_01, avs_02, avs_03, avs_03_initiative, avs_04, avs_05, avs_07, avs_08, avs_09, avs_10)
  on followup.avs to mp_followup;
grant select (tenant, rated_on, row_key, spec, unit, bak_01, bak_02, bak_02_band, bak_03, bak_03_group, bak_05, bak_06, bak_07, bak_08, bak_09, bak_09_language, bak_12, fol_05, fol_05_child, fol_05_guardian, fol_05_area, fol_05_measurable)
  on followup.goal to mp_followup;
