-- run as mp_migrator
-- Files: received documents, prints, logotypes.

create table file (
  tenant int not null,
  file uuid not null,
  akt uuid,
  matter uuid,
  kind text not null check (kind in ('received', 'print', 'logotype')),
  name text not null check (name <> ''),
  media_type text not null,
  size int not null check (size between 1 and 25 * 1024 * 1024),
  sha256 bytea not null check (octet_length(sha256) = 32),
  subject text,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (tenant, file),
  check ((akt is null) = (matter is null))
);
comment on table file is 'A stored file. The same bytes are kept once in a matter and never shared between matters.';
comment on column file.subject is 'What a print shows: document or decision, version and recipient. One print for each, for ever.';
create unique index file_once_a_matter on file (tenant, matter, sha256)
  where matter is not null and kind = 'received';
create unique index file_one_print on file (tenant, subject) where subject is not null;

create table file_chunk (
  tenant int not null,
  file uuid not null,
  no int not null check (no >= 0),
  bytes bytea not null check (octet_length(bytes) between 1 and 1024 * 1024),
  primary key (tenant, file, no),
  foreign key (tenant, file) references file (tenant, file) on delete cascade
);
comment on table file_chunk is 'The bytes of a file in order, 1 MB a row.';
-- Prints and pictures are compressed already.
alter table file_chunk alter column bytes set storage external;

alter table file enable row level security;
alter table file force row level security;
create policy file_of_board on file
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);
alter table file_chunk enable row level security;
alter table file_chunk force row level security;
create policy file_chunk_of_board on file_chunk
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);

grant select, insert on file, file_chunk to mp_app;
grant select, delete on file, file_chunk to mp_retention;

create trigger file_is_only_added_to before update or delete or truncate on file
  for each statement execute function refuse_change_but_destruction();
create trigger file_chunk_is_only_added_to before update or truncate on file_chunk
  for each statement execute function refuse_change();
