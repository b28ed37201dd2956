-- run as mp_migrator
-- Which rows of follow-up have been destroyed, so that a table over their time says so.

create table followup.destroyed (
  tenant int not null,
  run uuid not null,
  kind text not null check (kind in ('akt', 'utr', 'bes', 'gen', 'fol', 'avs', 'goal')),
  first_day date not null,
  last_day date not null,
  row_count int not null check (row_count > 0),
  destroyed_on date not null,
  primary key (tenant, run, kind, first_day),
  check (first_day <= last_day)
);
comment on table followup.destroyed is
  'Rows of follow-up that were lawfully destroyed, counted by kind and the days they were about: the basis of what is counted over those days is gone.';
alter table followup.destroyed enable row level security;
alter table followup.destroyed force row level security;
create policy destroyed_of_board on followup.destroyed
  using (tenant = (select nullif(current_setting('app.tenant', true), '')::int));
grant select on followup.destroyed to mp_app, mp_followup;
grant select, insert on followup.destroyed to mp_retention;

-- What remains of an akt is shown anew, as in 0014.
grant insert, update on access_exception to mp_retention;
