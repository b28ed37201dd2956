import { readFileSync } from "node:fs";

import { fail, ok } from "../../kernel/result.ts";
import type { Result } from "../../kernel/result.ts";
import type { Connection } from "./connection.ts";
import { badDatabaseUrl } from "./problems.ts";

/**
 * Reads `postgresql://user:password@host:port/database`. A socket folder is given as `?host=/run/postgresql`.
 * `sslmode` is `disable` (the default), `require`, `verify-ca` or `verify-full`: the last three all check the
 * server's certificate, against `sslrootcert` when given; `no-verify` encrypts without checking.
 * Problem: `database-url-malformed`, which names `variable` and never repeats the address.
 */
export function parseDatabaseUrl(text: string, variable: string): Result<Connection> {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^postgres(ql)?:$/.test(url.protocol)) {
    return fail(badDatabaseUrl(variable));
  }
  const host = url.searchParams.get("host") ?? decodeURIComponent(url.hostname);
  const user = url.searchParams.get("user") ?? decodeURIComponent(url.username);
  const database = decodeURIComponent(url.pathname.slice(1));
  const port = Number(url.port === "" ? (url.searchParams.get("port") ?? 5432) : url.port);
  if (host === "" || user === "" || database === "" || !Number.isInteger(port)) {
    return fail(badDatabaseUrl(variable));
  }
  const ssl = readSsl(url.searchParams);
  if (ssl === "unknown") return fail(badDatabaseUrl(variable));
  return ok({
    host,
    port,
    user,
    database,
    ...(url.password === "" ? {} : { password: decodeURIComponent(url.password) }),
    ...(ssl === undefined ? {} : { ssl }),
  });
}

function readSsl(query: URLSearchParams): Connection["ssl"] | "unknown" {
  const mode = query.get("sslmode") ?? "disable";
  if (mode === "disable") return undefined;
  if (mode === "no-verify") return { rejectUnauthorized: false };
  if (!["require", "verify-ca", "verify-full"].includes(mode)) return "unknown";
  const authority = query.get("sslrootcert");
  if (authority === null) return { rejectUnauthorized: true };
  return { rejectUnauthorized: true, ca: readFileSync(authority, "utf8") };
}
