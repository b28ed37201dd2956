-- The schema of systematic follow-up. Its role sees this schema and nothing else; what ties a row to a
-- child is in public.followup_key, which that role cannot read.
create schema followup authorization mp_migrator;
comment on schema followup is
  'Systematic follow-up: typed columns without names, numbers or ids of persons.';
grant usage on schema followup to mp_app, mp_followup, mp_retention;
