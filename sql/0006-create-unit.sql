-- run as mp_migrator
-- Projections of the unit stream.

create table unit (
  tenant int not null,
  unit uuid not null,
  name text not null,
  primary key (tenant, unit)
);
comment on table unit is 'The units of the board.';

create table staff (
  tenant int not null,
  staff uuid not null,
  name text not null,
  role text not null,
  qualified boolean not null,
  unit uuid,
  primary key (tenant, staff),
  foreign key (tenant, unit) references unit (tenant, unit)
);
comment on table staff is 'Staff, and the deciding bodies (utskott, nämnd), which are rows too.';
comment on column staff.qualified is 'Has the degree that assessments of children are reserved for.';
create index staff_by_unit on staff (tenant, unit);

alter table unit enable row level security;
alter table unit force row level security;
create policy unit_of_board on unit
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);
alter table staff enable row level security;
alter table staff force row level security;
create policy staff_of_board on staff
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);

grant select, insert, update, delete on unit, staff to mp_app;
