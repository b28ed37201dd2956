-- run as mp_migrator
-- An invented municipality on its way, so that one whose program stopped is filled on and not begun anew.

create table demo_filling (
  tenant int not null,
  size text not null check (size <> ''),
  seed text not null check (seed <> ''),
  made_at timestamptz not null,
  digest text not null check (digest <> ''),
  families int not null check (families >= 0),
  done text[] not null default '{}',
  primary key (tenant)
);
comment on table demo_filling is
  'Synthetic boards that are being filled with an invented municipality; the row is gone when every family is there.';
comment on column demo_filling.made_at is
  'The moment the board was made: days and ids of the families are counted from it, so the same commands come again.';
comment on column demo_filling.digest is
  'Of all the commands, or of what families are to be invented for while there are none; another program or specification would invent others, and then nothing is filled on.';
comment on column demo_filling.families is 'How many there are to be; 0 before they are invented.';
comment on column demo_filling.done is 'The families that are there, by their names in the invention.';

alter table demo_filling enable row level security;
alter table demo_filling force row level security;
create policy demo_filling_of_board on demo_filling
  using (tenant = nullif(current_setting('app.tenant', true), '')::int);

grant select, insert, delete on demo_filling to mp_app;
grant update (digest, families, done) on demo_filling to mp_app;
