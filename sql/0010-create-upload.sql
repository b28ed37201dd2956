-- run as mp_migrator
-- Files on their way in, and what a virus scanner has said of files.

create table upload (
  tenant int not null,
  upload uuid not null,
  akt uuid not null,
  matter uuid not null,
  media_type text not null,
  size int not null check (size between 1 and 25 * 1024 * 1024),
  sha256 bytea not null check (octet_length(sha256) = 32),
  pages int check (pages > 0),
  archive text check (archive ~ '^[1-4][a-f]?$'),
  scanned boolean not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (tenant, upload)
);
comment on table upload is 'A file somebody has chosen and not yet taken in. Nobody reads it; it is erased when it is taken in, or after a day.';
comment on column upload.pages is 'Pages of a PDF, where they can be counted.';
comment on column upload.archive is 'The kind of PDF/A that a PDF says it is; nobody has checked it.';
create index upload_by_age on upload (tenant, made_at);

create table upload_chunk (
  tenant int not null,
  upload uuid not null,
  no int not null check (no >= 0),
  bytes bytea not null check (octet_length(bytes) between 1 and 1024 * 1024),
  primary key (tenant, upload, no),
  foreign key (tenant, upload) references upload (tenant, upload) on delete cascade
);
comment on table upload_chunk is 'The bytes of an upload in order, 1 MB a row.';
alter table upload_chunk alter column bytes set storage external;

create table file_scan (
  tenant int not null,
  file uuid not null,
  scanned_at timestamptz not null,
  primary key (tenant, file),
  foreign key (tenant, file) references file (tenant, file) on delete cascade
);
comment on table file_scan is 'A file that the virus scanner has let through. While a scanner is set, no other received file is read.';

alter table upload enable row level security;
alter table upload force row level security;
create policy upload_of_board on upload
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);
alter table upload_chunk enable row level security;
alter table upload_chunk force row level security;
create policy upload_chunk_of_board on upload_chunk
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);
alter table file_scan enable row level security;
alter table file_scan force row level security;
create policy file_scan_of_board on file_scan
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);

grant select, insert, delete on upload, upload_chunk to mp_app;
grant select, insert on file_scan to mp_app;
grant select, delete on upload, upload_chunk, file_scan to mp_retention;
