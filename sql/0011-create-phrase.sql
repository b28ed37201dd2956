-- run as mp_migrator
-- Phrases: words that somebody, or a unit, writes often. Nothing in them is about a child.

create table phrase (
  tenant int not null,
  phrase uuid not null,
  staff uuid,
  unit uuid,
  name text not null check (name <> '' and char_length(name) <= 80),
  words text not null check (words <> '' and char_length(words) <= 4000),
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (tenant, phrase),
  check ((staff is null) <> (unit is null))
);
comment on table phrase is
  'Words that are put into texts with a few keys. They are copied: what is written with a phrase does not change with it.';
comment on column phrase.staff is 'Whose own it is; null where it is of a unit.';
comment on column phrase.unit is 'The unit whose members have it; null where it is somebody''s own.';
comment on column phrase.words is 'What is put into the text; [in brackets] stands what has to be filled in.';
create index phrase_by_staff on phrase (tenant, staff);
create index phrase_by_unit on phrase (tenant, unit);

alter table phrase enable row level security;
alter table phrase force row level security;
create policy phrase_of_board on phrase
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);

grant select, insert, update, delete on phrase to mp_app;
grant select, delete on phrase to mp_retention;
