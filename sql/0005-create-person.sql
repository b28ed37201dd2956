-- run as mp_migrator
-- Projections of the person streams: what lists show and what is searched by.

create table person (
  tenant int not null,
  person uuid not null,
  given_name text not null,
  family_name text not null,
  birth_date date,
  number text,
  number_kind text check (number_kind in ('personnummer', 'coordination', 'provisional')),
  protected boolean not null,
  protected_through uuid,
  review_from date,
  review_due date,
  next_change_on date,
  primary key (tenant, person),
  check ((number is null) = (number_kind is null)),
  check (protected or protected_through is null)
);
comment on table person is 'Each person as of today, for labels. Values with history are in the state of the stream.';
comment on column person.protected_through is
  'The protected adult whom a child lives with that is not protected itself: derived, never set.';
comment on column person.review_from is
  'From when the protection of the person stands in the day of those who work with it, to be examined by the day due.';
comment on column person.next_change_on is
  'The first later day from which another value holds; a daily job then writes the row anew.';
create index person_by_birth_date on person (tenant, birth_date) where not protected;
create index person_by_protected_through on person (tenant, protected_through)
  where protected_through is not null;
create index person_by_review on person (tenant, review_from) where review_from is not null;
create index person_by_next_change on person (tenant, next_change_on) where next_change_on is not null;

create table person_identity (
  tenant int not null,
  number text not null check (number ~ '^[0-9]{12}$' or number ~ '^[0-9]{8}-T[0-9]{3}$'),
  person uuid not null,
  current boolean not null,
  protected boolean not null,
  primary key (tenant, number)
);
comment on table person_identity is
  'Every identity number a person has or had. One number belongs to one person of a board.';
create index person_identity_by_person on person_identity (tenant, person);
create index person_identity_by_ten_digits on person_identity (tenant, right(number, 10))
  where not protected;

create table person_name_word (
  tenant int not null,
  word text not null check (word <> ''),
  sound text not null,
  primary key (tenant, word)
);
comment on table person_name_word is
  'The distinct words of names, folded. A misspelt name is sought here first: some thousand rows instead of a million persons.';
create index person_name_word_by_sound on person_name_word (tenant, sound);

create table person_name (
  tenant int not null,
  family text not null,
  given text not null,
  person uuid not null,
  primary key (tenant, family, given, person)
);
comment on table person_name is
  'Each family word with each given word of a person, folded; empty where there is none. Persons with protected data are not here: they are found by their full number only.';
create index person_name_by_given on person_name (tenant, given, family, person);
create index person_name_by_person on person_name (tenant, person);

create table person_named (
  tenant int not null,
  person uuid not null,
  staff uuid not null,
  primary key (tenant, person, staff)
);
comment on table person_named is
  'Staff to whom a protected person is open by name; a person without a row is open to those who have the matter. Read with each session.';

create table relation (
  tenant int not null,
  relation uuid not null,
  person uuid not null,
  kind text not null,
  other uuid not null,
  valid_from date,
  valid_to date,
  source text,
  primary key (tenant, relation),
  check (person <> other)
);
comment on column relation.source is 'Who said so, a code of codelist basic-data-source; null where nobody has told.';
comment on table relation is 'Read: person is kind of other, from valid_from to valid_to (both included).';
create index relation_by_person on relation (tenant, person);
create index relation_by_other on relation (tenant, other);

alter table person enable row level security;
alter table person force row level security;
create policy person_of_board on person
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);
alter table person_identity enable row level security;
alter table person_identity force row level security;
create policy person_identity_of_board on person_identity
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);
alter table person_name_word enable row level security;
alter table person_name_word force row level security;
create policy person_name_word_of_board on person_name_word
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);
alter table person_name enable row level security;
alter table person_name force row level security;
create policy person_name_of_board on person_name
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);
alter table person_named enable row level security;
alter table person_named force row level security;
create policy person_named_of_board on person_named
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);
alter table relation enable row level security;
alter table relation force row level security;
create policy relation_of_board on relation
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);

grant select, insert, update, delete
  on person, person_identity, person_name_word, person_name, person_named, relation to mp_app;
grant select, delete
  on person, person_identity, person_name_word, person_name, person_named, relation to mp_retention;
