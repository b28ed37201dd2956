-- run as mp_migrator
-- Projections of the akt streams: what lists, the day's page and the chronology are read from.

create table akt (
  tenant int not null,
  akt uuid not null,
  person uuid not null,
  created_on date not null,
  primary key (tenant, akt),
  constraint akt_one_a_person unique (tenant, person)
);
comment on table akt is 'The akt of each child: one for a person and board, never given to another person.';

create table matter (
  tenant int not null,
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
  primary key (tenant, matter),
  check (closed_on is null or open_investigation is null),
  check ((decide_what is null) = (decide_since is null))
) with (fillfactor = 80);
comment on table matter is 'Each matter as it stands. Phase and days are derived from the record, never set by hand.';
comment on column matter.number is 'What people call it by; null for one from before matters had numbers.';
comment on column matter.offered_to is
  'The unit it is handed over to and that has not received it; it stays with its unit until then.';
comment on column matter.review_document is 'A fixed decision basis that the manager has not read yet.';
comment on column matter.decide_what is 'The command of a decision that can be made now and waits.';
create unique index matter_one_open_investigation on matter (tenant, akt)
  where open_investigation is not null;
create unique index matter_one_a_number on matter (tenant, number) where number is not null;
create index matter_by_akt on matter (tenant, akt);
create index matter_running_by_worker on matter (tenant, worker, started_on, matter)
  where closed_on is null;
create index matter_running_by_co_worker on matter (tenant, co_worker)
  where closed_on is null and co_worker is not null;
create index matter_running_by_unit on matter (tenant, unit, started_on, matter)
  where closed_on is null;
create index matter_offered on matter (tenant, offered_to)
  where closed_on is null and offered_to is not null;

create table matter_counter (
  tenant int not null,
  year int not null,
  last int not null check (last >= 0),
  primary key (tenant, year)
);
comment on table matter_counter is
  'The last matter number of each year. Not made from the log: the number of a matter that was destroyed is given to no other.';

create table clock (
  tenant int not null,
  akt uuid not null,
  clock text not null,
  matter uuid not null,
  person uuid not null,
  severity text not null check (severity in ('A', 'B', 'C')),
  owner text not null check (owner in ('authority', 'party', 'court')),
  target date not null,
  legal_latest date not null,
  running boolean not null,
  unit uuid,
  worker uuid,
  co_worker uuid,
  detail json not null,
  primary key (tenant, akt, clock)
);
comment on table clock is
  'Every clock of every akt. A late registration recomputes them all. Which status a day gives is computed when read.';
comment on column clock.running is 'Neither met, replaced nor ended, in a matter that is not closed.';
comment on column clock.person is 'The child: a list of clocks names it without asking each akt whose it is.';
comment on column clock.detail is
  'The whole clock: rule, days, section, certainty, what started and met it. As text: it is only ever read whole, by hundreds.';
create index clock_running_by_worker on clock (tenant, worker, severity, target, akt, clock)
  where running;
create index clock_running_by_co_worker on clock (tenant, co_worker, severity, target, akt, clock)
  where running and co_worker is not null;
create index clock_running_by_unit on clock (tenant, unit, severity, target, akt, clock)
  where running;
create index clock_running_of_nobody on clock (tenant, severity, target, akt, clock)
  where running and worker is null and co_worker is null;

create table chronology (
  tenant int not null,
  akt uuid not null,
  seq int not null,
  matter uuid,
  type text not null,
  on_date date not null,
  recorded_on date not null,
  actor uuid not null,
  params jsonb not null,
  excerpt text,
  primary key (tenant, akt, seq)
);
-- Of an akt that is known for years nine events in ten are notes; what a page quotes is among the others.
create index chronology_but_notes on chronology (tenant, akt, seq) where type <> 'note.signed';
-- The story is read by the day things happened, a page from any day on.
create index chronology_by_day on chronology (tenant, akt, on_date, seq);
comment on table chronology is 'One line an event: what fills its sentence, and the beginning of what was written.';
comment on column chronology.on_date is 'The day it happened; later than that recorded_on means registered afterwards.';

create table document (
  tenant int not null,
  document uuid not null,
  version int not null check (version > 0),
  akt uuid not null,
  matter uuid not null,
  kind text not null,
  status text not null check (status in ('fixed', 'signed', 'replaced', 'voided')),
  seq int not null,
  content_hash bytea not null check (octet_length(content_hash) = 32),
  spec_digest text not null,
  author uuid not null,
  fixed_at timestamptz not null,
  signed_at timestamptz,
  signed_by uuid,
  primary key (tenant, document, version),
  check ((status = 'fixed') = (signed_at is null) or status in ('replaced', 'voided')),
  check ((signed_at is null) = (signed_by is null))
);
comment on table document is
  'Versions of documents: what a party read and what was signed. The content stands in the event, once.';
comment on column document.seq is 'The event of the akt that holds the content.';
comment on column document.content_hash is 'SHA-256 of the canonical JSON of the content.';
create index document_by_akt on document (tenant, akt);

alter table akt enable row level security;
alter table akt force row level security;
create policy akt_of_board on akt
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);
alter table matter enable row level security;
alter table matter force row level security;
create policy matter_of_board on matter
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);
alter table matter_counter enable row level security;
alter table matter_counter force row level security;
create policy matter_counter_of_board on matter_counter
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);
alter table clock enable row level security;
alter table clock force row level security;
-- Asked once a statement and not once a row, of which a list has hundreds.
create policy clock_of_board on clock
  using (tenant = (select nullif(current_setting('app.tenant', true), '')::int));
alter table chronology enable row level security;
alter table chronology force row level security;
create policy chronology_of_board on chronology
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);
alter table document enable row level security;
alter table document force row level security;
create policy document_of_board on document
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);

grant select, insert, update, delete on akt, matter, clock, chronology, document to mp_app;
grant select, insert, update on matter_counter to mp_app;
grant select, delete on akt, matter, clock, chronology, document to mp_retention;
