-- run as mp_migrator
-- Drafts: working papers, one row a field. They never touch the log and are erased when signed or discarded.

create table draft (
  tenant int not null,
  draft uuid not null,
  document text not null,
  akt uuid,
  matter uuid,
  item uuid,
  spec_digest text not null,
  made_by uuid not null,
  made_at timestamptz not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (tenant, draft)
) with (fillfactor = 80);
comment on table draft is
  'A document being written, shared by its editors. A report that belongs to no akt yet has none.';
comment on column draft.item is 'Tells apart drafts of the same document in one matter (two notes, one for each writer).';
comment on column draft.spec_digest is 'The specification the document was begun with; it is signed with the same.';
create unique index draft_one_a_document on draft (tenant, akt, matter, document, item)
  nulls not distinct where akt is not null;
-- Without the time of the last change: each save would else write to every index of the row.
create index draft_by_maker on draft (tenant, made_by);

create table draft_field (
  tenant int not null,
  draft uuid not null,
  path text not null check (path <> '' and octet_length(path) <= 200),
  rev int not null check (rev > 0),
  value text not null,
  others text[] not null,
  change_ids uuid[] not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (tenant, draft, path)
) with (fillfactor = 80);
comment on table draft_field is
  'One field, or one field of a list item, of a draft. No foreign key: a save writes under the lock of its draft, and whoever removes the draft removes these with it in one statement.';
comment on column draft_field.path is 'field, list/<item>/<field> or list/<item>/order.';
comment on column draft_field.value is 'JSON; null = emptied, or for an order: the item is taken away.';
comment on column draft_field.others is
  'Values that were replaced by somebody who had not seen them, oldest first. Nothing is signed while one stands.';
comment on column draft_field.change_ids is 'The last changes that were saved, so that one sent twice is saved once.';

create table draft_past (
  tenant int not null,
  draft uuid not null,
  path text not null,
  rev int not null,
  value text not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (tenant, draft, path, rev)
);
comment on table draft_past is
  'What stood in a field of a draft before it was changed: one now and then, for its editors, until it is signed or discarded.';

create table draft_comment (
  tenant int not null,
  comment uuid not null,
  draft uuid not null,
  place text not null check (place <> '' and octet_length(place) <= 200),
  words text not null check (words <> ''),
  made_by uuid not null,
  made_at timestamptz not null,
  met_by uuid,
  met_at timestamptz,
  primary key (tenant, comment),
  check ((met_by is null) = (met_at is null))
);
comment on table draft_comment is
  'What somebody who reads a document before it is communicated says about a part of it, to its writer. Work material as the draft is: erased with it, never in the log and never printed.';
comment on column draft_comment.place is 'section/<id>, or area/<id> of a section that is written area by area.';
create index draft_comment_by_draft on draft_comment (tenant, draft);

alter table draft enable row level security;
alter table draft force row level security;
create policy draft_of_board on draft
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);
alter table draft_field enable row level security;
alter table draft_field force row level security;
-- Asked once a statement and not once a field, of which a document has a hundred.
create policy draft_field_of_board on draft_field
  using (tenant = (select nullif(current_setting('app.tenant', true), '')::int));

alter table draft_past enable row level security;
alter table draft_past force row level security;
create policy draft_past_of_board on draft_past
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);

alter table draft_comment enable row level security;
alter table draft_comment force row level security;
create policy draft_comment_of_board on draft_comment
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);

grant select, insert, update, delete on draft, draft_field, draft_comment to mp_app;
grant select, insert, delete on draft_past to mp_app;
grant select, delete on draft, draft_field, draft_past, draft_comment to mp_retention;
