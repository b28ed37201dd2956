-- run as mp_migrator
-- Openings of an akt by somebody who has no task in it ("breaking the glass"), and their follow-up.

create table glass_opening (
  tenant int not null,
  opening uuid not null,
  akt uuid not null,
  seq int not null check (seq > 0),
  staff uuid not null,
  kind text not null,
  opened_at timestamptz not null,
  until timestamptz not null,
  review_seq int,
  reviewed_by uuid,
  reviewed_at timestamptz,
  outcome text,
  primary key (tenant, opening),
  check (reviewed_by is distinct from staff),
  check ((reviewed_by is null) = (outcome is null))
);
comment on table glass_opening is
  'A projection of the log: who opened which akt for how long, and who followed it up. The reason and the note stand in the events.';
create index glass_opening_by_akt on glass_opening (tenant, akt);
create index glass_opening_waiting on glass_opening (tenant, opened_at) where outcome is null;

alter table glass_opening enable row level security;
alter table glass_opening force row level security;
create policy glass_opening_of_board on glass_opening
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);

grant select, insert, update on glass_opening to mp_app;
grant select, delete on glass_opening to mp_retention;
