-- run as mp_migrator
-- The log: what happened, in order, for ever chained.

create table event_head (
  tenant int not null,
  stream uuid not null,
  seq int not null check (seq > 0),
  no bigint generated always as identity,
  prev_hash bytea not null check (octet_length(prev_hash) = 32),
  hash bytea not null check (octet_length(hash) = 32),
  payload_hash bytea not null check (octet_length(payload_hash) = 32),
  recorded_on date not null,
  primary key (tenant, stream, seq),
  unique (tenant, no)
);
comment on table event_head is
  'For ever: one link of a stream''s chain. Holds no word of the event, so nothing of a person remains when the event has been destroyed.';
comment on column event_head.no is 'Order within the board, for sealing only; says nothing of cause.';
comment on column event_head.prev_hash is 'The hash of the link before; 32 zero bytes for the first.';
comment on column event_head.payload_hash is 'SHA-256 of the salt and the canonical JSON (RFC 8785) of all of the event but the salt.';
comment on column event_head.hash is
  'SHA-256 of prev_hash, tenant (4 bytes), stream (16), seq (4, all big-endian) and payload_hash.';

create table event (
  tenant int not null,
  stream uuid not null,
  seq int not null check (seq > 0),
  matter uuid,
  retention_class text not null check (retention_class in ('matter', 'akt', 'person', 'unit', 'config')),
  type text not null check (type <> ''),
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  actor uuid not null,
  command_id uuid not null,
  spec_digest text not null,
  law_digest text not null,
  salt bytea not null check (octet_length(salt) = 16),
  body text not null,
  primary key (tenant, stream, seq),
  check (occurred_at <= recorded_at)
);
comment on table event is
  'What happened. A row is deleted by lawful destruction (gallring) only; its link in event_head stays.';
comment on column event.occurred_at is 'When it happened in the world; recorded_at is when the board learnt it.';
comment on column event.body is 'Canonical JSON (RFC 8785) exactly as it was hashed: ids, answers, document content, reasons.';
-- A long document is written once and read whole: packing it costs more than all else its signing writes.
alter table event alter column body set storage external;
comment on column event.salt is 'Without it nobody can find out by trial what a destroyed event said.';

-- A state is read whole, by the program, and rewritten by every command: kept as the text it came as, up to
-- 8 kB of it in the row, and never packed. As jsonb it would be taken apart and put together each time.
-- The largest it may be stands far above any life: it stops a fault of the program, never work with a child.
create table stream_state (
  tenant int not null,
  stream uuid not null,
  kind text not null check (kind in ('akt', 'person', 'unit', 'config')),
  seq int not null check (seq > 0),
  hash bytea not null check (octet_length(hash) = 32),
  state_version int not null,
  state json not null check (pg_column_size(state) < 1048576),
  primary key (tenant, stream)
) with (fillfactor = 70, toast_tuple_target = 8160);
alter table stream_state alter column state set storage external;
comment on table stream_state is
  'The fold of each stream, written with its events, and the head of its chain. Locked while a command is decided. Can be rebuilt from the log.';

create table command (
  tenant int not null,
  command_id uuid not null,
  stream uuid not null,
  matter uuid,
  type text not null,
  actor uuid not null,
  digest bytea not null check (octet_length(digest) = 32),
  answer jsonb not null,
  recorded_at timestamptz not null,
  primary key (tenant, command_id)
);
comment on table command is
  'The answer of each command by the id its client chose: a repeated command gets it again. Goes with the matter at destruction.';
comment on column command.digest is 'SHA-256 of what was asked, so that an id is not used for two things.';

create table sealed_original (
  tenant int not null,
  original uuid not null,
  command_id uuid not null,
  received_at timestamptz not null,
  sha256 bytea not null check (octet_length(sha256) = 32),
  content text not null,
  primary key (tenant, original),
  unique (tenant, command_id)
);
comment on table sealed_original is
  'A report about several children as it came, before it was parted. Case handling adds and can''t read: no akt may show another child''s part.';

alter table event_head enable row level security;
alter table event_head force row level security;
create policy event_head_of_board on event_head
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);
alter table event enable row level security;
alter table event force row level security;
create policy event_of_board on event
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);
alter table stream_state enable row level security;
alter table stream_state force row level security;
create policy stream_state_of_board on stream_state
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);
alter table command enable row level security;
alter table command force row level security;
create policy command_of_board on command
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);
alter table sealed_original enable row level security;
alter table sealed_original force row level security;
create policy sealed_original_of_board on sealed_original
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);

grant select, insert on event_head, event, command to mp_app;
grant select, insert, update on stream_state to mp_app;
grant insert on sealed_original to mp_app;
grant select on event_head to mp_retention;
grant select, delete on event, command, stream_state, sealed_original to mp_retention;

create function refuse_change_but_destruction() returns trigger
  language plpgsql
  as $$
begin
  if tg_op = 'DELETE' and current_user = 'mp_retention' then
    return null;
  end if;
  raise exception 'The table % is only added to', tg_table_name using errcode = 'insufficient_privilege';
end
$$;
comment on function refuse_change_but_destruction is
  'As refuse_change, but lets the role of lawful destruction delete.';

create trigger event_head_is_only_added_to before update or delete or truncate on event_head
  for each statement execute function refuse_change();
create trigger event_is_only_added_to before update or delete or truncate on event
  for each statement execute function refuse_change_but_destruction();
create trigger command_is_only_added_to before update or delete or truncate on command
  for each statement execute function refuse_change_but_destruction();
create trigger sealed_original_is_only_added_to before update or delete or truncate on sealed_original
  for each statement execute function refuse_change_but_destruction();
