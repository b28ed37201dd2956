-- run as mp_migrator
-- How long each matter is kept, as a list: derived from the akter, so that a large archive is not read through each time.

create table retention_matter (
  tenant int not null,
  matter uuid not null,
  akt uuid not null,
  number text,
  akter uuid[] not null,
  rule text not null,
  section text not null,
  decision text not null check (decision in ('keep', 'destroy')),
  earliest date,
  latest date,
  open boolean not null,
  known boolean not null,
  primary key (tenant, matter)
);
comment on table retention_matter is
  'Derived from the states of the akter and the law, and written anew for those something has happened in: never trusted when something is destroyed, when each akt is looked at again.';
comment on column retention_matter.akter is 'All akter about the child: a legal hold on one of them holds this matter too.';
comment on column retention_matter.open is 'Something about the child is going on.';
comment on column retention_matter.known is 'Everything is known that the rules ask about: the birth date, the municipality.';
create index retention_matter_by_akt on retention_matter (tenant, akt);
create index retention_matter_due on retention_matter (tenant, earliest, matter)
  where decision = 'destroy' and known and not open;

create table retention_list (
  tenant int not null,
  made_by text not null,
  through_no bigint not null,
  latest_on date,
  scanned uuid,
  primary key (tenant)
);
comment on table retention_list is 'How far retention_matter has come. Written anew from the beginning when what it was made by is another.';
comment on column retention_list.made_by is 'Which rules are in force, and the municipality.';
comment on column retention_list.through_no is 'The events it knows of.';
comment on column retention_list.latest_on is 'The last day anything was recorded among those events.';
comment on column retention_list.scanned is 'The last akt looked through, while it is made from the beginning; null when all are.';

alter table retention_matter enable row level security;
alter table retention_matter force row level security;
create policy retention_matter_of_board on retention_matter
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);
alter table retention_list enable row level security;
alter table retention_list force row level security;
create policy retention_list_of_board on retention_list
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);

grant select, insert, update, delete on retention_matter, retention_list to mp_app;
grant select, delete on retention_matter to mp_retention;
