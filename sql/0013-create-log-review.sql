-- run as mp_migrator
-- Checks of the access log, again and again (SoLPuL 10 §), and what the board has decided about its log.

create table log_setting (
  tenant int not null primary key,
  review_months int not null check (review_months between 1 and 12),
  keep_years int not null check (keep_years between 5 and 100),
  extract_names boolean not null,
  not_before date
);
comment on table log_setting is
  'Absent = as spec/access/log-review.json says: months between checks, years the access log is kept, names in extracts.';

comment on column log_setting.not_before is
  'No check is late before this day: a stricter setting gives a period of its own, and never more time than there was.';

create table log_review (
  tenant int not null,
  review uuid not null,
  period_from date not null,
  period_to date not null check (period_to >= period_from),
  seed text not null check (length(seed) = 32),
  sampled_of int not null,
  left_out int not null,
  made_by uuid not null,
  made_at timestamptz not null,
  note text,
  signed_by uuid,
  signed_at timestamptz,
  primary key (tenant, review),
  check ((signed_by is null) = (signed_at is null))
);
comment on table log_review is
  'A check of a period: its rows are all that have a hint and a random sample of the others, drawn by the seed.';
comment on column log_review.sampled_of is 'Rows without a hint that the sample was drawn from.';
comment on column log_review.left_out is 'Rows of the reviewer self, which somebody else has to check.';
create unique index log_review_one_open on log_review (tenant) where signed_at is null;

create table log_review_row (
  tenant int not null,
  review uuid not null,
  row int not null check (row > 0),
  staff uuid not null,
  day date not null,
  akt uuid,
  kinds text[] not null,
  actions text[] not null,
  times int not null,
  first timestamptz not null,
  last timestamptz not null,
  relation text not null,
  hints text[] not null,
  verdict text check (verdict in ('expected', 'asked', 'unauthorised')),
  note text,
  judged_at timestamptz,
  primary key (tenant, review, row),
  foreign key (tenant, review) references log_review (tenant, review) on delete cascade,
  check ((verdict is null) = (judged_at is null))
);
comment on table log_review_row is
  'What somebody did with an akt (or, without one, with persons) on a day, as the access log said when the check began.';

create function refuse_change_of_signed_review() returns trigger
  language plpgsql
  as $$
begin
  if exists (select from log_review r where r.tenant = old.tenant and r.review = old.review
      and r.signed_at is not null) then
    raise exception 'A signed check of the log is not changed' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger log_review_row_signed before update on log_review_row
  for each row execute function refuse_change_of_signed_review();
create trigger log_review_signed before update on log_review
  for each row execute function refuse_change_of_signed_review();

create table log_removal (
  tenant int not null,
  removal uuid not null,
  source text not null check (source = 'access'),
  to_seal int not null check (to_seal > 0),
  row_count bigint not null check (row_count > 0),
  before date not null,
  removed_at timestamptz not null,
  primary key (tenant, removal)
);
comment on table log_removal is
  'That rows of the access log were removed when the time they are kept was over: up to which seal. The seals stay and hold.';

alter table log_setting enable row level security;
alter table log_setting force row level security;
create policy log_setting_of_board on log_setting
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);
alter table log_review enable row level security;
alter table log_review force row level security;
create policy log_review_of_board on log_review
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);
alter table log_review_row enable row level security;
alter table log_review_row force row level security;
create policy log_review_row_of_board on log_review_row
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);
alter table log_removal enable row level security;
alter table log_removal force row level security;
create policy log_removal_of_board on log_removal
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);

grant select, insert, update on log_setting to mp_app;
grant select, insert on log_review, log_review_row to mp_app;
grant update (note, signed_by, signed_at) on log_review to mp_app;
grant update (verdict, note, judged_at) on log_review_row to mp_app;
grant select on log_removal to mp_app;
grant select on log_setting, log_review, log_review_row to mp_retention;
grant select, insert on log_removal to mp_retention;
grant delete on access_log to mp_retention;

create trigger log_removal_is_only_added_to before update or delete or truncate on log_removal
  for each statement execute function refuse_change();
drop trigger access_log_is_only_added_to on access_log;
create trigger access_log_is_only_added_to before update or delete or truncate on access_log
  for each statement execute function refuse_change_but_destruction();
