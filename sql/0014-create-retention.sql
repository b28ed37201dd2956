-- run as mp_migrator
-- Lawful destruction (gallring): who keeps it back, who proposed and approved it, what was destroyed by which rule.

create table retention_setting (
  tenant int not null,
  nth int not null check (nth > 0),
  municipality text not null check (municipality ~ '^[0-9]{4}$'),
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (tenant, nth)
);
comment on table retention_setting is
  'The code of the board''s municipality, by which the research sample is known: the last row holds, those before tell what it was corrected from. Nothing is destroyed before it is set.';
create trigger retention_setting_is_only_added_to before update or delete or truncate on retention_setting
  for each statement execute function refuse_change();

create table retention_hold (
  tenant int not null,
  hold uuid not null,
  akt uuid not null,
  reason text not null check (reason <> ''),
  set_by uuid not null,
  set_at timestamptz not null,
  lifted_by uuid,
  lifted_at timestamptz,
  lifted_reason text,
  primary key (tenant, hold),
  check ((lifted_by is null) = (lifted_at is null) and (lifted_by is null) = (lifted_reason is null))
);
comment on table retention_hold is
  'Legal hold: nothing of this akt is destroyed while it stands (somebody has asked for the documents, a case in court, a damages claim).';
create unique index retention_hold_one_an_akt on retention_hold (tenant, akt) where lifted_at is null;

create table retention_run (
  tenant int not null,
  run uuid not null,
  as_of date not null,
  state text not null check (state in ('proposed', 'approved', 'withdrawn', 'done')),
  list_hash bytea not null check (octet_length(list_hash) = 32),
  law_digest text not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  approved_by uuid,
  approved_at timestamptz,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  finished_at timestamptz,
  finished_on date,
  backups_gone_on date,
  protocol text,
  protocol_hash bytea check (octet_length(protocol_hash) = 32),
  primary key (tenant, run),
  check (approved_by <> proposed_by),
  check (state not in ('approved', 'done') or approved_by is not null),
  check ((state = 'done') = (protocol is not null)),
  check (finished_on >= as_of)
);
comment on table retention_run is
  'A destruction run: a frozen list that one proposed and another approved, and the protocol of what became of it.';
comment on column retention_run.as_of is 'The board''s today when it was proposed; it is never carried out on an earlier day.';
comment on column retention_run.list_hash is 'SHA-256 of the list in canonical form: what the other person approved is what was proposed.';
comment on column retention_run.backups_gone_on is 'The day the last backup with what was destroyed is gone.';
create unique index retention_run_one_at_a_time on retention_run (tenant)
  where state in ('proposed', 'approved');

create table retention_item (
  tenant int not null,
  run uuid not null,
  item int not null check (item > 0),
  kind text not null check (kind in ('matter', 'rows', 'person')),
  akt uuid,
  matter uuid,
  person uuid,
  number text,
  rule text not null,
  section text not null,
  earliest date,
  latest date,
  seq int,
  scope jsonb not null default '{}',
  counts jsonb not null default '{}',
  state text not null default 'waiting' check (state in ('waiting', 'done', 'left')),
  left_why text,
  done_at timestamptz,
  primary key (tenant, run, item),
  check (state = 'waiting' or (akt is null and matter is null and person is null)),
  check ((state = 'waiting') = (done_at is null))
);
comment on table retention_item is
  'What a run destroys: a matter, rows of follow-up, or a person nobody else refers to. Ids are taken away as each is done; the number of the matter stays for the protocol.';
comment on column retention_item.seq is 'Where the stream of the akt ended when it was proposed: with a new entry it falls out of the list.';
create unique index retention_item_one_a_person on retention_item (tenant, run, person)
  where person is not null;

create table retention_link (
  tenant int not null,
  stream uuid not null,
  seq int not null,
  run uuid not null,
  primary key (tenant, stream, seq)
);
comment on table retention_link is
  'Which links of the chains have lost their event lawfully, by which run: any other that has is told by verify.';

create table retention_frozen (
  tenant int not null,
  kind text not null,
  year int not null,
  question text not null,
  run uuid not null,
  release uuid,
  refused text,
  primary key (tenant, kind, year, question),
  check ((release is null) <> (refused is null))
);
comment on table retention_frozen is
  'Counts that were kept before the rows of a year began to be destroyed: tables of followup_release, so only what may leave.';

alter table retention_setting enable row level security;
alter table retention_setting force row level security;
create policy retention_setting_of_board on retention_setting
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);
alter table retention_hold enable row level security;
alter table retention_hold force row level security;
create policy retention_hold_of_board on retention_hold
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);
alter table retention_run enable row level security;
alter table retention_run force row level security;
create policy retention_run_of_board on retention_run
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);
alter table retention_item enable row level security;
alter table retention_item force row level security;
create policy retention_item_of_board on retention_item
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);
alter table retention_link enable row level security;
alter table retention_link force row level security;
create policy retention_link_of_board on retention_link
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);
alter table retention_frozen enable row level security;
alter table retention_frozen force row level security;
create policy retention_frozen_of_board on retention_frozen
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);

-- Case handling proposes, approves and holds back; what has been destroyed is told by the role that destroyed it.
grant select, insert on retention_setting, retention_hold, retention_run, retention_item, retention_frozen to mp_app;
grant update (lifted_by, lifted_at, lifted_reason) on retention_hold to mp_app;
grant update (state, approved_by, approved_at, withdrawn_by, withdrawn_at) on retention_run to mp_app;
grant select on retention_link to mp_app;
grant select on retention_setting, retention_run, retention_frozen to mp_retention;
grant select, delete on retention_hold to mp_retention;
grant update (state, finished_at, finished_on, backups_gone_on, protocol, protocol_hash)
  on retention_run to mp_retention;
grant select, insert, update on retention_item to mp_retention;
grant select, insert on retention_link to mp_retention;

-- What remains of an akt or a person, one part of which was destroyed, is folded and shown anew.
-- That something was destroyed is an event too.
grant insert on event, event_head to mp_retention;
grant update on stream_state to mp_retention;
grant insert, update on akt, matter, clock, chronology, document, glass_opening to mp_retention;
grant insert, update on person, person_identity, person_name, person_name_word, person_named, relation to mp_retention;
grant select on unit, staff to mp_retention;

alter table access_log add column destroyed_by uuid;
comment on column access_log.destroyed_by is
  'The run that took away whom the row is about, once that was destroyed. Its hash stays, so that the seal over it holds.';

create function refuse_change_but_agreed_destruction() returns trigger
  language plpgsql
  as $$
begin
  if tg_op = 'DELETE' and current_user = 'mp_retention' and exists (
    select from retention_run r
    where r.tenant = nullif(current_setting('app.tenant', true), '')::int and r.state = 'approved'
  ) then
    return null;
  end if;
  raise exception 'The table % is only added to', tg_table_name using errcode = 'insufficient_privilege';
end
$$;
comment on function refuse_change_but_agreed_destruction is
  'As refuse_change, but lets the role of lawful destruction delete while a run that two persons agreed on is carried out.';

drop trigger event_is_only_added_to on event;
create trigger event_is_only_added_to before update or delete or truncate on event
  for each statement execute function refuse_change_but_agreed_destruction();
drop trigger command_is_only_added_to on command;
create trigger command_is_only_added_to before update or delete or truncate on command
  for each statement execute function refuse_change_but_agreed_destruction();
drop trigger sealed_original_is_only_added_to on sealed_original;
create trigger sealed_original_is_only_added_to before update or delete or truncate on sealed_original
  for each statement execute function refuse_change_but_agreed_destruction();
drop trigger file_is_only_added_to on file;
create trigger file_is_only_added_to before update or delete or truncate on file
  for each statement execute function refuse_change_but_agreed_destruction();

create function refuse_change_but_unnaming() returns trigger
  language plpgsql
  as $$
begin
  -- Rows whose own time is over are removed by seals (0013).
  if tg_op = 'DELETE' and current_user = 'mp_retention' then
    return null;
  end if;
  if tg_op = 'UPDATE' and current_user = 'mp_retention' and exists (
    select from retention_run r
    where r.tenant = nullif(current_setting('app.tenant', true), '')::int and r.state = 'approved'
  ) then
    return null;
  end if;
  raise exception 'The table % is only added to', tg_table_name using errcode = 'insufficient_privilege';
end
$$;
comment on function refuse_change_but_unnaming is
  'As refuse_change, but lets lawful destruction take away rows whose time is over, and whom a row of the access log is about.';

drop trigger access_log_is_only_added_to on access_log;
create trigger access_log_is_only_added_to before update or delete or truncate on access_log
  for each statement execute function refuse_change_but_unnaming();
grant update (akt, matter, persons, destroyed_by) on access_log to mp_retention;

-- A signed check of the log is not changed, but forgets which akt it was about.
drop trigger log_review_row_signed on log_review_row;
create trigger log_review_row_signed
  before update of staff, day, kinds, actions, times, first, last, relation, hints, verdict, note, judged_at
  on log_review_row for each row execute function refuse_change_of_signed_review();
grant update (akt) on log_review_row to mp_retention;
