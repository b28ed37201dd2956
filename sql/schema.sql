-- The whole schema after all migrations, for reading. Made by `npm run schema:dump`; a test compares it.
-- Never run and never edited by hand: change the schema with a new file sql/NNNN-name.sql.

create extension fuzzystrmatch;

create schema followup;
grant usage on schema followup to mp_app;
grant usage on schema followup to mp_backup;
grant usage on schema followup to mp_followup;
grant usage on schema followup to mp_retention;

create schema public;
grant create, usage on schema public to mp_migrator;
grant usage on schema public to mp_app;
grant usage on schema public to mp_backup;
grant usage on schema public to mp_retention;
grant usage on schema public to public;

create table followup.akt (
  tenant integer not null,
  arrived_on date not null,
  unit smallint not null,
  bak_01 smallint default '-1'::integer not null,
  bak_02 smallint default '-1'::integer not null,
  bak_02_band smallint default '-1'::integer not null,
  akt_01 smallint default '-1'::integer not null,
  akt_03 smallint default '-1'::integer not null,
  akt_06_main smallint default '-1'::integer not null,
  akt_09 smallint default '-1'::integer not null,
  akt_11 smallint default '-1'::integer not null,
  akt_12 smallint default '-1'::integer not null,
  akt_13 smallint default '-1'::integer not null,
  akt_14 smallint default '-1'::integer not null,
  akt_16 smallint default '-1'::integer not null,
  akt_18 smallint default '-1'::integer not null,
  akt_18_reason smallint default '-1'::integer not null,
  bak_03 smallint default '-1'::integer not null,
  bak_03_group smallint default '-1'::integer not null,
  bak_05 smallint default '-1'::integer not null,
  bak_06 smallint default '-1'::integer not null,
  bak_07 smallint default '-1'::integer not null,
  bak_08 smallint default '-1'::integer not null,
  bak_09 smallint default '-1'::integer not null,
  bak_09_language smallint default '-1'::integer not null,
  bak_11 smallint default '-1'::integer not null,
  bak_12 smallint default '-1'::integer not null,
  akt_04 smallint default '-1'::integer not null,
  akt_05 smallint default '-1'::integer not null,
  akt_07 smallint default '-1'::integer not null,
  akt_10 smallint default '-1'::integer not null,
  akt_17 smallint default '-1'::integer not null,
  akt_19 smallint default '-1'::integer not null,
  akt_20 smallint default '-1'::integer not null,
  akt_21 smallint default '-1'::integer not null,
  akt_22 smallint default '-1'::integer not null,
  spec smallint not null,
  row_key bigint not null,
  akt_02 timestamp(0) without time zone default '0001-01-01 00:00:00'::timestamp without time zone not null,
  akt_11_at timestamp(0) without time zone default '0001-01-01 00:00:00'::timestamp without time zone not null,
  akt_21_on date default '0001-01-01'::date not null,
  circumstances_ended_on date default 'infinity'::date not null,
  constraint akt_pkey PRIMARY KEY (tenant, row_key)
);
CREATE INDEX akt_by_day ON followup.akt USING btree (tenant, arrived_on);
CREATE INDEX akt_by_end ON followup.akt USING btree (tenant, circumstances_ended_on) WHERE (circumstances_ended_on < 'infinity'::date);
alter table followup.akt owner to mp_migrator;
alter table followup.akt enable row level security;
alter table followup.akt force row level security;
create policy akt_of_board on followup.akt as permissive for all to public using ((tenant = ( SELECT (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer AS "nullif")));
grant delete, insert, select, update on table followup.akt to mp_app;
grant delete, select on table followup.akt to mp_retention;
grant select on table followup.akt to mp_backup;
grant select on column followup.akt.akt_01 to mp_followup;
grant select on column followup.akt.akt_02 to mp_followup;
grant select on column followup.akt.akt_03 to mp_followup;
grant select on column followup.akt.akt_04 to mp_followup;
grant select on column followup.akt.akt_05 to mp_followup;
grant select on column followup.akt.akt_06_main to mp_followup;
grant select on column followup.akt.akt_07 to mp_followup;
grant select on column followup.akt.akt_09 to mp_followup;
grant select on column followup.akt.akt_10 to mp_followup;
grant select on column followup.akt.akt_11 to mp_followup;
grant select on column followup.akt.akt_11_at to mp_followup;
grant select on column followup.akt.akt_12 to mp_followup;
grant select on column followup.akt.akt_13 to mp_followup;
grant select on column followup.akt.akt_14 to mp_followup;
grant select on column followup.akt.akt_16 to mp_followup;
grant select on column followup.akt.akt_17 to mp_followup;
grant select on column followup.akt.akt_18 to mp_followup;
grant select on column followup.akt.akt_18_reason to mp_followup;
grant select on column followup.akt.akt_19 to mp_followup;
grant select on column followup.akt.akt_20 to mp_followup;
grant select on column followup.akt.akt_21 to mp_followup;
grant select on column followup.akt.akt_21_on to mp_followup;
grant select on column followup.akt.akt_22 to mp_followup;
grant select on column followup.akt.arrived_on to mp_followup;
grant select on column followup.akt.bak_01 to mp_followup;
grant select on column followup.akt.bak_02 to mp_followup;
grant select on column followup.akt.bak_02_band to mp_followup;
grant select on column followup.akt.bak_03 to mp_followup;
grant select on column followup.akt.bak_03_group to mp_followup;
grant select on column followup.akt.bak_05 to mp_followup;
grant select on column followup.akt.bak_06 to mp_followup;
grant select on column followup.akt.bak_07 to mp_followup;
grant select on column followup.akt.bak_08 to mp_followup;
grant select on column followup.akt.bak_09 to mp_followup;
grant select on column followup.akt.bak_09_language to mp_followup;
grant select on column followup.akt.bak_12 to mp_followup;
grant select on column followup.akt.row_key to mp_followup;
grant select on column followup.akt.spec to mp_followup;
grant select on column followup.akt.tenant to mp_followup;
grant select on column followup.akt.unit to mp_followup;
comment on table followup.akt is 'Follow-up: a row for each report or application and child.';

create table followup.avs (
  tenant integer not null,
  ended_on date not null,
  unit smallint not null,
  bak_01 smallint default '-1'::integer not null,
  bak_02 smallint default '-1'::integer not null,
  bak_02_band smallint default '-1'::integer not null,
  avs_02 smallint default '-1'::integer not null,
  avs_03 smallint default '-1'::integer not null,
  avs_03_initiative smallint default '-1'::integer not null,
  bak_03 smallint default '-1'::integer not null,
  bak_03_group smallint default '-1'::integer not null,
  bak_05 smallint default '-1'::integer not null,
  bak_06 smallint default '-1'::integer not null,
  bak_07 smallint default '-1'::integer not null,
  bak_08 smallint default '-1'::integer not null,
  bak_09 smallint default '-1'::integer not null,
  bak_09_language smallint default '-1'::integer not null,
  bak_11 smallint default '-1'::integer not null,
  bak_12 smallint default '-1'::integer not null,
  avs_04 smallint default '-1'::integer not null,
  avs_05 smallint default '-1'::integer not null,
  avs_07 smallint default '-1'::integer not null,
  avs_08 smallint default '-1'::integer not null,
  avs_09 smallint default '-1'::integer not null,
  avs_10 smallint default '-1'::integer not null,
  spec smallint not null,
  row_key bigint not null,
  avs_01 date default '0001-01-01'::date not null,
  circumstances_ended_on date default 'infinity'::date not null,
  constraint avs_pkey PRIMARY KEY (tenant, row_key)
);
CREATE INDEX avs_by_day ON followup.avs USING btree (tenant, ended_on);
CREATE INDEX avs_by_end ON followup.avs USING btree (tenant, circumstances_ended_on) WHERE (circumstances_ended_on < 'infinity'::date);
alter table followup.avs owner to mp_migrator;
alter table followup.avs enable row level security;
alter table followup.avs force row level security;
create policy avs_of_board on followup.avs as permissive for all to public using ((tenant = ( SELECT (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer AS "nullif")));
grant delete, insert, select, update on table followup.avs to mp_app;
grant delete, select on table followup.avs to mp_retention;
grant select on table followup.avs to mp_backup;
grant select on column followup.avs.avs_01 to mp_followup;
grant select on column followup.avs.avs_02 to mp_followup;
grant select on column followup.avs.avs_03 to mp_followup;
grant select on column followup.avs.avs_03_initiative to mp_followup;
grant select on column followup.avs.avs_04 to mp_followup;
grant select on column followup.avs.avs_05 to mp_followup;
grant select on column followup.avs.avs_07 to mp_followup;
grant select on column followup.avs.avs_08 to mp_followup;
grant select on column followup.avs.avs_09 to mp_followup;
grant select on column followup.avs.avs_10 to mp_followup;
grant select on column followup.avs.bak_01 to mp_followup;
grant select on column followup.avs.bak_02 to mp_followup;
grant select on column followup.avs.bak_02_band to mp_followup;
grant select on column followup.avs.bak_03 to mp_followup;
grant select on column followup.avs.bak_03_group to mp_followup;
grant select on column followup.avs.bak_05 to mp_followup;
grant select on column followup.avs.bak_06 to mp_followup;
grant select on column followup.avs.bak_07 to mp_followup;
grant select on column followup.avs.bak_08 to mp_followup;
grant select on column followup.avs.bak_09 to mp_followup;
grant select on column followup.avs.bak_09_language to mp_followup;
grant select on column followup.avs.bak_12 to mp_followup;
grant select on column followup.avs.ended_on to mp_followup;
grant select on column followup.avs.row_key to mp_followup;
grant select on column followup.avs.spec to mp_followup;
grant select on column followup.avs.tenant to mp_followup;
grant select on column followup.avs.unit to mp_followup;
comment on table followup.avs is 'Follow-up: a row for each ended measure, and for each closed matter without one.';

create table followup.bes (
  tenant integer not null,
  decided_on date not null,
  unit smallint not null,
  bak_01 smallint default '-1'::integer not null,
  bak_02 smallint default '-1'::integer not null,
  bak_02_band smallint default '-1'::integer not null,
  bes_01 smallint default '-1'::integer not null,
  bes_06 smallint default '-1'::integer not null,
  bak_03 smallint default '-1'::integer not null,
  bak_03_group smallint default '-1'::integer not null,
  bak_05 smallint default '-1'::integer not null,
  bak_06 smallint default '-1'::integer not null,
  bak_07 smallint default '-1'::integer not null,
  bak_08 smallint default '-1'::integer not null,
  bak_09 smallint default '-1'::integer not null,
  bak_09_language smallint default '-1'::integer not null,
  bak_11 smallint default '-1'::integer not null,
  bak_12 smallint default '-1'::integer not null,
  bes_05 smallint default '-1'::integer not null,
  bes_09 smallint default '-1'::integer not null,
  bes_10 smallint default '-1'::integer not null,
  spec smallint not null,
  row_key bigint not null,
  bes_04 date default '0001-01-01'::date not null,
  circumstances_ended_on date default 'infinity'::date not null,
  constraint bes_pkey PRIMARY KEY (tenant, row_key)
);
CREATE INDEX bes_by_day ON followup.bes USING btree (tenant, decided_on);
CREATE INDEX bes_by_end ON followup.bes USING btree (tenant, circumstances_ended_on) WHERE (circumstances_ended_on < 'infinity'::date);
alter table followup.bes owner to mp_migrator;
alter table followup.bes enable row level security;
alter table followup.bes force row level security;
create policy bes_of_board on followup.bes as permissive for all to public using ((tenant = ( SELECT (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer AS "nullif")));
grant delete, insert, select, update on table followup.bes to mp_app;
grant delete, select on table followup.bes to mp_retention;
grant select on table followup.bes to mp_backup;
grant select on column followup.bes.bak_01 to mp_followup;
grant select on column followup.bes.bak_02 to mp_followup;
grant select on column followup.bes.bak_02_band to mp_followup;
grant select on column followup.bes.bak_03 to mp_followup;
grant select on column followup.bes.bak_03_group to mp_followup;
grant select on column followup.bes.bak_05 to mp_followup;
grant select on column followup.bes.bak_06 to mp_followup;
grant select on column followup.bes.bak_07 to mp_followup;
grant select on column followup.bes.bak_08 to mp_followup;
grant select on column followup.bes.bak_09 to mp_followup;
grant select on column followup.bes.bak_09_language to mp_followup;
grant select on column followup.bes.bak_12 to mp_followup;
grant select on column followup.bes.bes_01 to mp_followup;
grant select on column followup.bes.bes_04 to mp_followup;
grant select on column followup.bes.bes_05 to mp_followup;
grant select on column followup.bes.bes_06 to mp_followup;
grant select on column followup.bes.bes_09 to mp_followup;
grant select on column followup.bes.bes_10 to mp_followup;
grant select on column followup.bes.decided_on to mp_followup;
grant select on column followup.bes.row_key to mp_followup;
grant select on column followup.bes.spec to mp_followup;
grant select on column followup.bes.tenant to mp_followup;
grant select on column followup.bes.unit to mp_followup;
comment on table followup.bes is 'Follow-up: a row for each decision, and for each closing without a decision.';

create table followup.choice (
  tenant integer not null,
  variable smallint not null,
  row_key bigint not null,
  code smallint not null,
  place smallint not null,
  constraint choice_pkey PRIMARY KEY (tenant, variable, row_key, code),
  constraint choice_code_check CHECK ((code <> 0)),
  constraint choice_place_check CHECK ((place > 0))
);
CREATE INDEX choice_by_row ON followup.choice USING btree (tenant, row_key, variable, code);
alter table followup.choice owner to mp_migrator;
alter table followup.choice enable row level security;
alter table followup.choice force row level security;
create policy choice_of_board on followup.choice as permissive for all to public using ((tenant = ( SELECT (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer AS "nullif")));
grant delete, insert, select, update on table followup.choice to mp_app;
grant delete, select on table followup.choice to mp_retention;
grant select on table followup.choice to mp_backup;
grant select on table followup.choice to mp_followup;
comment on table followup.choice is 'Follow-up: a row for each chosen code of a set, in the order chosen. A set that is missing has one row, whose code says why.';

create table followup.code (
  tenant integer not null,
  codelist text not null,
  number smallint not null,
  code text not null,
  constraint code_pkey PRIMARY KEY (tenant, codelist, number),
  constraint code_tenant_codelist_code_key UNIQUE (tenant, codelist, code),
  constraint code_number_check CHECK ((number > 0))
);
alter table followup.code owner to mp_migrator;
alter table followup.code enable row level security;
alter table followup.code force row level security;
create policy code_of_board on followup.code as permissive for all to public using ((tenant = ( SELECT (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer AS "nullif")));
grant delete, select on table followup.code to mp_retention;
grant insert, select on table followup.code to mp_app;
grant select on table followup.code to mp_backup;
grant select on table followup.code to mp_followup;
comment on table followup.code is 'The number each code is kept as. Never changed and never reused; unit, spec and variable are codelists here too.';

create table followup.destroyed (
  tenant integer not null,
  run uuid not null,
  kind text not null,
  first_day date not null,
  last_day date not null,
  row_count integer not null,
  destroyed_on date not null,
  constraint destroyed_pkey PRIMARY KEY (tenant, run, kind, first_day),
  constraint destroyed_check CHECK ((first_day <= last_day)),
  constraint destroyed_kind_check CHECK ((kind = ANY (ARRAY['akt'::text, 'utr'::text, 'bes'::text, 'gen'::text, 'fol'::text, 'avs'::text, 'goal'::text]))),
  constraint destroyed_row_count_check CHECK ((row_count > 0))
);
alter table followup.destroyed owner to mp_migrator;
alter table followup.destroyed enable row level security;
alter table followup.destroyed force row level security;
create policy destroyed_of_board on followup.destroyed as permissive for all to public using ((tenant = ( SELECT (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer AS "nullif")));
grant insert, select on table followup.destroyed to mp_retention;
grant select on table followup.destroyed to mp_app;
grant select on table followup.destroyed to mp_backup;
grant select on table followup.destroyed to mp_followup;
comment on table followup.destroyed is 'Rows of follow-up that were lawfully destroyed, counted by kind and the days they were about: the basis of what is counted over those days is gone.';

create table followup.fol (
  tenant integer not null,
  held_on date not null,
  unit smallint not null,
  bak_01 smallint default '-1'::integer not null,
  bak_02 smallint default '-1'::integer not null,
  bak_02_band smallint default '-1'::integer not null,
  fol_02 smallint default '-1'::integer not null,
  fol_07 smallint default '-1'::integer not null,
  fol_11 smallint default '-1'::integer not null,
  bak_03 smallint default '-1'::integer not null,
  bak_03_group smallint default '-1'::integer not null,
  bak_05 smallint default '-1'::integer not null,
  bak_06 smallint default '-1'::integer not null,
  bak_07 smallint default '-1'::integer not null,
  bak_08 smallint default '-1'::integer not null,
  bak_09 smallint default '-1'::integer not null,
  bak_09_language smallint default '-1'::integer not null,
  bak_11 smallint default '-1'::integer not null,
  bak_12 smallint default '-1'::integer not null,
  fol_01 smallint default '-1'::integer not null,
  fol_03 smallint default '-1'::integer not null,
  fol_03_alone smallint default '-1'::integer not null,
  fol_04 smallint default '-1'::integer not null,
  fol_08 smallint default '-1'::integer not null,
  fol_10 smallint default '-1'::integer not null,
  fol_12 smallint default '-1'::integer not null,
  fol_12_level smallint default '-1'::integer not null,
  fol_13 smallint default '-1'::integer not null,
  fol_14 smallint default '-1'::integer not null,
  spec smallint not null,
  row_key bigint not null,
  fol_01_on date default '0001-01-01'::date not null,
  fol_17 date default '0001-01-01'::date not null,
  circumstances_ended_on date default 'infinity'::date not null,
  constraint fol_pkey PRIMARY KEY (tenant, row_key)
);
CREATE INDEX fol_by_day ON followup.fol USING btree (tenant, held_on);
CREATE INDEX fol_by_end ON followup.fol USING btree (tenant, circumstances_ended_on) WHERE (circumstances_ended_on < 'infinity'::date);
alter table followup.fol owner to mp_migrator;
alter table followup.fol enable row level security;
alter table followup.fol force row level security;
create policy fol_of_board on followup.fol as permissive for all to public using ((tenant = ( SELECT (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer AS "nullif")));
grant delete, insert, select, update on table followup.fol to mp_app;
grant delete, select on table followup.fol to mp_retention;
grant select on table followup.fol to mp_backup;
grant select on column followup.fol.bak_01 to mp_followup;
grant select on column followup.fol.bak_02 to mp_followup;
grant select on column followup.fol.bak_02_band to mp_followup;
grant select on column followup.fol.bak_03 to mp_followup;
grant select on column followup.fol.bak_03_group to mp_followup;
grant select on column followup.fol.bak_05 to mp_followup;
grant select on column followup.fol.bak_06 to mp_followup;
grant select on column followup.fol.bak_07 to mp_followup;
grant select on column followup.fol.bak_08 to mp_followup;
grant select on column followup.fol.bak_09 to mp_followup;
grant select on column followup.fol.bak_09_language to mp_followup;
grant select on column followup.fol.bak_12 to mp_followup;
grant select on column followup.fol.fol_01 to mp_followup;
grant select on column followup.fol.fol_01_on to mp_followup;
grant select on column followup.fol.fol_02 to mp_followup;
grant select on column followup.fol.fol_03 to mp_followup;
grant select on column followup.fol.fol_03_alone to mp_followup;
grant select on column followup.fol.fol_04 to mp_followup;
grant select on column followup.fol.fol_07 to mp_followup;
grant select on column followup.fol.fol_08 to mp_followup;
grant select on column followup.fol.fol_10 to mp_followup;
grant select on column followup.fol.fol_11 to mp_followup;
grant select on column followup.fol.fol_12 to mp_followup;
grant select on column followup.fol.fol_12_level to mp_followup;
grant select on column followup.fol.fol_13 to mp_followup;
grant select on column followup.fol.fol_14 to mp_followup;
grant select on column followup.fol.fol_17 to mp_followup;
grant select on column followup.fol.held_on to mp_followup;
grant select on column followup.fol.row_key to mp_followup;
grant select on column followup.fol.spec to mp_followup;
grant select on column followup.fol.tenant to mp_followup;
grant select on column followup.fol.unit to mp_followup;
comment on table followup.fol is 'Follow-up: a row for each follow-up of a measure.';

create table followup.gen (
  tenant integer not null,
  granted_on date not null,
  unit smallint not null,
  bak_01 smallint default '-1'::integer not null,
  bak_02 smallint default '-1'::integer not null,
  bak_02_band smallint default '-1'::integer not null,
  gen_03 smallint default '-1'::integer not null,
  gen_06 smallint default '-1'::integer not null,
  gen_08 smallint default '-1'::integer not null,
  bak_03 smallint default '-1'::integer not null,
  bak_03_group smallint default '-1'::integer not null,
  bak_05 smallint default '-1'::integer not null,
  bak_06 smallint default '-1'::integer not null,
  bak_07 smallint default '-1'::integer not null,
  bak_08 smallint default '-1'::integer not null,
  bak_09 smallint default '-1'::integer not null,
  bak_09_language smallint default '-1'::integer not null,
  bak_11 smallint default '-1'::integer not null,
  bak_12 smallint default '-1'::integer not null,
  gen_02 smallint default '-1'::integer not null,
  gen_04 smallint default '-1'::integer not null,
  gen_05 smallint default '-1'::integer not null,
  gen_09 smallint default '-1'::integer not null,
  gen_10 smallint default '-1'::integer not null,
  gen_10_planned smallint default '-1'::integer not null,
  gen_19 smallint default '-1'::integer not null,
  spec smallint not null,
  row_key bigint not null,
  gen_01 date default '0001-01-01'::date not null,
  gen_05_on date default '0001-01-01'::date not null,
  gen_08_on date default '0001-01-01'::date not null,
  circumstances_ended_on date default 'infinity'::date not null,
  constraint gen_pkey PRIMARY KEY (tenant, row_key)
);
CREATE INDEX gen_by_day ON followup.gen USING btree (tenant, granted_on);
CREATE INDEX gen_by_end ON followup.gen USING btree (tenant, circumstances_ended_on) WHERE (circumstances_ended_on < 'infinity'::date);
alter table followup.gen owner to mp_migrator;
alter table followup.gen enable row level security;
alter table followup.gen force row level security;
create policy gen_of_board on followup.gen as permissive for all to public using ((tenant = ( SELECT (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer AS "nullif")));
grant delete, insert, select, update on table followup.gen to mp_app;
grant delete, select on table followup.gen to mp_retention;
grant select on table followup.gen to mp_backup;
grant select on column followup.gen.bak_01 to mp_followup;
grant select on column followup.gen.bak_02 to mp_followup;
grant select on column followup.gen.bak_02_band to mp_followup;
grant select on column followup.gen.bak_03 to mp_followup;
grant select on column followup.gen.bak_03_group to mp_followup;
grant select on column followup.gen.bak_05 to mp_followup;
grant select on column followup.gen.bak_06 to mp_followup;
grant select on column followup.gen.bak_07 to mp_followup;
grant select on column followup.gen.bak_08 to mp_followup;
grant select on column followup.gen.bak_09 to mp_followup;
grant select on column followup.gen.bak_09_language to mp_followup;
grant select on column followup.gen.bak_12 to mp_followup;
grant select on column followup.gen.gen_01 to mp_followup;
grant select on column followup.gen.gen_02 to mp_followup;
grant select on column followup.gen.gen_03 to mp_followup;
grant select on column followup.gen.gen_04 to mp_followup;
grant select on column followup.gen.gen_05 to mp_followup;
grant select on column followup.gen.gen_05_on to mp_followup;
grant select on column followup.gen.gen_06 to mp_followup;
grant select on column followup.gen.gen_08 to mp_followup;
grant select on column followup.gen.gen_08_on to mp_followup;
grant select on column followup.gen.gen_09 to mp_followup;
grant select on column followup.gen.gen_10 to mp_followup;
grant select on column followup.gen.gen_10_planned to mp_followup;
grant select on column followup.gen.gen_19 to mp_followup;
grant select on column followup.gen.granted_on to mp_followup;
grant select on column followup.gen.row_key to mp_followup;
grant select on column followup.gen.spec to mp_followup;
grant select on column followup.gen.tenant to mp_followup;
grant select on column followup.gen.unit to mp_followup;
comment on table followup.gen is 'Follow-up: a row for each measure.';

create table followup.goal (
  tenant integer not null,
  rated_on date not null,
  unit smallint not null,
  bak_01 smallint default '-1'::integer not null,
  bak_02 smallint default '-1'::integer not null,
  bak_02_band smallint default '-1'::integer not null,
  fol_05 smallint default '-1'::integer not null,
  fol_05_child smallint default '-1'::integer not null,
  fol_05_guardian smallint default '-1'::integer not null,
  fol_05_area smallint default '-1'::integer not null,
  fol_05_measurable smallint default '-1'::integer not null,
  bak_03 smallint default '-1'::integer not null,
  bak_03_group smallint default '-1'::integer not null,
  bak_05 smallint default '-1'::integer not null,
  bak_06 smallint default '-1'::integer not null,
  bak_07 smallint default '-1'::integer not null,
  bak_08 smallint default '-1'::integer not null,
  bak_09 smallint default '-1'::integer not null,
  bak_09_language smallint default '-1'::integer not null,
  bak_11 smallint default '-1'::integer not null,
  bak_12 smallint default '-1'::integer not null,
  spec smallint not null,
  row_key bigint not null,
  circumstances_ended_on date default 'infinity'::date not null,
  constraint goal_pkey PRIMARY KEY (tenant, row_key)
);
CREATE INDEX goal_by_day ON followup.goal USING btree (tenant, rated_on);
CREATE INDEX goal_by_end ON followup.goal USING btree (tenant, circumstances_ended_on) WHERE (circumstances_ended_on < 'infinity'::date);
alter table followup.goal owner to mp_migrator;
alter table followup.goal enable row level security;
alter table followup.goal force row level security;
create policy goal_of_board on followup.goal as permissive for all to public using ((tenant = ( SELECT (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer AS "nullif")));
grant delete, insert, select, update on table followup.goal to mp_app;
grant delete, select on table followup.goal to mp_retention;
grant select on table followup.goal to mp_backup;
grant select on column followup.goal.bak_01 to mp_followup;
grant select on column followup.goal.bak_02 to mp_followup;
grant select on column followup.goal.bak_02_band to mp_followup;
grant select on column followup.goal.bak_03 to mp_followup;
grant select on column followup.goal.bak_03_group to mp_followup;
grant select on column followup.goal.bak_05 to mp_followup;
grant select on column followup.goal.bak_06 to mp_followup;
grant select on column followup.goal.bak_07 to mp_followup;
grant select on column followup.goal.bak_08 to mp_followup;
grant select on column followup.goal.bak_09 to mp_followup;
grant select on column followup.goal.bak_09_language to mp_followup;
grant select on column followup.goal.bak_12 to mp_followup;
grant select on column followup.goal.fol_05 to mp_followup;
grant select on column followup.goal.fol_05_area to mp_followup;
grant select on column followup.goal.fol_05_child to mp_followup;
grant select on column followup.goal.fol_05_guardian to mp_followup;
grant select on column followup.goal.fol_05_measurable to mp_followup;
grant select on column followup.goal.rated_on to mp_followup;
grant select on column followup.goal.row_key to mp_followup;
grant select on column followup.goal.spec to mp_followup;
grant select on column followup.goal.tenant to mp_followup;
grant select on column followup.goal.unit to mp_followup;
comment on table followup.goal is 'Follow-up: a row for each goal and follow-up.';

create table followup.guardian (
  tenant integer not null,
  guardian smallint not null,
  akt_15 smallint default '-1'::integer not null,
  avs_06 smallint default '-1'::integer not null,
  bak_04 smallint default '-1'::integer not null,
  bes_07 smallint default '-1'::integer not null,
  fol_09 smallint default '-1'::integer not null,
  gen_07 smallint default '-1'::integer not null,
  utr_11 smallint default '-1'::integer not null,
  utr_25 smallint default '-1'::integer not null,
  utr_26 smallint default '-1'::integer not null,
  utr_27 smallint default '-1'::integer not null,
  utr_28 smallint default '-1'::integer not null,
  row_key bigint not null,
  utr_40 date default '0001-01-01'::date not null,
  row_kind text not null,
  constraint guardian_pkey PRIMARY KEY (tenant, row_kind, row_key, guardian),
  constraint guardian_guardian_check CHECK ((guardian > 0)),
  constraint guardian_row_kind_check CHECK ((row_kind = ANY (ARRAY['akt'::text, 'utr'::text, 'bes'::text, 'gen'::text, 'fol'::text, 'avs'::text, 'goal'::text])))
);
alter table followup.guardian owner to mp_migrator;
alter table followup.guardian enable row level security;
alter table followup.guardian force row level security;
create policy guardian_of_board on followup.guardian as permissive for all to public using ((tenant = ( SELECT (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer AS "nullif")));
grant delete, insert, select, update on table followup.guardian to mp_app;
grant delete, select on table followup.guardian to mp_retention;
grant select on table followup.guardian to mp_backup;
grant select on table followup.guardian to mp_followup;
comment on table followup.guardian is 'Follow-up: a row for each row and guardian of the child on the day of the row. A column of another kind of row is not relevant.';

create table followup.utr (
  tenant integer not null,
  opened_on date not null,
  unit smallint not null,
  bak_01 smallint default '-1'::integer not null,
  bak_02 smallint default '-1'::integer not null,
  bak_02_band smallint default '-1'::integer not null,
  utr_02 smallint default '-1'::integer not null,
  utr_06 smallint default '-1'::integer not null,
  utr_07 smallint default '-1'::integer not null,
  utr_08 smallint default '-1'::integer not null,
  utr_10 smallint default '-1'::integer not null,
  utr_10_understood smallint default '-1'::integer not null,
  utr_13 smallint default '-1'::integer not null,
  utr_14 smallint default '-1'::integer not null,
  utr_18 smallint default '-1'::integer not null,
  utr_35 smallint default '-1'::integer not null,
  utr_37 smallint default '-1'::integer not null,
  utr_38 smallint default '-1'::integer not null,
  bak_03 smallint default '-1'::integer not null,
  bak_03_group smallint default '-1'::integer not null,
  bak_05 smallint default '-1'::integer not null,
  bak_06 smallint default '-1'::integer not null,
  bak_07 smallint default '-1'::integer not null,
  bak_08 smallint default '-1'::integer not null,
  bak_09 smallint default '-1'::integer not null,
  bak_09_language smallint default '-1'::integer not null,
  bak_11 smallint default '-1'::integer not null,
  bak_12 smallint default '-1'::integer not null,
  utr_01_main smallint default '-1'::integer not null,
  utr_03 smallint default '-1'::integer not null,
  utr_03_reason smallint default '-1'::integer not null,
  utr_04 smallint default '-1'::integer not null,
  utr_05 smallint default '-1'::integer not null,
  utr_09 smallint default '-1'::integer not null,
  utr_15 smallint default '-1'::integer not null,
  utr_16 smallint default '-1'::integer not null,
  utr_19 smallint default '-1'::integer not null,
  utr_21 smallint default '-1'::integer not null,
  utr_22 smallint default '-1'::integer not null,
  utr_23 smallint default '-1'::integer not null,
  utr_24 smallint default '-1'::integer not null,
  utr_29 smallint default '-1'::integer not null,
  utr_30 smallint default '-1'::integer not null,
  utr_31 smallint default '-1'::integer not null,
  utr_32 smallint default '-1'::integer not null,
  utr_39 smallint default '-1'::integer not null,
  utr_41 smallint default '-1'::integer not null,
  spec smallint not null,
  row_key bigint not null,
  utr_02_opened date default '0001-01-01'::date not null,
  utr_02_closed date default '0001-01-01'::date not null,
  utr_04_date date default '0001-01-01'::date not null,
  utr_40_child date default '0001-01-01'::date not null,
  closed_on date default 'infinity'::date not null,
  circumstances_ended_on date default 'infinity'::date not null,
  constraint utr_pkey PRIMARY KEY (tenant, row_key)
);
CREATE INDEX utr_by_day ON followup.utr USING btree (tenant, opened_on);
CREATE INDEX utr_by_end ON followup.utr USING btree (tenant, circumstances_ended_on) WHERE (circumstances_ended_on < 'infinity'::date);
alter table followup.utr owner to mp_migrator;
alter table followup.utr enable row level security;
alter table followup.utr force row level security;
create policy utr_of_board on followup.utr as permissive for all to public using ((tenant = ( SELECT (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer AS "nullif")));
grant delete, insert, select, update on table followup.utr to mp_app;
grant delete, select on table followup.utr to mp_retention;
grant select on table followup.utr to mp_backup;
grant select on column followup.utr.bak_01 to mp_followup;
grant select on column followup.utr.bak_02 to mp_followup;
grant select on column followup.utr.bak_02_band to mp_followup;
grant select on column followup.utr.bak_03 to mp_followup;
grant select on column followup.utr.bak_03_group to mp_followup;
grant select on column followup.utr.bak_05 to mp_followup;
grant select on column followup.utr.bak_06 to mp_followup;
grant select on column followup.utr.bak_07 to mp_followup;
grant select on column followup.utr.bak_08 to mp_followup;
grant select on column followup.utr.bak_09 to mp_followup;
grant select on column followup.utr.bak_09_language to mp_followup;
grant select on column followup.utr.bak_12 to mp_followup;
grant select on column followup.utr.closed_on to mp_followup;
grant select on column followup.utr.opened_on to mp_followup;
grant select on column followup.utr.row_key to mp_followup;
grant select on column followup.utr.spec to mp_followup;
grant select on column followup.utr.tenant to mp_followup;
grant select on column followup.utr.unit to mp_followup;
grant select on column followup.utr.utr_01_main to mp_followup;
grant select on column followup.utr.utr_02 to mp_followup;
grant select on column followup.utr.utr_02_closed to mp_followup;
grant select on column followup.utr.utr_02_opened to mp_followup;
grant select on column followup.utr.utr_03 to mp_followup;
grant select on column followup.utr.utr_03_reason to mp_followup;
grant select on column followup.utr.utr_04 to mp_followup;
grant select on column followup.utr.utr_04_date to mp_followup;
grant select on column followup.utr.utr_05 to mp_followup;
grant select on column followup.utr.utr_06 to mp_followup;
grant select on column followup.utr.utr_07 to mp_followup;
grant select on column followup.utr.utr_08 to mp_followup;
grant select on column followup.utr.utr_09 to mp_followup;
grant select on column followup.utr.utr_10 to mp_followup;
grant select on column followup.utr.utr_10_understood to mp_followup;
grant select on column followup.utr.utr_13 to mp_followup;
grant select on column followup.utr.utr_14 to mp_followup;
grant select on column followup.utr.utr_15 to mp_followup;
grant select on column followup.utr.utr_16 to mp_followup;
grant select on column followup.utr.utr_18 to mp_followup;
grant select on column followup.utr.utr_19 to mp_followup;
grant select on column followup.utr.utr_21 to mp_followup;
grant select on column followup.utr.utr_22 to mp_followup;
grant select on column followup.utr.utr_23 to mp_followup;
grant select on column followup.utr.utr_24 to mp_followup;
grant select on column followup.utr.utr_29 to mp_followup;
grant select on column followup.utr.utr_30 to mp_followup;
grant select on column followup.utr.utr_31 to mp_followup;
grant select on column followup.utr.utr_32 to mp_followup;
grant select on column followup.utr.utr_35 to mp_followup;
grant select on column followup.utr.utr_37 to mp_followup;
grant select on column followup.utr.utr_38 to mp_followup;
grant select on column followup.utr.utr_39 to mp_followup;
grant select on column followup.utr.utr_40_child to mp_followup;
grant select on column followup.utr.utr_41 to mp_followup;
comment on table followup.utr is 'Follow-up: a row for each investigation.';

create table public.access_exception (
  tenant integer not null,
  akt uuid not null,
  exception uuid not null,
  matter uuid not null,
  staff uuid not null,
  kind text not null,
  since date,
  until date,
  given_by uuid not null,
  constraint access_exception_pkey PRIMARY KEY (tenant, akt, exception),
  constraint access_exception_tenant_akt_fkey FOREIGN KEY (tenant, akt) REFERENCES public.akt(tenant, akt),
  constraint access_exception_check CHECK (((kind = 'barred'::text) OR (until IS NOT NULL))),
  constraint access_exception_check1 CHECK (((kind = ANY (ARRAY['performs'::text, 'performed'::text])) = (since IS NOT NULL))),
  constraint access_exception_check2 CHECK ((until >= since)),
  constraint access_exception_kind_check CHECK ((kind = ANY (ARRAY['lent'::text, 'performs'::text, 'performed'::text, 'barred'::text])))
);
CREATE INDEX access_exception_by_staff ON public.access_exception USING btree (tenant, staff);
alter table public.access_exception owner to mp_migrator;
alter table public.access_exception enable row level security;
alter table public.access_exception force row level security;
create policy access_exception_of_board on public.access_exception as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
grant delete, insert, select, update on table public.access_exception to mp_app;
grant delete, insert, select, update on table public.access_exception to mp_retention;
grant select on table public.access_exception to mp_backup;
comment on table public.access_exception is 'A matter a manager has opened for a named colleague until a day, one with a measure that somebody outside the board carries out from a day until a day (`performed`: ended, and kept for those who check the log), and who is kept out of an akt for a conflict of interest (FL 16-17 §§). Few rows: read with each session.';

create table public.access_log (
  tenant integer not null,
  no bigint generated always as identity not null,
  at timestamp with time zone not null,
  staff uuid not null,
  kind text not null,
  action text not null,
  purpose text not null,
  akt uuid,
  matter uuid,
  persons uuid[] not null,
  rule text,
  glass uuid,
  hash bytea not null,
  destroyed_by uuid,
  constraint access_log_pkey PRIMARY KEY (tenant, no),
  constraint access_log_hash_check CHECK ((octet_length(hash) = 32)),
  constraint access_log_kind_check CHECK ((kind = ANY (ARRAY['view'::text, 'command'::text, 'refused'::text, 'denied'::text])))
);
CREATE INDEX access_log_by_akt ON public.access_log USING btree (tenant, akt, no) WHERE (akt IS NOT NULL);
CREATE INDEX access_log_by_time ON public.access_log USING brin (at) WITH (autosummarize='on');
alter table public.access_log owner to mp_migrator;
alter table public.access_log enable row level security;
alter table public.access_log force row level security;
create policy access_log_of_board on public.access_log as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
CREATE TRIGGER access_log_is_only_added_to BEFORE DELETE OR UPDATE OR TRUNCATE ON public.access_log FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change_but_unnaming();
grant delete, insert, select on table public.access_log to mp_retention;
grant insert, select on table public.access_log to mp_app;
grant select on table public.access_log to mp_backup;
grant update on column public.access_log.akt to mp_retention;
grant update on column public.access_log.destroyed_by to mp_retention;
grant update on column public.access_log.matter to mp_retention;
grant update on column public.access_log.persons to mp_retention;
comment on table public.access_log is 'One row a request and view, written in its transaction: no row, no answer. Ids only, never what was seen or written.';

create table public.account (
  tenant integer not null,
  account uuid not null,
  staff uuid not null,
  username text not null,
  password_hash text,
  invite_hash bytea,
  invite_until timestamp with time zone,
  subject text,
  provider_iss text,
  provider_sub text,
  provider_refused_at timestamp with time zone,
  ends_on date,
  signed_in_at timestamp with time zone,
  unseen integer default 0 not null,
  copy_secret bytea not null,
  made_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  constraint account_pkey PRIMARY KEY (tenant, account),
  constraint account_tenant_provider_iss_provider_sub_key UNIQUE (tenant, provider_iss, provider_sub),
  constraint account_tenant_staff_key UNIQUE (tenant, staff),
  constraint account_tenant_subject_key UNIQUE (tenant, subject),
  constraint account_tenant_username_key UNIQUE (tenant, username),
  constraint account_check CHECK (((provider_iss IS NULL) = (provider_sub IS NULL))),
  constraint account_check1 CHECK (((invite_hash IS NULL) = (invite_until IS NULL))),
  constraint account_copy_secret_check CHECK ((octet_length(copy_secret) = 32)),
  constraint account_invite_hash_check CHECK ((octet_length(invite_hash) = 32)),
  constraint account_password_hash_check CHECK ((password_hash ~~ '$argon2id$%'::text)),
  constraint account_provider_iss_check CHECK ((provider_iss <> ''::text)),
  constraint account_provider_sub_check CHECK ((provider_sub <> ''::text)),
  constraint account_subject_check CHECK ((subject <> ''::text)),
  constraint account_unseen_check CHECK ((unseen >= 0)),
  constraint account_username_check CHECK (((username = lower(username)) AND (username <> ''::text)))
);
alter table public.account owner to mp_migrator;
alter table public.account enable row level security;
alter table public.account force row level security;
create policy account_of_board on public.account as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
grant insert, select on table public.account to mp_app;
grant select on table public.account to mp_backup;
grant update on column public.account.changed_at to mp_app;
grant update on column public.account.closed_at to mp_app;
grant update on column public.account.ends_on to mp_app;
grant update on column public.account.invite_hash to mp_app;
grant update on column public.account.invite_until to mp_app;
grant update on column public.account.password_hash to mp_app;
grant update on column public.account.provider_iss to mp_app;
grant update on column public.account.provider_refused_at to mp_app;
grant update on column public.account.provider_sub to mp_app;
grant update on column public.account.signed_in_at to mp_app;
grant update on column public.account.subject to mp_app;
grant update on column public.account.unseen to mp_app;
comment on table public.account is 'Local accounts: who may sign in as which member of staff. A closed account stays, so that the access log can be read.';

create table public.account_notice (
  tenant integer not null,
  account uuid not null,
  notice uuid not null,
  kind text not null,
  at timestamp with time zone not null,
  staff uuid,
  browser text,
  address text,
  constraint account_notice_pkey PRIMARY KEY (tenant, account, notice),
  constraint account_notice_tenant_account_fkey FOREIGN KEY (tenant, account) REFERENCES public.account(tenant, account),
  constraint account_notice_kind_check CHECK ((kind <> ''::text))
);
alter table public.account_notice owner to mp_migrator;
alter table public.account_notice enable row level security;
alter table public.account_notice force row level security;
create policy account_notice_of_board on public.account_notice as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
grant delete, insert, select on table public.account_notice to mp_app;
grant select on table public.account_notice to mp_backup;
comment on table public.account_notice is 'What has happened to an account, for its owner: who did it, where from.';

create table public.akt (
  tenant integer not null,
  akt uuid not null,
  person uuid not null,
  created_on date not null,
  constraint akt_pkey PRIMARY KEY (tenant, akt),
  constraint akt_one_a_person UNIQUE (tenant, person)
);
alter table public.akt owner to mp_migrator;
alter table public.akt enable row level security;
alter table public.akt force row level security;
create policy akt_of_board on public.akt as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
grant delete, insert, select, update on table public.akt to mp_app;
grant delete, insert, select, update on table public.akt to mp_retention;
grant select on table public.akt to mp_backup;
comment on table public.akt is 'The akt of each child: one for a person and board, never given to another person.';

create table public.board (
  tenant integer not null,
  stream uuid not null,
  name text not null,
  synthetic boolean not null,
  simulated_today date,
  local_copy boolean default true not null,
  local_accounts boolean default true not null,
  factor_roles text[] default '{}'::text[] not null,
  made_at timestamp with time zone not null,
  constraint board_pkey PRIMARY KEY (tenant),
  constraint board_check CHECK ((synthetic OR (simulated_today IS NULL))),
  constraint board_name_check CHECK ((name <> ''::text)),
  constraint board_tenant_check CHECK ((tenant > 0))
);
alter table public.board owner to mp_migrator;
alter table public.board enable row level security;
alter table public.board force row level security;
create policy board_is_changed on public.board as permissive for update to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
create policy board_is_listed on public.board as permissive for select to public using (true);
create policy board_is_made on public.board as permissive for insert to public with check ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
grant insert, select on table public.board to mp_app;
grant select on table public.board to mp_backup;
grant select on table public.board to mp_retention;
grant update on column public.board.factor_roles to mp_app;
grant update on column public.board.local_accounts to mp_app;
grant update on column public.board.local_copy to mp_app;
grant update on column public.board.name to mp_app;
grant update on column public.board.simulated_today to mp_app;
comment on table public.board is 'The boards (nämnder) of this installation: the directory that is read before a board is chosen. A name, never personal data.';

create table public.chronology (
  tenant integer not null,
  akt uuid not null,
  seq integer not null,
  matter uuid,
  type text not null,
  on_date date not null,
  recorded_on date not null,
  actor uuid not null,
  params jsonb not null,
  excerpt text,
  constraint chronology_pkey PRIMARY KEY (tenant, akt, seq)
);
CREATE INDEX chronology_but_notes ON public.chronology USING btree (tenant, akt, seq) WHERE (type <> 'note.signed'::text);
CREATE INDEX chronology_by_day ON public.chronology USING btree (tenant, akt, on_date, seq);
alter table public.chronology owner to mp_migrator;
alter table public.chronology enable row level security;
alter table public.chronology force row level security;
create policy chronology_of_board on public.chronology as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
grant delete, insert, select, update on table public.chronology to mp_app;
grant delete, insert, select, update on table public.chronology to mp_retention;
grant select on table public.chronology to mp_backup;
comment on table public.chronology is 'One line an event: what fills its sentence, and the beginning of what was written.';

create table public.clock (
  tenant integer not null,
  akt uuid not null,
  clock text not null,
  matter uuid not null,
  person uuid not null,
  severity text not null,
  owner text not null,
  target date not null,
  legal_latest date not null,
  running boolean not null,
  unit uuid,
  worker uuid,
  co_worker uuid,
  detail json not null,
  constraint clock_pkey PRIMARY KEY (tenant, akt, clock),
  constraint clock_owner_check CHECK ((owner = ANY (ARRAY['authority'::text, 'party'::text, 'court'::text]))),
  constraint clock_severity_check CHECK ((severity = ANY (ARRAY['A'::text, 'B'::text, 'C'::text])))
);
CREATE INDEX clock_running_by_co_worker ON public.clock USING btree (tenant, co_worker, severity, target, akt, clock) WHERE (running AND (co_worker IS NOT NULL));
CREATE INDEX clock_running_by_unit ON public.clock USING btree (tenant, unit, severity, target, akt, clock) WHERE running;
CREATE INDEX clock_running_by_worker ON public.clock USING btree (tenant, worker, severity, target, akt, clock) WHERE running;
CREATE INDEX clock_running_of_nobody ON public.clock USING btree (tenant, severity, target, akt, clock) WHERE (running AND (worker IS NULL) AND (co_worker IS NULL));
alter table public.clock owner to mp_migrator;
alter table public.clock enable row level security;
alter table public.clock force row level security;
create policy clock_of_board on public.clock as permissive for all to public using ((tenant = ( SELECT (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer AS "nullif")));
grant delete, insert, select, update on table public.clock to mp_app;
grant delete, insert, select, update on table public.clock to mp_retention;
grant select on table public.clock to mp_backup;
comment on table public.clock is 'Every clock of every akt. A late registration recomputes them all. Which status a day gives is computed when read.';

create table public.command (
  tenant integer not null,
  command_id uuid not null,
  stream uuid not null,
  matter uuid,
  type text not null,
  actor uuid not null,
  digest bytea not null,
  answer jsonb not null,
  recorded_at timestamp with time zone not null,
  constraint command_pkey PRIMARY KEY (tenant, command_id),
  constraint command_digest_check CHECK ((octet_length(digest) = 32))
);
alter table public.command owner to mp_migrator;
alter table public.command enable row level security;
alter table public.command force row level security;
create policy command_of_board on public.command as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
CREATE TRIGGER command_is_only_added_to BEFORE DELETE OR UPDATE OR TRUNCATE ON public.command FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change_but_agreed_destruction();
grant delete, select on table public.command to mp_retention;
grant insert, select on table public.command to mp_app;
grant select on table public.command to mp_backup;
comment on table public.command is 'The answer of each command by the id its client chose: a repeated command gets it again. Goes with the matter at destruction.';

create table public.demo_filling (
  tenant integer not null,
  size text not null,
  seed text not null,
  made_at timestamp with time zone not null,
  digest text not null,
  families integer not null,
  done text[] default '{}'::text[] not null,
  constraint demo_filling_pkey PRIMARY KEY (tenant),
  constraint demo_filling_digest_check CHECK ((digest <> ''::text)),
  constraint demo_filling_families_check CHECK ((families >= 0)),
  constraint demo_filling_seed_check CHECK ((seed <> ''::text)),
  constraint demo_filling_size_check CHECK ((size <> ''::text))
);
alter table public.demo_filling owner to mp_migrator;
alter table public.demo_filling enable row level security;
alter table public.demo_filling force row level security;
create policy demo_filling_of_board on public.demo_filling as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
grant delete, insert, select on table public.demo_filling to mp_app;
grant select on table public.demo_filling to mp_backup;
grant update on column public.demo_filling.digest to mp_app;
grant update on column public.demo_filling.done to mp_app;
grant update on column public.demo_filling.families to mp_app;
comment on table public.demo_filling is 'Synthetic boards that are being filled with an invented municipality; the row is gone when every family is there.';

create table public.document (
  tenant integer not null,
  document uuid not null,
  version integer not null,
  akt uuid not null,
  matter uuid not null,
  kind text not null,
  status text not null,
  seq integer not null,
  content_hash bytea not null,
  spec_digest text not null,
  author uuid not null,
  fixed_at timestamp with time zone not null,
  signed_at timestamp with time zone,
  signed_by uuid,
  constraint document_pkey PRIMARY KEY (tenant, document, version),
  constraint document_check CHECK ((((status = 'fixed'::text) = (signed_at IS NULL)) OR (status = ANY (ARRAY['replaced'::text, 'voided'::text])))),
  constraint document_check1 CHECK (((signed_at IS NULL) = (signed_by IS NULL))),
  constraint document_content_hash_check CHECK ((octet_length(content_hash) = 32)),
  constraint document_status_check CHECK ((status = ANY (ARRAY['fixed'::text, 'signed'::text, 'replaced'::text, 'voided'::text]))),
  constraint document_version_check CHECK ((version > 0))
);
CREATE INDEX document_by_akt ON public.document USING btree (tenant, akt);
alter table public.document owner to mp_migrator;
alter table public.document enable row level security;
alter table public.document force row level security;
create policy document_of_board on public.document as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
grant delete, insert, select, update on table public.document to mp_app;
grant delete, insert, select, update on table public.document to mp_retention;
grant select on table public.document to mp_backup;
comment on table public.document is 'Versions of documents: what a party read and what was signed. The content stands in the event, once.';

create table public.draft (
  tenant integer not null,
  draft uuid not null,
  document text not null,
  akt uuid,
  matter uuid,
  item uuid,
  spec_digest text not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  changed_by uuid not null,
  changed_at timestamp with time zone not null,
  constraint draft_pkey PRIMARY KEY (tenant, draft)
);
CREATE INDEX draft_by_maker ON public.draft USING btree (tenant, made_by);
CREATE UNIQUE INDEX draft_one_a_document ON public.draft USING btree (tenant, akt, matter, document, item) NULLS NOT DISTINCT WHERE (akt IS NOT NULL);
alter table public.draft owner to mp_migrator;
alter table public.draft enable row level security;
alter table public.draft force row level security;
create policy draft_of_board on public.draft as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
grant delete, insert, select, update on table public.draft to mp_app;
grant delete, select on table public.draft to mp_retention;
grant select on table public.draft to mp_backup;
comment on table public.draft is 'A document being written, shared by its editors. A report that belongs to no akt yet has none.';

create table public.draft_comment (
  tenant integer not null,
  comment uuid not null,
  draft uuid not null,
  place text not null,
  words text not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  met_by uuid,
  met_at timestamp with time zone,
  constraint draft_comment_pkey PRIMARY KEY (tenant, comment),
  constraint draft_comment_check CHECK (((met_by IS NULL) = (met_at IS NULL))),
  constraint draft_comment_place_check CHECK (((place <> ''::text) AND (octet_length(place) <= 200))),
  constraint draft_comment_words_check CHECK ((words <> ''::text))
);
CREATE INDEX draft_comment_by_draft ON public.draft_comment USING btree (tenant, draft);
alter table public.draft_comment owner to mp_migrator;
alter table public.draft_comment enable row level security;
alter table public.draft_comment force row level security;
create policy draft_comment_of_board on public.draft_comment as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
grant delete, insert, select, update on table public.draft_comment to mp_app;
grant delete, select on table public.draft_comment to mp_retention;
grant select on table public.draft_comment to mp_backup;
comment on table public.draft_comment is 'What somebody who reads a document before it is communicated says about a part of it, to its writer. Work material as the draft is: erased with it, never in the log and never printed.';

create table public.draft_field (
  tenant integer not null,
  draft uuid not null,
  path text not null,
  rev integer not null,
  value text not null,
  others text[] not null,
  change_ids uuid[] not null,
  changed_by uuid not null,
  changed_at timestamp with time zone not null,
  constraint draft_field_pkey PRIMARY KEY (tenant, draft, path),
  constraint draft_field_path_check CHECK (((path <> ''::text) AND (octet_length(path) <= 200))),
  constraint draft_field_rev_check CHECK ((rev > 0))
);
alter table public.draft_field owner to mp_migrator;
alter table public.draft_field enable row level security;
alter table public.draft_field force row level security;
create policy draft_field_of_board on public.draft_field as permissive for all to public using ((tenant = ( SELECT (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer AS "nullif")));
grant delete, insert, select, update on table public.draft_field to mp_app;
grant delete, select on table public.draft_field to mp_retention;
grant select on table public.draft_field to mp_backup;
comment on table public.draft_field is 'One field, or one field of a list item, of a draft. No foreign key: a save writes under the lock of its draft, and whoever removes the draft removes these with it in one statement.';

create table public.draft_past (
  tenant integer not null,
  draft uuid not null,
  path text not null,
  rev integer not null,
  value text not null,
  changed_by uuid not null,
  changed_at timestamp with time zone not null,
  constraint draft_past_pkey PRIMARY KEY (tenant, draft, path, rev)
);
alter table public.draft_past owner to mp_migrator;
alter table public.draft_past enable row level security;
alter table public.draft_past force row level security;
create policy draft_past_of_board on public.draft_past as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
grant delete, insert, select on table public.draft_past to mp_app;
grant delete, select on table public.draft_past to mp_retention;
grant select on table public.draft_past to mp_backup;
comment on table public.draft_past is 'What stood in a field of a draft before it was changed: one now and then, for its editors, until it is signed or discarded.';

create table public.event (
  tenant integer not null,
  stream uuid not null,
  seq integer not null,
  matter uuid,
  retention_class text not null,
  type text not null,
  occurred_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  actor uuid not null,
  command_id uuid not null,
  spec_digest text not null,
  law_digest text not null,
  salt bytea not null,
  body text not null,
  constraint event_pkey PRIMARY KEY (tenant, stream, seq),
  constraint event_check CHECK ((occurred_at <= recorded_at)),
  constraint event_retention_class_check CHECK ((retention_class = ANY (ARRAY['matter'::text, 'akt'::text, 'person'::text, 'unit'::text, 'config'::text]))),
  constraint event_salt_check CHECK ((octet_length(salt) = 16)),
  constraint event_seq_check CHECK ((seq > 0)),
  constraint event_type_check CHECK ((type <> ''::text))
);
alter table public.event owner to mp_migrator;
alter table public.event enable row level security;
alter table public.event force row level security;
create policy event_of_board on public.event as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
CREATE TRIGGER event_is_only_added_to BEFORE DELETE OR UPDATE OR TRUNCATE ON public.event FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change_but_agreed_destruction();
grant delete, insert, select on table public.event to mp_retention;
grant insert, select on table public.event to mp_app;
grant select on table public.event to mp_backup;
comment on table public.event is 'What happened. A row is deleted by lawful destruction (gallring) only; its link in event_head stays.';

create table public.event_head (
  tenant integer not null,
  stream uuid not null,
  seq integer not null,
  no bigint generated always as identity not null,
  prev_hash bytea not null,
  hash bytea not null,
  payload_hash bytea not null,
  recorded_on date not null,
  constraint event_head_pkey PRIMARY KEY (tenant, stream, seq),
  constraint event_head_tenant_no_key UNIQUE (tenant, no),
  constraint event_head_hash_check CHECK ((octet_length(hash) = 32)),
  constraint event_head_payload_hash_check CHECK ((octet_length(payload_hash) = 32)),
  constraint event_head_prev_hash_check CHECK ((octet_length(prev_hash) = 32)),
  constraint event_head_seq_check CHECK ((seq > 0))
);
alter table public.event_head owner to mp_migrator;
alter table public.event_head enable row level security;
alter table public.event_head force row level security;
create policy event_head_of_board on public.event_head as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
CREATE TRIGGER event_head_is_only_added_to BEFORE DELETE OR UPDATE OR TRUNCATE ON public.event_head FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
grant insert, select on table public.event_head to mp_app;
grant insert, select on table public.event_head to mp_retention;
grant select on table public.event_head to mp_backup;
comment on table public.event_head is 'For ever: one link of a stream''s chain. Holds no word of the event, so nothing of a person remains when the event has been destroyed.';

create table public.file (
  tenant integer not null,
  file uuid not null,
  akt uuid,
  matter uuid,
  kind text not null,
  name text not null,
  media_type text not null,
  size integer not null,
  sha256 bytea not null,
  subject text,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  constraint file_pkey PRIMARY KEY (tenant, file),
  constraint file_check CHECK (((akt IS NULL) = (matter IS NULL))),
  constraint file_kind_check CHECK ((kind = ANY (ARRAY['received'::text, 'print'::text, 'logotype'::text]))),
  constraint file_name_check CHECK ((name <> ''::text)),
  constraint file_sha256_check CHECK ((octet_length(sha256) = 32)),
  constraint file_size_check CHECK (((size >= 1) AND (size <= ((25 * 1024) * 1024))))
);
CREATE UNIQUE INDEX file_once_a_matter ON public.file USING btree (tenant, matter, sha256) WHERE ((matter IS NOT NULL) AND (kind = 'received'::text));
CREATE UNIQUE INDEX file_one_print ON public.file USING btree (tenant, subject) WHERE (subject IS NOT NULL);
alter table public.file owner to mp_migrator;
alter table public.file enable row level security;
alter table public.file force row level security;
create policy file_of_board on public.file as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
CREATE TRIGGER file_is_only_added_to BEFORE DELETE OR UPDATE OR TRUNCATE ON public.file FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change_but_agreed_destruction();
grant delete, select on table public.file to mp_retention;
grant insert, select on table public.file to mp_app;
grant select on table public.file to mp_backup;
comment on table public.file is 'A stored file. The same bytes are kept once in a matter and never shared between matters.';

create table public.file_chunk (
  tenant integer not null,
  file uuid not null,
  no integer not null,
  bytes bytea not null,
  constraint file_chunk_pkey PRIMARY KEY (tenant, file, no),
  constraint file_chunk_tenant_file_fkey FOREIGN KEY (tenant, file) REFERENCES public.file(tenant, file) ON DELETE CASCADE,
  constraint file_chunk_bytes_check CHECK (((octet_length(bytes) >= 1) AND (octet_length(bytes) <= (1024 * 1024)))),
  constraint file_chunk_no_check CHECK ((no >= 0))
);
alter table public.file_chunk owner to mp_migrator;
alter table public.file_chunk enable row level security;
alter table public.file_chunk force row level security;
create policy file_chunk_of_board on public.file_chunk as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
CREATE TRIGGER file_chunk_is_only_added_to BEFORE UPDATE OR TRUNCATE ON public.file_chunk FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
grant delete, select on table public.file_chunk to mp_retention;
grant insert, select on table public.file_chunk to mp_app;
grant select on table public.file_chunk to mp_backup;
comment on table public.file_chunk is 'The bytes of a file in order, 1 MB a row.';

create table public.file_scan (
  tenant integer not null,
  file uuid not null,
  scanned_at timestamp with time zone not null,
  constraint file_scan_pkey PRIMARY KEY (tenant, file),
  constraint file_scan_tenant_file_fkey FOREIGN KEY (tenant, file) REFERENCES public.file(tenant, file) ON DELETE CASCADE
);
alter table public.file_scan owner to mp_migrator;
alter table public.file_scan enable row level security;
alter table public.file_scan force row level security;
create policy file_scan_of_board on public.file_scan as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
grant delete, select on table public.file_scan to mp_retention;
grant insert, select on table public.file_scan to mp_app;
grant select on table public.file_scan to mp_backup;
comment on table public.file_scan is 'A file that the virus scanner has let through. While a scanner is set, no other received file is read.';

create table public.followup_extract (
  tenant integer not null,
  "extract" uuid not null,
  definition jsonb not null,
  stated_purpose text not null,
  spec_digest text not null,
  seed text not null,
  row_count integer not null,
  fingerprint text not null,
  made_by uuid,
  made_at timestamp with time zone not null,
  constraint followup_extract_pkey PRIMARY KEY (tenant, "extract"),
  constraint followup_extract_row_count_check CHECK ((row_count >= 0)),
  constraint followup_extract_seed_check CHECK ((length(seed) = 32)),
  constraint followup_extract_stated_purpose_check CHECK (((length(stated_purpose) >= 10) AND (length(stated_purpose) <= 500)))
);
alter table public.followup_extract owner to mp_migrator;
alter table public.followup_extract enable row level security;
alter table public.followup_extract force row level security;
create policy followup_extract_of_board on public.followup_extract as permissive for all to public using ((tenant = ( SELECT (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer AS "nullif")));
grant delete, select on table public.followup_extract to mp_retention;
grant insert, select on table public.followup_extract to mp_app;
grant select on table public.followup_extract to mp_backup;
comment on table public.followup_extract is 'A set of rows of follow-up that was taken out: its definition, what it was said to be for, and what its rows were. Holds no row.';

create table public.followup_key (
  tenant integer not null,
  row_key bigint not null,
  akt uuid not null,
  matter uuid not null,
  kind text not null,
  subject uuid not null,
  content_hash bytea not null,
  constraint followup_key_pkey PRIMARY KEY (tenant, row_key),
  constraint followup_key_tenant_kind_subject_key UNIQUE (tenant, kind, subject),
  constraint followup_key_content_hash_check CHECK ((octet_length(content_hash) = 32)),
  constraint followup_key_kind_check CHECK ((kind = ANY (ARRAY['akt'::text, 'utr'::text, 'bes'::text, 'gen'::text, 'fol'::text, 'avs'::text, 'goal'::text]))),
  constraint followup_key_row_key_check CHECK ((row_key > 0))
);
CREATE INDEX followup_key_by_akt ON public.followup_key USING btree (tenant, akt);
alter table public.followup_key owner to mp_migrator;
alter table public.followup_key enable row level security;
alter table public.followup_key force row level security;
create policy followup_key_of_board on public.followup_key as permissive for all to public using ((tenant = ( SELECT (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer AS "nullif")));
grant delete, insert, select, update on table public.followup_key to mp_app;
grant delete, select on table public.followup_key to mp_retention;
grant select on table public.followup_key to mp_backup;
comment on table public.followup_key is 'The report, investigation, decision, measure or follow-up behind each row of follow-up. Goes with the row: a row is destroyed, never only its key.';

create table public.followup_release (
  tenant integer not null,
  release uuid not null,
  kind text not null,
  counts text not null,
  query text not null,
  numbers jsonb not null,
  answer text not null,
  answer_hash bytea not null,
  spec_digest text not null,
  cut_off timestamp with time zone not null,
  released_by uuid,
  constraint followup_release_pkey PRIMARY KEY (tenant, release),
  constraint followup_release_answer_hash_check CHECK ((octet_length(answer_hash) = 32)),
  constraint followup_release_counts_check CHECK ((counts = ANY (ARRAY['row'::text, 'guardian'::text]))),
  constraint followup_release_kind_check CHECK ((kind = ANY (ARRAY['akt'::text, 'utr'::text, 'bes'::text, 'gen'::text, 'fol'::text, 'avs'::text, 'goal'::text])))
);
CREATE INDEX followup_release_by_kind ON public.followup_release USING btree (tenant, kind, counts);
alter table public.followup_release owner to mp_migrator;
alter table public.followup_release enable row level security;
alter table public.followup_release force row level security;
create policy followup_release_of_board on public.followup_release as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
grant delete, select on table public.followup_release to mp_retention;
grant insert, select on table public.followup_release to mp_app;
grant select on table public.followup_release to mp_backup;
comment on table public.followup_release is 'A table of follow-up, or an indicator of a report, that was made to leave the board. Never changed: what has been told cannot be untold.';

create table public.glass_opening (
  tenant integer not null,
  opening uuid not null,
  akt uuid not null,
  seq integer not null,
  staff uuid not null,
  kind text not null,
  opened_at timestamp with time zone not null,
  until timestamp with time zone not null,
  review_seq integer,
  reviewed_by uuid,
  reviewed_at timestamp with time zone,
  outcome text,
  constraint glass_opening_pkey PRIMARY KEY (tenant, opening),
  constraint glass_opening_check CHECK ((reviewed_by IS DISTINCT FROM staff)),
  constraint glass_opening_check1 CHECK (((reviewed_by IS NULL) = (outcome IS NULL))),
  constraint glass_opening_seq_check CHECK ((seq > 0))
);
CREATE INDEX glass_opening_by_akt ON public.glass_opening USING btree (tenant, akt);
CREATE INDEX glass_opening_waiting ON public.glass_opening USING btree (tenant, opened_at) WHERE (outcome IS NULL);
alter table public.glass_opening owner to mp_migrator;
alter table public.glass_opening enable row level security;
alter table public.glass_opening force row level security;
create policy glass_opening_of_board on public.glass_opening as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
grant delete, insert, select, update on table public.glass_opening to mp_retention;
grant insert, select, update on table public.glass_opening to mp_app;
grant select on table public.glass_opening to mp_backup;
comment on table public.glass_opening is 'A projection of the log: who opened which akt for how long, and who followed it up. The reason and the note stand in the events.';

create table public.identity_provider (
  tenant integer not null,
  issuer text not null,
  client_id text not null,
  auth text not null,
  sealed bytea not null,
  key_id text,
  claim text not null,
  scopes text[] not null,
  acr text[] not null,
  amr text[] not null,
  max_age_minutes integer,
  ends_there boolean not null,
  changed_at timestamp with time zone not null,
  constraint identity_provider_pkey PRIMARY KEY (tenant),
  constraint identity_provider_auth_check CHECK ((auth = ANY (ARRAY['basic'::text, 'post'::text, 'key'::text]))),
  constraint identity_provider_check CHECK (((key_id IS NULL) OR (auth = 'key'::text))),
  constraint identity_provider_claim_check CHECK ((claim <> ''::text)),
  constraint identity_provider_client_id_check CHECK ((client_id <> ''::text)),
  constraint identity_provider_issuer_check CHECK ((issuer ~ '^https?://'::text)),
  constraint identity_provider_key_id_check CHECK ((key_id <> ''::text)),
  constraint identity_provider_max_age_minutes_check CHECK ((max_age_minutes > 0)),
  constraint identity_provider_scopes_check CHECK (('openid'::text = ANY (scopes))),
  constraint identity_provider_sealed_check CHECK ((octet_length(sealed) > 28))
);
alter table public.identity_provider owner to mp_migrator;
alter table public.identity_provider enable row level security;
alter table public.identity_provider force row level security;
create policy identity_provider_of_board on public.identity_provider as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
grant delete, insert, select, update on table public.identity_provider to mp_app;
grant select on table public.identity_provider to mp_backup;
comment on table public.identity_provider is 'Who signs the staff of a board in beside or instead of local accounts. Set in the terminal; it gives nobody an account or a role.';

create table public.installed_pack (
  digest text not null,
  kind text not null,
  id text not null,
  version text not null,
  content text not null,
  installed_at timestamp with time zone not null,
  constraint installed_pack_pkey PRIMARY KEY (digest),
  constraint installed_pack_digest_check CHECK ((digest <> ''::text)),
  constraint installed_pack_kind_check CHECK ((kind = ANY (ARRAY['pack'::text, 'law'::text])))
);
alter table public.installed_pack owner to mp_migrator;
CREATE TRIGGER installed_pack_is_only_added_to BEFORE DELETE OR UPDATE OR TRUNCATE ON public.installed_pack FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
grant insert, select on table public.installed_pack to mp_app;
grant select on table public.installed_pack to mp_backup;
grant select on table public.installed_pack to mp_retention;
comment on table public.installed_pack is 'Reference table without a board: every specification pack and law that was ever in use, by digest. Never changed: documents are rendered by the digest they carry.';

create table public.known_browser (
  tenant integer not null,
  token_hash bytea not null,
  account uuid not null,
  used_at timestamp with time zone not null,
  constraint known_browser_pkey PRIMARY KEY (tenant, token_hash, account),
  constraint known_browser_tenant_account_fkey FOREIGN KEY (tenant, account) REFERENCES public.account(tenant, account),
  constraint known_browser_token_hash_check CHECK ((octet_length(token_hash) = 32))
);
alter table public.known_browser owner to mp_migrator;
alter table public.known_browser enable row level security;
alter table public.known_browser force row level security;
create policy known_browser_of_board on public.known_browser as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
grant delete, insert, select on table public.known_browser to mp_app;
grant select on table public.known_browser to mp_backup;
grant update on column public.known_browser.used_at to mp_app;
comment on table public.known_browser is 'Browsers somebody has signed in with: their tries are counted apart, so that guessing elsewhere shuts nobody out. Opens nothing.';

create table public.log_anchor (
  tenant integer not null,
  day date not null,
  access_seal integer not null,
  head_seal integer not null,
  prev_hash bytea not null,
  hash bytea not null,
  made_at timestamp with time zone not null,
  constraint log_anchor_pkey PRIMARY KEY (tenant, day),
  constraint log_anchor_hash_check CHECK ((octet_length(hash) = 32)),
  constraint log_anchor_prev_hash_check CHECK ((octet_length(prev_hash) = 32))
);
alter table public.log_anchor owner to mp_migrator;
alter table public.log_anchor enable row level security;
alter table public.log_anchor force row level security;
create policy log_anchor_of_board on public.log_anchor as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
CREATE TRIGGER log_anchor_is_only_added_to BEFORE DELETE OR UPDATE OR TRUNCATE ON public.log_anchor FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
grant insert, select on table public.log_anchor to mp_app;
grant select on table public.log_anchor to mp_backup;
grant select on table public.log_anchor to mp_retention;
comment on table public.log_anchor is 'One hash a day over the seals, short enough to be kept outside the system: whoever has it can show that the log before it is unchanged.';

create table public.log_end (
  tenant integer not null,
  source text not null,
  hash bytea not null,
  constraint log_end_pkey PRIMARY KEY (tenant, source),
  constraint log_end_hash_check CHECK ((octet_length(hash) = 32)),
  constraint log_end_source_check CHECK ((source = ANY (ARRAY['access'::text, 'head'::text, 'anchor'::text])))
);
alter table public.log_end owner to mp_migrator;
alter table public.log_end enable row level security;
alter table public.log_end force row level security;
create policy log_end_of_board on public.log_end as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
grant insert, select, update on table public.log_end to mp_app;
grant select on table public.log_end to mp_backup;
comment on table public.log_end is 'The hash of the last seal of each kind and of the last anchor, so that one taken off the end is missed.';

create table public.log_removal (
  tenant integer not null,
  removal uuid not null,
  source text not null,
  to_seal integer not null,
  row_count bigint not null,
  before date not null,
  removed_at timestamp with time zone not null,
  constraint log_removal_pkey PRIMARY KEY (tenant, removal),
  constraint log_removal_row_count_check CHECK ((row_count > 0)),
  constraint log_removal_source_check CHECK ((source = 'access'::text)),
  constraint log_removal_to_seal_check CHECK ((to_seal > 0))
);
alter table public.log_removal owner to mp_migrator;
alter table public.log_removal enable row level security;
alter table public.log_removal force row level security;
create policy log_removal_of_board on public.log_removal as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
CREATE TRIGGER log_removal_is_only_added_to BEFORE DELETE OR UPDATE OR TRUNCATE ON public.log_removal FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
grant insert, select on table public.log_removal to mp_retention;
grant select on table public.log_removal to mp_app;
grant select on table public.log_removal to mp_backup;
comment on table public.log_removal is 'That rows of the access log were removed when the time they are kept was over: up to which seal. The seals stay and hold.';

create table public.log_review (
  tenant integer not null,
  review uuid not null,
  period_from date not null,
  period_to date not null,
  seed text not null,
  sampled_of integer not null,
  left_out integer not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  note text,
  signed_by uuid,
  signed_at timestamp with time zone,
  constraint log_review_pkey PRIMARY KEY (tenant, review),
  constraint log_review_check CHECK ((period_to >= period_from)),
  constraint log_review_check1 CHECK (((signed_by IS NULL) = (signed_at IS NULL))),
  constraint log_review_seed_check CHECK ((length(seed) = 32))
);
CREATE UNIQUE INDEX log_review_one_open ON public.log_review USING btree (tenant) WHERE (signed_at IS NULL);
alter table public.log_review owner to mp_migrator;
alter table public.log_review enable row level security;
alter table public.log_review force row level security;
create policy log_review_of_board on public.log_review as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
CREATE TRIGGER log_review_signed BEFORE UPDATE ON public.log_review FOR EACH ROW EXECUTE FUNCTION public.refuse_change_of_signed_review();
grant insert, select on table public.log_review to mp_app;
grant select on table public.log_review to mp_backup;
grant select on table public.log_review to mp_retention;
grant update on column public.log_review.note to mp_app;
grant update on column public.log_review.signed_at to mp_app;
grant update on column public.log_review.signed_by to mp_app;
comment on table public.log_review is 'A check of a period: its rows are all that have a hint and a random sample of the others, drawn by the seed.';

create table public.log_review_row (
  tenant integer not null,
  review uuid not null,
  "row" integer not null,
  staff uuid not null,
  day date not null,
  akt uuid,
  kinds text[] not null,
  actions text[] not null,
  times integer not null,
  first timestamp with time zone not null,
  last timestamp with time zone not null,
  relation text not null,
  hints text[] not null,
  verdict text,
  note text,
  judged_at timestamp with time zone,
  constraint log_review_row_pkey PRIMARY KEY (tenant, review, "row"),
  constraint log_review_row_tenant_review_fkey FOREIGN KEY (tenant, review) REFERENCES public.log_review(tenant, review) ON DELETE CASCADE,
  constraint log_review_row_check CHECK (((verdict IS NULL) = (judged_at IS NULL))),
  constraint log_review_row_row_check CHECK (("row" > 0)),
  constraint log_review_row_verdict_check CHECK ((verdict = ANY (ARRAY['expected'::text, 'asked'::text, 'unauthorised'::text])))
);
alter table public.log_review_row owner to mp_migrator;
alter table public.log_review_row enable row level security;
alter table public.log_review_row force row level security;
create policy log_review_row_of_board on public.log_review_row as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
CREATE TRIGGER log_review_row_signed BEFORE UPDATE OF staff, day, kinds, actions, times, first, last, relation, hints, verdict, note, judged_at ON public.log_review_row FOR EACH ROW EXECUTE FUNCTION public.refuse_change_of_signed_review();
grant insert, select on table public.log_review_row to mp_app;
grant select on table public.log_review_row to mp_backup;
grant select on table public.log_review_row to mp_retention;
grant update on column public.log_review_row.akt to mp_retention;
grant update on column public.log_review_row.judged_at to mp_app;
grant update on column public.log_review_row.note to mp_app;
grant update on column public.log_review_row.verdict to mp_app;
comment on table public.log_review_row is 'What somebody did with an akt (or, without one, with persons) on a day, as the access log said when the check began.';

create table public.log_seal (
  tenant integer not null,
  source text not null,
  seal integer not null,
  from_no bigint not null,
  to_no bigint not null,
  row_count integer not null,
  rows_hash bytea not null,
  prev_hash bytea not null,
  hash bytea not null,
  sealed_at timestamp with time zone not null,
  constraint log_seal_pkey PRIMARY KEY (tenant, source, seal),
  constraint log_seal_check CHECK ((from_no <= to_no)),
  constraint log_seal_hash_check CHECK ((octet_length(hash) = 32)),
  constraint log_seal_prev_hash_check CHECK ((octet_length(prev_hash) = 32)),
  constraint log_seal_row_count_check CHECK ((row_count > 0)),
  constraint log_seal_rows_hash_check CHECK ((octet_length(rows_hash) = 32)),
  constraint log_seal_seal_check CHECK ((seal > 0)),
  constraint log_seal_source_check CHECK ((source = ANY (ARRAY['access'::text, 'head'::text])))
);
alter table public.log_seal owner to mp_migrator;
alter table public.log_seal enable row level security;
alter table public.log_seal force row level security;
create policy log_seal_of_board on public.log_seal as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
CREATE TRIGGER log_seal_is_only_added_to BEFORE DELETE OR UPDATE OR TRUNCATE ON public.log_seal FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
grant insert, select on table public.log_seal to mp_app;
grant select on table public.log_seal to mp_backup;
grant select on table public.log_seal to mp_retention;
comment on table public.log_seal is 'A batch of the access log or of the event heads, closed by a hash over its rows and the seal before.';

create table public.log_setting (
  tenant integer not null,
  review_months integer not null,
  keep_years integer not null,
  extract_names boolean not null,
  not_before date,
  constraint log_setting_pkey PRIMARY KEY (tenant),
  constraint log_setting_keep_years_check CHECK (((keep_years >= 5) AND (keep_years <= 100))),
  constraint log_setting_review_months_check CHECK (((review_months >= 1) AND (review_months <= 12)))
);
alter table public.log_setting owner to mp_migrator;
alter table public.log_setting enable row level security;
alter table public.log_setting force row level security;
create policy log_setting_of_board on public.log_setting as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
grant insert, select, update on table public.log_setting to mp_app;
grant select on table public.log_setting to mp_backup;
grant select on table public.log_setting to mp_retention;
comment on table public.log_setting is 'Absent = as spec/access/log-review.json says: months between checks, years the access log is kept, names in extracts.';

create table public.matter (
  tenant integer not null,
  matter uuid not null,
  akt uuid not null,
  person uuid not null,
  number text,
  phase text not null,
  started_on date not null,
  closed_on date,
  unit uuid,
  worker uuid,
  co_worker uuid,
  offered_to uuid,
  open_investigation uuid,
  review_document uuid,
  decide_what text,
  decide_since date,
  constraint matter_pkey PRIMARY KEY (tenant, matter),
  constraint matter_check CHECK (((closed_on IS NULL) OR (open_investigation IS NULL))),
  constraint matter_check1 CHECK (((decide_what IS NULL) = (decide_since IS NULL)))
);
CREATE INDEX matter_by_akt ON public.matter USING btree (tenant, akt);
CREATE INDEX matter_offered ON public.matter USING btree (tenant, offered_to) WHERE ((closed_on IS NULL) AND (offered_to IS NOT NULL));
CREATE UNIQUE INDEX matter_one_a_number ON public.matter USING btree (tenant, number) WHERE (number IS NOT NULL);
CREATE UNIQUE INDEX matter_one_open_investigation ON public.matter USING btree (tenant, akt) WHERE (open_investigation IS NOT NULL);
CREATE INDEX matter_running_by_co_worker ON public.matter USING btree (tenant, co_worker) WHERE ((closed_on IS NULL) AND (co_worker IS NOT NULL));
CREATE INDEX matter_running_by_unit ON public.matter USING btree (tenant, unit, started_on, matter) WHERE (closed_on IS NULL);
CREATE INDEX matter_running_by_worker ON public.matter USING btree (tenant, worker, started_on, matter) WHERE (closed_on IS NULL);
alter table public.matter owner to mp_migrator;
alter table public.matter enable row level security;
alter table public.matter force row level security;
create policy matter_of_board on public.matter as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
grant delete, insert, select, update on table public.matter to mp_app;
grant delete, insert, select, update on table public.matter to mp_retention;
grant select on table public.matter to mp_backup;
comment on table public.matter is 'Each matter as it stands. Phase and days are derived from the record, never set by hand.';

create table public.matter_counter (
  tenant integer not null,
  year integer not null,
  last integer not null,
  constraint matter_counter_pkey PRIMARY KEY (tenant, year),
  constraint matter_counter_last_check CHECK ((last >= 0))
);
alter table public.matter_counter owner to mp_migrator;
alter table public.matter_counter enable row level security;
alter table public.matter_counter force row level security;
create policy matter_counter_of_board on public.matter_counter as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
grant insert, select, update on table public.matter_counter to mp_app;
grant select on table public.matter_counter to mp_backup;
comment on table public.matter_counter is 'The last matter number of each year. Not made from the log: the number of a matter that was destroyed is given to no other.';

create table public.passkey (
  tenant integer not null,
  credential text not null,
  account uuid not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  name text not null,
  made_at timestamp with time zone not null,
  used_at timestamp with time zone,
  refused_at timestamp with time zone,
  constraint passkey_pkey PRIMARY KEY (tenant, credential),
  constraint passkey_tenant_account_fkey FOREIGN KEY (tenant, account) REFERENCES public.account(tenant, account),
  constraint passkey_counter_check CHECK ((counter >= 0)),
  constraint passkey_credential_check CHECK ((credential <> ''::text)),
  constraint passkey_name_check CHECK ((name <> ''::text))
);
CREATE INDEX passkey_by_account ON public.passkey USING btree (tenant, account);
alter table public.passkey owner to mp_migrator;
alter table public.passkey enable row level security;
alter table public.passkey force row level security;
create policy passkey_of_board on public.passkey as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
grant delete, insert, select on table public.passkey to mp_app;
grant select on table public.passkey to mp_backup;
grant update on column public.passkey.counter to mp_app;
grant update on column public.passkey.refused_at to mp_app;
grant update on column public.passkey.used_at to mp_app;
comment on table public.passkey is 'Public keys of the passkeys of an account.';

create table public.person (
  tenant integer not null,
  person uuid not null,
  given_name text not null,
  family_name text not null,
  birth_date date,
  number text,
  number_kind text,
  protected boolean not null,
  protected_through uuid,
  review_from date,
  review_due date,
  next_change_on date,
  constraint person_pkey PRIMARY KEY (tenant, person),
  constraint person_check CHECK (((number IS NULL) = (number_kind IS NULL))),
  constraint person_check1 CHECK ((protected OR (protected_through IS NULL))),
  constraint person_number_kind_check CHECK ((number_kind = ANY (ARRAY['personnummer'::text, 'coordination'::text, 'provisional'::text])))
);
CREATE INDEX person_by_birth_date ON public.person USING btree (tenant, birth_date) WHERE (NOT protected);
CREATE INDEX person_by_next_change ON public.person USING btree (tenant, next_change_on) WHERE (next_change_on IS NOT NULL);
CREATE INDEX person_by_protected_through ON public.person USING btree (tenant, protected_through) WHERE (protected_through IS NOT NULL);
CREATE INDEX person_by_review ON public.person USING btree (tenant, review_from) WHERE (review_from IS NOT NULL);
alter table public.person owner to mp_migrator;
alter table public.person enable row level security;
alter table public.person force row level security;
create policy person_of_board on public.person as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
grant delete, insert, select, update on table public.person to mp_app;
grant delete, insert, select, update on table public.person to mp_retention;
grant select on table public.person to mp_backup;
comment on table public.person is 'Each person as of today, for labels. Values with history are in the state of the stream.';

create table public.person_identity (
  tenant integer not null,
  number text not null,
  person uuid not null,
  current boolean not null,
  protected boolean not null,
  constraint person_identity_pkey PRIMARY KEY (tenant, number),
  constraint person_identity_number_check CHECK (((number ~ '^[0-9]{12}$'::text) OR (number ~ '^[0-9]{8}-T[0-9]{3}$'::text)))
);
CREATE INDEX person_identity_by_person ON public.person_identity USING btree (tenant, person);
CREATE INDEX person_identity_by_ten_digits ON public.person_identity USING btree (tenant, "right"(number, 10)) WHERE (NOT protected);
alter table public.person_identity owner to mp_migrator;
alter table public.person_identity enable row level security;
alter table public.person_identity force row level security;
create policy person_identity_of_board on public.person_identity as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
grant delete, insert, select, update on table public.person_identity to mp_app;
grant delete, insert, select, update on table public.person_identity to mp_retention;
grant select on table public.person_identity to mp_backup;
comment on table public.person_identity is 'Every identity number a person has or had. One number belongs to one person of a board.';

create table public.person_name (
  tenant integer not null,
  family text not null,
  given text not null,
  person uuid not null,
  constraint person_name_pkey PRIMARY KEY (tenant, family, given, person)
);
CREATE INDEX person_name_by_given ON public.person_name USING btree (tenant, given, family, person);
CREATE INDEX person_name_by_person ON public.person_name USING btree (tenant, person);
alter table public.person_name owner to mp_migrator;
alter table public.person_name enable row level security;
alter table public.person_name force row level security;
create policy person_name_of_board on public.person_name as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
grant delete, insert, select, update on table public.person_name to mp_app;
grant delete, insert, select, update on table public.person_name to mp_retention;
grant select on table public.person_name to mp_backup;
comment on table public.person_name is 'Each family word with each given word of a person, folded; empty where there is none. Persons with protected data are not here: they are found by their full number only.';

create table public.person_name_word (
  tenant integer not null,
  word text not null,
  sound text not null,
  constraint person_name_word_pkey PRIMARY KEY (tenant, word),
  constraint person_name_word_word_check CHECK ((word <> ''::text))
);
CREATE INDEX person_name_word_by_sound ON public.person_name_word USING btree (tenant, sound);
alter table public.person_name_word owner to mp_migrator;
alter table public.person_name_word enable row level security;
alter table public.person_name_word force row level security;
create policy person_name_word_of_board on public.person_name_word as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
grant delete, insert, select, update on table public.person_name_word to mp_app;
grant delete, insert, select, update on table public.person_name_word to mp_retention;
grant select on table public.person_name_word to mp_backup;
comment on table public.person_name_word is 'The distinct words of names, folded. A misspelt name is sought here first: some thousand rows instead of a million persons.';

create table public.person_named (
  tenant integer not null,
  person uuid not null,
  staff uuid not null,
  constraint person_named_pkey PRIMARY KEY (tenant, person, staff)
);
alter table public.person_named owner to mp_migrator;
alter table public.person_named enable row level security;
alter table public.person_named force row level security;
create policy person_named_of_board on public.person_named as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
grant delete, insert, select, update on table public.person_named to mp_app;
grant delete, insert, select, update on table public.person_named to mp_retention;
grant select on table public.person_named to mp_backup;
comment on table public.person_named is 'Staff to whom a protected person is open by name; a person without a row is open to those who have the matter. Read with each session.';

create table public.phrase (
  tenant integer not null,
  phrase uuid not null,
  staff uuid,
  unit uuid,
  name text not null,
  words text not null,
  changed_by uuid not null,
  changed_at timestamp with time zone not null,
  constraint phrase_pkey PRIMARY KEY (tenant, phrase),
  constraint phrase_check CHECK (((staff IS NULL) <> (unit IS NULL))),
  constraint phrase_name_check CHECK (((name <> ''::text) AND (char_length(name) <= 80))),
  constraint phrase_words_check CHECK (((words <> ''::text) AND (char_length(words) <= 4000)))
);
CREATE INDEX phrase_by_staff ON public.phrase USING btree (tenant, staff);
CREATE INDEX phrase_by_unit ON public.phrase USING btree (tenant, unit);
alter table public.phrase owner to mp_migrator;
alter table public.phrase enable row level security;
alter table public.phrase force row level security;
create policy phrase_of_board on public.phrase as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
grant delete, insert, select, update on table public.phrase to mp_app;
grant delete, select on table public.phrase to mp_retention;
grant select on table public.phrase to mp_backup;
comment on table public.phrase is 'Words that are put into texts with a few keys. They are copied: what is written with a phrase does not change with it.';

create table public.provider_logout (
  tenant integer not null,
  token_hash bytea not null,
  person bytea,
  visit bytea,
  at timestamp with time zone not null,
  constraint provider_logout_pkey PRIMARY KEY (tenant, token_hash),
  constraint provider_logout_check CHECK (((person IS NOT NULL) OR (visit IS NOT NULL))),
  constraint provider_logout_person_check CHECK ((octet_length(person) = 32)),
  constraint provider_logout_token_hash_check CHECK ((octet_length(token_hash) = 32)),
  constraint provider_logout_visit_check CHECK ((octet_length(visit) = 32))
);
alter table public.provider_logout owner to mp_migrator;
alter table public.provider_logout enable row level security;
alter table public.provider_logout force row level security;
create policy provider_logout_of_board on public.provider_logout as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
grant delete, insert, select on table public.provider_logout to mp_app;
grant select on table public.provider_logout to mp_backup;
comment on table public.provider_logout is 'Sign-outs a provider has told of within an hour: none is taken twice, and nobody who was on the way in meanwhile gets in by the sign-in that is over.';

create table public.recovery_code (
  tenant integer not null,
  account uuid not null,
  code_hash bytea not null,
  made_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint recovery_code_pkey PRIMARY KEY (tenant, account, code_hash),
  constraint recovery_code_tenant_account_fkey FOREIGN KEY (tenant, account) REFERENCES public.account(tenant, account),
  constraint recovery_code_code_hash_check CHECK ((octet_length(code_hash) = 32))
);
alter table public.recovery_code owner to mp_migrator;
alter table public.recovery_code enable row level security;
alter table public.recovery_code force row level security;
create policy recovery_code_of_board on public.recovery_code as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
grant delete, insert, select on table public.recovery_code to mp_app;
grant select on table public.recovery_code to mp_backup;
grant update on column public.recovery_code.used_at to mp_app;
comment on table public.recovery_code is 'Codes on paper for whoever has lost the telephone: each is taken once.';

create table public.relation (
  tenant integer not null,
  relation uuid not null,
  person uuid not null,
  kind text not null,
  other uuid not null,
  valid_from date,
  valid_to date,
  source text,
  constraint relation_pkey PRIMARY KEY (tenant, relation),
  constraint relation_check CHECK ((person <> other))
);
CREATE INDEX relation_by_other ON public.relation USING btree (tenant, other);
CREATE INDEX relation_by_person ON public.relation USING btree (tenant, person);
alter table public.relation owner to mp_migrator;
alter table public.relation enable row level security;
alter table public.relation force row level security;
create policy relation_of_board on public.relation as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
grant delete, insert, select, update on table public.relation to mp_app;
grant delete, insert, select, update on table public.relation to mp_retention;
grant select on table public.relation to mp_backup;
comment on table public.relation is 'Read: person is kind of other, from valid_from to valid_to (both included).';

create table public.retention_frozen (
  tenant integer not null,
  kind text not null,
  year integer not null,
  question text not null,
  run uuid not null,
  release uuid,
  refused text,
  constraint retention_frozen_pkey PRIMARY KEY (tenant, kind, year, question),
  constraint retention_frozen_check CHECK (((release IS NULL) <> (refused IS NULL)))
);
alter table public.retention_frozen owner to mp_migrator;
alter table public.retention_frozen enable row level security;
alter table public.retention_frozen force row level security;
create policy retention_frozen_of_board on public.retention_frozen as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
grant insert, select on table public.retention_frozen to mp_app;
grant select on table public.retention_frozen to mp_backup;
grant select on table public.retention_frozen to mp_retention;
comment on table public.retention_frozen is 'Counts that were kept before the rows of a year began to be destroyed: tables of followup_release, so only what may leave.';

create table public.retention_hold (
  tenant integer not null,
  hold uuid not null,
  akt uuid not null,
  reason text not null,
  set_by uuid not null,
  set_at timestamp with time zone not null,
  lifted_by uuid,
  lifted_at timestamp with time zone,
  lifted_reason text,
  constraint retention_hold_pkey PRIMARY KEY (tenant, hold),
  constraint retention_hold_check CHECK ((((lifted_by IS NULL) = (lifted_at IS NULL)) AND ((lifted_by IS NULL) = (lifted_reason IS NULL)))),
  constraint retention_hold_reason_check CHECK ((reason <> ''::text))
);
CREATE UNIQUE INDEX retention_hold_one_an_akt ON public.retention_hold USING btree (tenant, akt) WHERE (lifted_at IS NULL);
alter table public.retention_hold owner to mp_migrator;
alter table public.retention_hold enable row level security;
alter table public.retention_hold force row level security;
create policy retention_hold_of_board on public.retention_hold as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
grant delete, select on table public.retention_hold to mp_retention;
grant insert, select on table public.retention_hold to mp_app;
grant select on table public.retention_hold to mp_backup;
grant update on column public.retention_hold.lifted_at to mp_app;
grant update on column public.retention_hold.lifted_by to mp_app;
grant update on column public.retention_hold.lifted_reason to mp_app;
comment on table public.retention_hold is 'Legal hold: nothing of this akt is destroyed while it stands (somebody has asked for the documents, a case in court, a damages claim).';

create table public.retention_item (
  tenant integer not null,
  run uuid not null,
  item integer not null,
  kind text not null,
  akt uuid,
  matter uuid,
  person uuid,
  number text,
  rule text not null,
  section text not null,
  earliest date,
  latest date,
  seq integer,
  scope jsonb default '{}'::jsonb not null,
  counts jsonb default '{}'::jsonb not null,
  state text default 'waiting'::text not null,
  left_why text,
  done_at timestamp with time zone,
  constraint retention_item_pkey PRIMARY KEY (tenant, run, item),
  constraint retention_item_check CHECK (((state = 'waiting'::text) OR ((akt IS NULL) AND (matter IS NULL) AND (person IS NULL)))),
  constraint retention_item_check1 CHECK (((state = 'waiting'::text) = (done_at IS NULL))),
  constraint retention_item_item_check CHECK ((item > 0)),
  constraint retention_item_kind_check CHECK ((kind = ANY (ARRAY['matter'::text, 'rows'::text, 'person'::text]))),
  constraint retention_item_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'done'::text, 'left'::text])))
);
CREATE UNIQUE INDEX retention_item_one_a_person ON public.retention_item USING btree (tenant, run, person) WHERE (person IS NOT NULL);
alter table public.retention_item owner to mp_migrator;
alter table public.retention_item enable row level security;
alter table public.retention_item force row level security;
create policy retention_item_of_board on public.retention_item as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
grant insert, select on table public.retention_item to mp_app;
grant insert, select, update on table public.retention_item to mp_retention;
grant select on table public.retention_item to mp_backup;
comment on table public.retention_item is 'What a run destroys: a matter, rows of follow-up, or a person nobody else refers to. Ids are taken away as each is done; the number of the matter stays for the protocol.';

create table public.retention_link (
  tenant integer not null,
  stream uuid not null,
  seq integer not null,
  run uuid not null,
  constraint retention_link_pkey PRIMARY KEY (tenant, stream, seq)
);
alter table public.retention_link owner to mp_migrator;
alter table public.retention_link enable row level security;
alter table public.retention_link force row level security;
create policy retention_link_of_board on public.retention_link as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
grant insert, select on table public.retention_link to mp_retention;
grant select on table public.retention_link to mp_app;
grant select on table public.retention_link to mp_backup;
comment on table public.retention_link is 'Which links of the chains have lost their event lawfully, by which run: any other that has is told by verify.';

create table public.retention_list (
  tenant integer not null,
  made_by text not null,
  through_no bigint not null,
  latest_on date,
  scanned uuid,
  constraint retention_list_pkey PRIMARY KEY (tenant)
);
alter table public.retention_list owner to mp_migrator;
alter table public.retention_list enable row level security;
alter table public.retention_list force row level security;
create policy retention_list_of_board on public.retention_list as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
grant delete, insert, select, update on table public.retention_list to mp_app;
grant select on table public.retention_list to mp_backup;
comment on table public.retention_list is 'How far retention_matter has come. Written anew from the beginning when what it was made by is another.';

create table public.retention_matter (
  tenant integer not null,
  matter uuid not null,
  akt uuid not null,
  number text,
  akter uuid[] not null,
  rule text not null,
  section text not null,
  decision text not null,
  earliest date,
  latest date,
  open boolean not null,
  known boolean not null,
  constraint retention_matter_pkey PRIMARY KEY (tenant, matter),
  constraint retention_matter_decision_check CHECK ((decision = ANY (ARRAY['keep'::text, 'destroy'::text])))
);
CREATE INDEX retention_matter_by_akt ON public.retention_matter USING btree (tenant, akt);
CREATE INDEX retention_matter_due ON public.retention_matter USING btree (tenant, earliest, matter) WHERE ((decision = 'destroy'::text) AND known AND (NOT open));
alter table public.retention_matter owner to mp_migrator;
alter table public.retention_matter enable row level security;
alter table public.retention_matter force row level security;
create policy retention_matter_of_board on public.retention_matter as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
grant delete, insert, select, update on table public.retention_matter to mp_app;
grant delete, select on table public.retention_matter to mp_retention;
grant select on table public.retention_matter to mp_backup;
comment on table public.retention_matter is 'Derived from the states of the akter and the law, and written anew for those something has happened in: never trusted when something is destroyed, when each akt is looked at again.';

create table public.retention_run (
  tenant integer not null,
  run uuid not null,
  as_of date not null,
  state text not null,
  list_hash bytea not null,
  law_digest text not null,
  proposed_by uuid not null,
  proposed_at timestamp with time zone not null,
  approved_by uuid,
  approved_at timestamp with time zone,
  withdrawn_by uuid,
  withdrawn_at timestamp with time zone,
  finished_at timestamp with time zone,
  finished_on date,
  backups_gone_on date,
  protocol text,
  protocol_hash bytea,
  constraint retention_run_pkey PRIMARY KEY (tenant, run),
  constraint retention_run_check CHECK ((approved_by <> proposed_by)),
  constraint retention_run_check1 CHECK (((state <> ALL (ARRAY['approved'::text, 'done'::text])) OR (approved_by IS NOT NULL))),
  constraint retention_run_check2 CHECK (((state = 'done'::text) = (protocol IS NOT NULL))),
  constraint retention_run_check3 CHECK ((finished_on >= as_of)),
  constraint retention_run_list_hash_check CHECK ((octet_length(list_hash) = 32)),
  constraint retention_run_protocol_hash_check CHECK ((octet_length(protocol_hash) = 32)),
  constraint retention_run_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'approved'::text, 'withdrawn'::text, 'done'::text])))
);
CREATE UNIQUE INDEX retention_run_one_at_a_time ON public.retention_run USING btree (tenant) WHERE (state = ANY (ARRAY['proposed'::text, 'approved'::text]));
alter table public.retention_run owner to mp_migrator;
alter table public.retention_run enable row level security;
alter table public.retention_run force row level security;
create policy retention_run_of_board on public.retention_run as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
grant insert, select on table public.retention_run to mp_app;
grant select on table public.retention_run to mp_backup;
grant select on table public.retention_run to mp_retention;
grant update on column public.retention_run.approved_at to mp_app;
grant update on column public.retention_run.approved_by to mp_app;
grant update on column public.retention_run.backups_gone_on to mp_retention;
grant update on column public.retention_run.finished_at to mp_retention;
grant update on column public.retention_run.finished_on to mp_retention;
grant update on column public.retention_run.protocol to mp_retention;
grant update on column public.retention_run.protocol_hash to mp_retention;
grant update on column public.retention_run.state to mp_app;
grant update on column public.retention_run.state to mp_retention;
grant update on column public.retention_run.withdrawn_at to mp_app;
grant update on column public.retention_run.withdrawn_by to mp_app;
comment on table public.retention_run is 'A destruction run: a frozen list that one proposed and another approved, and the protocol of what became of it.';

create table public.retention_setting (
  tenant integer not null,
  nth integer not null,
  municipality text not null,
  set_by uuid not null,
  set_at timestamp with time zone not null,
  constraint retention_setting_pkey PRIMARY KEY (tenant, nth),
  constraint retention_setting_municipality_check CHECK ((municipality ~ '^[0-9]{4}$'::text)),
  constraint retention_setting_nth_check CHECK ((nth > 0))
);
alter table public.retention_setting owner to mp_migrator;
alter table public.retention_setting enable row level security;
alter table public.retention_setting force row level security;
create policy retention_setting_of_board on public.retention_setting as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
CREATE TRIGGER retention_setting_is_only_added_to BEFORE DELETE OR UPDATE OR TRUNCATE ON public.retention_setting FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
grant insert, select on table public.retention_setting to mp_app;
grant select on table public.retention_setting to mp_backup;
grant select on table public.retention_setting to mp_retention;
comment on table public.retention_setting is 'The code of the board''s municipality, by which the research sample is known: the last row holds, those before tell what it was corrected from. Nothing is destroyed before it is set.';

create table public.schema_migration (
  number integer not null,
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null,
  constraint schema_migration_pkey PRIMARY KEY (number)
);
grant select on table public.schema_migration to mp_backup;

create table public.sealed_original (
  tenant integer not null,
  original uuid not null,
  command_id uuid not null,
  received_at timestamp with time zone not null,
  sha256 bytea not null,
  content text not null,
  constraint sealed_original_pkey PRIMARY KEY (tenant, original),
  constraint sealed_original_tenant_command_id_key UNIQUE (tenant, command_id),
  constraint sealed_original_sha256_check CHECK ((octet_length(sha256) = 32))
);
alter table public.sealed_original owner to mp_migrator;
alter table public.sealed_original enable row level security;
alter table public.sealed_original force row level security;
create policy sealed_original_of_board on public.sealed_original as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
CREATE TRIGGER sealed_original_is_only_added_to BEFORE DELETE OR UPDATE OR TRUNCATE ON public.sealed_original FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change_but_agreed_destruction();
grant delete, select on table public.sealed_original to mp_retention;
grant insert on table public.sealed_original to mp_app;
grant select on table public.sealed_original to mp_backup;
comment on table public.sealed_original is 'A report about several children as it came, before it was parted. Case handling adds and can''t read: no akt may show another child''s part.';

create table public.session (
  tenant integer not null,
  token_hash bytea not null,
  session uuid not null,
  account uuid not null,
  staff uuid not null,
  browser text not null,
  address text not null,
  last_address text not null,
  via text not null,
  limited boolean not null,
  there_person bytea,
  there_visit bytea,
  opened_at timestamp with time zone not null,
  used_at timestamp with time zone not null,
  confirmed_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  constraint session_pkey PRIMARY KEY (tenant, token_hash),
  constraint session_tenant_session_key UNIQUE (tenant, session),
  constraint session_tenant_account_fkey FOREIGN KEY (tenant, account) REFERENCES public.account(tenant, account),
  constraint session_check CHECK (((opened_at <= used_at) AND (opened_at < ends_at))),
  constraint session_check1 CHECK (((there_visit IS NULL) OR (there_person IS NOT NULL))),
  constraint session_there_person_check CHECK ((octet_length(there_person) = 32)),
  constraint session_there_visit_check CHECK ((octet_length(there_visit) = 32)),
  constraint session_token_hash_check CHECK ((octet_length(token_hash) = 32)),
  constraint session_via_check CHECK ((via = ANY (ARRAY['password'::text, 'invitation'::text, 'passkey'::text, 'provider'::text])))
);
CREATE INDEX session_by_account ON public.session USING btree (tenant, account);
alter table public.session owner to mp_migrator;
alter table public.session enable row level security;
alter table public.session force row level security;
create policy session_of_board on public.session as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
grant delete, insert, select on table public.session to mp_app;
grant select on table public.session to mp_backup;
grant update on column public.session.confirmed_at to mp_app;
grant update on column public.session.last_address to mp_app;
grant update on column public.session.limited to mp_app;
grant update on column public.session.used_at to mp_app;
comment on table public.session is 'Signed-in browsers. The cookie holds a random token; here is only its SHA-256, so the table gives nobody a session.';

create table public.setup_code (
  tenant integer not null,
  code_hash bytea not null,
  made_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint setup_code_pkey PRIMARY KEY (tenant, code_hash),
  constraint setup_code_code_hash_check CHECK ((octet_length(code_hash) = 32)),
  constraint setup_code_tenant_check CHECK ((tenant = 2147483647))
);
alter table public.setup_code owner to mp_migrator;
alter table public.setup_code enable row level security;
alter table public.setup_code force row level security;
create policy setup_code_of_installation on public.setup_code as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
grant insert, select on table public.setup_code to mp_app;
grant select on table public.setup_code to mp_backup;
grant update on column public.setup_code.used_at to mp_app;
comment on table public.setup_code is 'The one-time codes that the terminal printed while the installation was empty. The highest board number is the installation itself.';

create table public.sign_in_step (
  tenant integer not null,
  token_hash bytea not null,
  kind text not null,
  account uuid,
  browser text not null,
  facts jsonb not null,
  tries integer default 0 not null,
  made_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  constraint sign_in_step_pkey PRIMARY KEY (tenant, token_hash),
  constraint sign_in_step_kind_check CHECK ((kind = ANY (ARRAY['factor'::text, 'passkey'::text, 'passkey-new'::text, 'provider'::text]))),
  constraint sign_in_step_token_hash_check CHECK ((octet_length(token_hash) = 32))
);
CREATE INDEX sign_in_step_by_end ON public.sign_in_step USING btree (tenant, ends_at);
alter table public.sign_in_step owner to mp_migrator;
alter table public.sign_in_step enable row level security;
alter table public.sign_in_step force row level security;
create policy sign_in_step_of_board on public.sign_in_step as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
grant delete, insert, select on table public.sign_in_step to mp_app;
grant select on table public.sign_in_step to mp_backup;
grant update on column public.sign_in_step.tries to mp_app;
comment on table public.sign_in_step is 'Somebody on the way in: the password was right and the second factor is asked for, or a passkey or the provider is. Taken once, and over after some minutes.';

create table public.staff (
  tenant integer not null,
  staff uuid not null,
  name text not null,
  role text not null,
  qualified boolean not null,
  unit uuid,
  constraint staff_pkey PRIMARY KEY (tenant, staff),
  constraint staff_tenant_unit_fkey FOREIGN KEY (tenant, unit) REFERENCES public.unit(tenant, unit)
);
CREATE INDEX staff_by_unit ON public.staff USING btree (tenant, unit);
alter table public.staff owner to mp_migrator;
alter table public.staff enable row level security;
alter table public.staff force row level security;
create policy staff_of_board on public.staff as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
grant delete, insert, select, update on table public.staff to mp_app;
grant select on table public.staff to mp_backup;
grant select on table public.staff to mp_retention;
comment on table public.staff is 'Staff, and the deciding bodies (utskott, nämnd), which are rows too.';

create table public.stream_state (
  tenant integer not null,
  stream uuid not null,
  kind text not null,
  seq integer not null,
  hash bytea not null,
  state_version integer not null,
  state json not null,
  constraint stream_state_pkey PRIMARY KEY (tenant, stream),
  constraint stream_state_hash_check CHECK ((octet_length(hash) = 32)),
  constraint stream_state_kind_check CHECK ((kind = ANY (ARRAY['akt'::text, 'person'::text, 'unit'::text, 'config'::text]))),
  constraint stream_state_seq_check CHECK ((seq > 0)),
  constraint stream_state_state_check CHECK ((pg_column_size(state) < 1048576))
);
alter table public.stream_state owner to mp_migrator;
alter table public.stream_state enable row level security;
alter table public.stream_state force row level security;
create policy stream_state_of_board on public.stream_state as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
grant delete, select, update on table public.stream_state to mp_retention;
grant insert, select, update on table public.stream_state to mp_app;
grant select on table public.stream_state to mp_backup;
comment on table public.stream_state is 'The fold of each stream, written with its events, and the head of its chain. Locked while a command is decided. Can be rebuilt from the log.';

create table public.throttle (
  tenant integer not null,
  key_hash bytea not null,
  about bytea,
  tries integer not null,
  stopped boolean not null,
  since timestamp with time zone not null,
  constraint throttle_pkey PRIMARY KEY (tenant, key_hash),
  constraint throttle_about_check CHECK ((octet_length(about) = 32)),
  constraint throttle_key_hash_check CHECK ((octet_length(key_hash) = 32)),
  constraint throttle_tenant_check CHECK ((tenant = 2147483647)),
  constraint throttle_tries_check CHECK ((tries > 0))
);
CREATE INDEX throttle_by_about ON public.throttle USING btree (tenant, about) WHERE (about IS NOT NULL);
alter table public.throttle owner to mp_migrator;
alter table public.throttle enable row level security;
alter table public.throttle force row level security;
create policy throttle_of_installation on public.throttle as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
grant delete, insert, select on table public.throttle to mp_app;
grant select on table public.throttle to mp_backup;
grant update on column public.throttle.since to mp_app;
grant update on column public.throttle.stopped to mp_app;
grant update on column public.throttle.tries to mp_app;
comment on table public.throttle is 'Tries to sign in or to use a setup code, by hash of account or address; a row older than its window means nothing.';

create table public.totp (
  tenant integer not null,
  account uuid not null,
  secret bytea not null,
  made_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  last_step bigint not null,
  constraint totp_pkey PRIMARY KEY (tenant, account),
  constraint totp_tenant_account_fkey FOREIGN KEY (tenant, account) REFERENCES public.account(tenant, account),
  constraint totp_secret_check CHECK ((octet_length(secret) > 28))
);
alter table public.totp owner to mp_migrator;
alter table public.totp enable row level security;
alter table public.totp force row level security;
create policy totp_of_board on public.totp as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
grant delete, insert, select on table public.totp to mp_app;
grant select on table public.totp to mp_backup;
grant update on column public.totp.confirmed_at to mp_app;
grant update on column public.totp.last_step to mp_app;
grant update on column public.totp.made_at to mp_app;
grant update on column public.totp.secret to mp_app;
comment on table public.totp is 'The secret behind the six digits of a telephone, sealed with a key that is not in the database. Counts from the moment a first code was right.';

create table public.unit (
  tenant integer not null,
  unit uuid not null,
  name text not null,
  constraint unit_pkey PRIMARY KEY (tenant, unit)
);
alter table public.unit owner to mp_migrator;
alter table public.unit enable row level security;
alter table public.unit force row level security;
create policy unit_of_board on public.unit as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
grant delete, insert, select, update on table public.unit to mp_app;
grant select on table public.unit to mp_backup;
grant select on table public.unit to mp_retention;
comment on table public.unit is 'The units of the board.';

create table public.upload (
  tenant integer not null,
  upload uuid not null,
  akt uuid not null,
  matter uuid not null,
  media_type text not null,
  size integer not null,
  sha256 bytea not null,
  pages integer,
  archive text,
  scanned boolean not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  constraint upload_pkey PRIMARY KEY (tenant, upload),
  constraint upload_archive_check CHECK ((archive ~ '^[1-4][a-f]?$'::text)),
  constraint upload_pages_check CHECK ((pages > 0)),
  constraint upload_sha256_check CHECK ((octet_length(sha256) = 32)),
  constraint upload_size_check CHECK (((size >= 1) AND (size <= ((25 * 1024) * 1024))))
);
CREATE INDEX upload_by_age ON public.upload USING btree (tenant, made_at);
alter table public.upload owner to mp_migrator;
alter table public.upload enable row level security;
alter table public.upload force row level security;
create policy upload_of_board on public.upload as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
grant delete, insert, select on table public.upload to mp_app;
grant delete, select on table public.upload to mp_retention;
grant select on table public.upload to mp_backup;
comment on table public.upload is 'A file somebody has chosen and not yet taken in. Nobody reads it; it is erased when it is taken in, or after a day.';

create table public.upload_chunk (
  tenant integer not null,
  upload uuid not null,
  no integer not null,
  bytes bytea not null,
  constraint upload_chunk_pkey PRIMARY KEY (tenant, upload, no),
  constraint upload_chunk_tenant_upload_fkey FOREIGN KEY (tenant, upload) REFERENCES public.upload(tenant, upload) ON DELETE CASCADE,
  constraint upload_chunk_bytes_check CHECK (((octet_length(bytes) >= 1) AND (octet_length(bytes) <= (1024 * 1024)))),
  constraint upload_chunk_no_check CHECK ((no >= 0))
);
alter table public.upload_chunk owner to mp_migrator;
alter table public.upload_chunk enable row level security;
alter table public.upload_chunk force row level security;
create policy upload_chunk_of_board on public.upload_chunk as permissive for all to public using ((tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer));
grant delete, insert, select on table public.upload_chunk to mp_app;
grant delete, select on table public.upload_chunk to mp_retention;
grant select on table public.upload_chunk to mp_backup;
comment on table public.upload_chunk is 'The bytes of an upload in order, 1 MB a row.';

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'The table % is only added to', tg_table_name using errcode = 'insufficient_privilege';
end
$function$
;

CREATE OR REPLACE FUNCTION public.refuse_change_but_agreed_destruction()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' and current_user = 'mp_retention' and exists (
    select from retention_run r
    where r.tenant = nullif(current_setting('app.tenant', true), '')::int and r.state = 'approved'
  ) then
    return null;
  end if;
  raise exception 'The table % is only added to', tg_table_name using errcode = 'insufficient_privilege';
end
$function$
;

CREATE OR REPLACE FUNCTION public.refuse_change_but_destruction()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' and current_user = 'mp_retention' then
    return null;
  end if;
  raise exception 'The table % is only added to', tg_table_name using errcode = 'insufficient_privilege';
end
$function$
;

CREATE OR REPLACE FUNCTION public.refuse_change_but_unnaming()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  -- Rows whose own time is over are removed by seals (0013).
  if tg_op = 'DELETE' and current_user = 'mp_retention' then
    return null;
  end if;
  if tg_op = 'UPDATE' and current_user = 'mp_retention' and exists (
    select from retention_run r
    where r.tenant = nullif(current_setting('app.tenant', true), '')::int and r.state = 'approved'
  ) then
    return null;
  end if;
  raise exception 'The table % is only added to', tg_table_name using errcode = 'insufficient_privilege';
end
$function$
;

CREATE OR REPLACE FUNCTION public.refuse_change_of_signed_review()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from log_review r where r.tenant = old.tenant and r.review = old.review
      and r.signed_at is not null) then
    raise exception 'A signed check of the log is not changed' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$function$
;
