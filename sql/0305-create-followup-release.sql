-- run as mp_migrator
-- What has left the board of follow-up: every table as it was told, so that the next one cannot be set against it.

create table followup_release (
  tenant int not null,
  release uuid not null,
  kind text not null check (kind in ('akt', 'utr', 'bes', 'gen', 'fol', 'avs', 'goal')),
  counts text not null check (counts in ('row', 'guardian')),
  query text not null,
  numbers jsonb not null,
  answer text not null,
  answer_hash bytea not null check (octet_length(answer_hash) = 32),
  spec_digest text not null,
  cut_off timestamptz not null,
  released_by uuid,
  primary key (tenant, release)
);
comment on table followup_release is
  'A table of follow-up, or an indicator of a report, that was made to leave the board. Never changed: what has been told cannot be untold.';
comment on column followup_release.released_by is 'Empty when it left by the terminal of the server.';
comment on column followup_release.query is 'The question in canonical form (RFC 8785).';
comment on column followup_release.numbers is
  'The numbers that were told by their places, and the places of those that were not.';
comment on column followup_release.answer is 'The answer as it was given, in canonical form; its SHA-256 beside it.';
create index followup_release_by_kind on followup_release (tenant, kind, counts);

alter table followup_release enable row level security;
alter table followup_release force row level security;
create policy followup_release_of_board on followup_release
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);

grant select, insert on followup_release to mp_app;
grant select, delete on followup_release to mp_retention;
