-- run as mp_migrator
-- Projection of the akt streams: what holds for one member of staff by name.

create table access_exception (
  tenant int not null,
  akt uuid not null,
  exception uuid not null,
  matter uuid not null,
  staff uuid not null,
  kind text not null check (kind in ('lent', 'performs', 'performed', 'barred')),
  since date,
  until date,
  given_by uuid not null,
  primary key (tenant, akt, exception),
  foreign key (tenant, akt) references akt (tenant, akt),
  check (kind = 'barred' or until is not null),
  check ((kind in ('performs', 'performed')) = (since is not null)),
  check (until >= since)
);
comment on table access_exception is
  'A matter a manager has opened for a named colleague until a day, one with a measure that somebody outside the board carries out from a day until a day (`performed`: ended, and kept for those who check the log), and who is kept out of an akt for a conflict of interest (FL 16-17 §§). Few rows: read with each session.';
comment on column access_exception.since is 'The first day; absent = from when it was given.';
comment on column access_exception.until is 'The last day, included; a bar holds until it is taken back.';
create index access_exception_by_staff on access_exception (tenant, staff);

alter table access_exception enable row level security;
alter table access_exception force row level security;
create policy access_exception_of_board on access_exception
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);

grant select, insert, update, delete on access_exception to mp_app;
grant select, delete on access_exception to mp_retention;
