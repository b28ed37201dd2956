import type { Client } from "pg";

/** The login roles, in the order they are written. */
export const LOGIN_ROLES = ["mp_app", "mp_followup", "mp_retention", "mp_backup"] as const;

interface RightRow {
  readonly role: string;
  readonly object: string;
  readonly rights: string;
}

/** What each login role may do with each table, also by way of everybody or of another role. */
const TABLE_RIGHTS = `
  select r.rolname as role, n.nspname || '.' || c.relname as object,
         string_agg(lower(p.name) || case when c.whole then '' else ' (columns)' end, ', '
                    order by p.place) as rights
    from pg_roles r
    cross join (values (1, 'SELECT'), (2, 'INSERT'), (3, 'UPDATE'), (4, 'DELETE'), (5, 'TRUNCATE'),
                       (6, 'REFERENCES'), (7, 'TRIGGER')) as p (place, name)
    cross join lateral (
      select t.*, has_table_privilege(r.oid, t.oid, p.name) as whole,
             p.name in ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES')
               and has_any_column_privilege(r.oid, t.oid, p.name) as part
        from pg_class t where t.relkind in ('r', 'p', 'v', 'm')) c
    join pg_namespace n on n.oid = c.relnamespace
   where r.rolname = any ($1) and n.nspname in ('public', 'followup') and (c.whole or c.part)
   group by 1, 2`;

/** Every right of every login role on every table, a line each, sorted. */
export async function readRights(client: Client): Promise<string> {
  const found = await client.query<RightRow>(TABLE_RIGHTS, [LOGIN_ROLES]);
  const lines = found.rows.map(({ role, object, rights }) => `${object} ${role}: ${rights}`);
  return `${HEADER}${lines.toSorted().join("\n")}\n`;
}

const HEADER = `# What each login role may do with each table: as the server answers, also by way of others.
# Written by \`npm run schema:dump\`; src/store/rights.db.test.ts compares it.
`;
