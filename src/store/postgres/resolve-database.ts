import { join } from "node:path";

import { fail, ok } from "../../kernel/result.ts";
import type { Result } from "../../kernel/result.ts";
import { errorText, withClient } from "./connection.ts";
import type { Connection } from "./connection.ts";
import { parseDatabaseUrl } from "./database-url.ts";
import { startPostgres } from "./launcher.ts";
import { databaseUnreachable, databaseUnsuitable } from "./problems.ts";
import { secretSetting } from "./secret-setting.ts";

/** The login roles of the program; `admin` owns the database and only runs migrations. */
export const ROLES = ["app", "followup", "retention", "backup", "migrator"] as const;
export type Role = (typeof ROLES)[number];

/** One connection for each login role. */
export type Connections = Readonly<Record<Role | "admin", Connection>>;

export interface Database {
  readonly kind: "embedded" | "external";
  readonly version: string;
  readonly connections: Connections;
  /** Stops what was started here; an external or adopted server is left alone. */
  stop(): Promise<void>;
}

export interface ResolveOptions {
  /** Folder of the embedded cluster; `env.MITTPUNKT_DATA` + `/pg`, else `data/pg`, when not given. */
  readonly dataDir?: string;
  readonly log?: (line: string) => void;
}

/**
 * The database this installation uses: the server of `DATABASE_URL`, else the embedded one.
 * `DATABASE_URL` is the administrator's address. The address of a login role stands in
 * `DATABASE_URL_APP`, `_FOLLOWUP`, `_RETENTION`, `_BACKUP` and `_MIGRATOR`; one that is missing is the administrator's
 * with the role's name and no password (peer, certificate or trust). Each may stand in a file: {@link secretSetting}.
 *
 * Problems: those of `secretSetting`, of `startPostgres`, `database-url-malformed`, `database-unreachable`, `database-unsuitable`.
 */
export async function resolveDatabase(
  env: NodeJS.ProcessEnv,
  options: ResolveOptions = {},
): Promise<Result<Database>> {
  const url = secretSetting(env, "DATABASE_URL");
  if (!url.ok) return url;
  return url.value === undefined ? embedded(env, options) : external(url.value, env);
}

async function embedded(
  env: NodeJS.ProcessEnv,
  options: ResolveOptions,
): Promise<Result<Database>> {
  const dataDir = options.dataDir ?? join(env["MITTPUNKT_DATA"] ?? "data", "pg");
  const { log } = options;
  const started = await startPostgres({ dataDir, env, ...(log === undefined ? {} : { log }) });
  if (!started.ok) return started;
  const { connection, version, stop } = started.value;
  return ok({ kind: "embedded", version, connections: connectionsOf(connection), stop });
}

async function external(url: string, env: NodeJS.ProcessEnv): Promise<Result<Database>> {
  const admin = parseDatabaseUrl(url, "DATABASE_URL");
  if (!admin.ok) return admin;
  const connections: Record<Role | "admin", Connection> = connectionsOf(admin.value);
  for (const role of ROLES) {
    const variable = `DATABASE_URL_${role.toUpperCase()}`;
    const text = secretSetting(env, variable);
    if (!text.ok) return text;
    if (text.value === undefined) continue;
    const parsed = parseDatabaseUrl(text.value, variable);
    if (!parsed.ok) return parsed;
    connections[role] = parsed.value;
  }
  const version = await checkServer(admin.value);
  if (!version.ok) return version;
  return ok({
    kind: "external",
    version: version.value,
    connections,
    stop: async () => undefined,
  });
}

/** The same database as each login role, for a server that lets its roles in without a password. */
export function connectionsOf(admin: Connection): Record<Role | "admin", Connection> {
  const { password: _secret, ...open } = admin;
  return {
    admin,
    app: { ...open, user: "mp_app" },
    followup: { ...open, user: "mp_followup" },
    retention: { ...open, user: "mp_retention" },
    backup: { ...open, user: "mp_backup" },
    migrator: { ...open, user: "mp_migrator" },
  };
}

interface ServerFacts {
  readonly version: string;
  readonly number: number;
  readonly encoding: string;
  readonly byCodePoint: boolean;
  readonly mapsCase: boolean;
}

const SERVER_FACTS = `
  select current_setting('server_version') as version,
         current_setting('server_version_num')::int as number,
         current_setting('server_encoding') as encoding,
         'Z' < 'a' and 'z' < 'å' and 'Å' < 'Ö' and 'ä' < 'å' as "byCodePoint",
         lower('ÅÄÖ') = 'åäö' as "mapsCase"`;

async function checkServer(admin: Connection): Promise<Result<string>> {
  const facts = await readFacts(admin);
  if (!facts.ok) return facts;
  const { version, number, encoding, byCodePoint, mapsCase } = facts.value;
  if (number < 150_000) {
    const sv = `PostgreSQL ${version} är för gammal; version 15 är den lägsta.`;
    return fail(databaseUnsuitable(sv, `PostgreSQL ${version} is too old; 15 is the lowest.`));
  }
  if (encoding === "UTF8" && byCodePoint && mapsCase) return ok(version);
  const recipe =
    "create database mittpunkt template template0 encoding 'UTF8' locale_provider libc locale 'C.UTF-8'";
  return fail(
    databaseUnsuitable(
      `Databasen måste ha kodningen UTF8 och ordningen C.UTF-8, till exempel: ${recipe}`,
      `The database must have the encoding UTF8 and the order of C.UTF-8, for example: ${recipe}`,
    ),
  );
}

async function readFacts(admin: Connection): Promise<Result<ServerFacts>> {
  try {
    const answer = await withClient(admin, (client) => client.query<ServerFacts>(SERVER_FACTS));
    const row = answer.rows[0];
    return row === undefined ? fail(databaseUnreachable("no answer")) : ok(row);
  } catch (error) {
    return fail(databaseUnreachable(errorText(error)));
  }
}
