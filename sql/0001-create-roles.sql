-- The login roles of the program, made once for a cluster. Run as the administrator.
-- In the shipped cluster they come in through its own socket without a password; on a server of one's own
-- the administrator gives them one (`alter role mp_app password ...`) or maps them by peer or certificate.
do $$
declare
  role_name text;
begin
  foreach role_name in array array['mp_app', 'mp_followup', 'mp_retention', 'mp_backup', 'mp_migrator'] loop
    begin
      if not exists (select from pg_roles where rolname = role_name) then
        execute format('create role %I login', role_name);
      end if;
    exception
      -- Another database of the cluster was migrated at the same moment.
      when duplicate_object or unique_violation then null;
    end;
    if exists (select from pg_roles where rolname = role_name and (rolsuper or rolbypassrls)) then
      raise exception 'The role % must be neither superuser nor free from row-level security', role_name;
    end if;
    execute format('alter role %I set timezone = %L', role_name, 'UTC');
    execute format('alter role %I set datestyle = %L', role_name, 'ISO');
  end loop;
  -- Every statement of case handling finds its rows by their keys, whatever the values: planned once a
  -- connection. Left to itself the server plans some of them anew each time, at twice the cost of running them.
  alter role mp_app set plan_cache_mode = force_generic_plan;
  alter role mp_backup set default_transaction_read_only = on;
end
$$;

comment on role mp_app is 'Mittpunkt: case handling. Adds to the log, never changes or deletes in it.';
comment on role mp_followup is 'Mittpunkt: follow-up. Sees the schema followup only.';
comment on role mp_retention is 'Mittpunkt: lawful destruction. The only role that may delete from the log.';
comment on role mp_backup is 'Mittpunkt: backups. Reads every table, one board at a time, and changes nothing.';
comment on role mp_migrator is 'Mittpunkt: owns the tables; no program is signed in as it while it serves.';

-- Files that begin with "-- run as mp_migrator" are run by the administrator in its name.
grant mp_migrator to current_user;

grant usage, create on schema public to mp_migrator;
grant usage on schema public to mp_app, mp_retention, mp_backup;

-- A backup holds every table, also one that is made later. Row-level security holds for it as for everybody.
grant select on schema_migration to mp_backup;
alter default privileges for role mp_migrator grant select on tables to mp_backup;
alter default privileges for role mp_migrator grant select on sequences to mp_backup;
alter default privileges for role mp_migrator grant usage on schemas to mp_backup;

-- Levenshtein distance, to find names that are spelt in another way.
create extension if not exists fuzzystrmatch;
