/**
 * Settings of the database that comes with the program, given on its command line so that a data
 * folder always runs with those of the program and never with an old file's.
 *
 * Durable first: fsync, full_page_writes and synchronous_commit are named although they are the
 * defaults, so that nobody turns them off unseen (a test asserts them on the running server).
 * Nothing listens on the network. The log names no value of any row: errors of statements are left out,
 * because their message may repeat what somebody wrote (the program logs their code), `terse` leaves out
 * the DETAIL, where PostgreSQL prints keys, and statements are not logged.
 */
const SETTINGS: Readonly<Record<string, string>> = {
  fsync: "on",
  full_page_writes: "on",
  synchronous_commit: "on",
  listen_addresses: "",
  unix_socket_permissions: "0700",
  max_connections: "100",
  shared_buffers: "256MB",
  work_mem: "16MB",
  maintenance_work_mem: "128MB",
  max_wal_size: "2GB",
  checkpoint_timeout: "15min",
  // A server that one of its processes died under ends and is started anew by the program. Left to begin again by
  // itself, on a full disk its first process could end unnoticed, and it then refused everybody for ever.
  restart_after_crash: "off",
  random_page_cost: "1.1",
  // The shipped binaries are built without LLVM.
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  lc_messages: "C",
  log_error_verbosity: "terse",
  log_min_messages: "log",
  log_min_error_statement: "panic",
  log_statement: "none",
  log_connections: "off",
  log_destination: "stderr",
  logging_collector: "off",
};

/** What differs for a database that is removed when its work is done: nobody waits for a disk that nobody reads. */
const THROWN_AWAY: Readonly<Record<string, string>> = {
  fsync: "off",
  full_page_writes: "off",
  synchronous_commit: "off",
  // Its log is not kept for longer than the next checkpoint, which costs nothing without a disk to wait for.
  max_wal_size: "256MB",
};

/** The `-c name=value` arguments of `postgres`, of a database that is kept or of one that is thrown away. */
export function settingArguments(thrownAway: boolean): string[] {
  const settings = thrownAway ? { ...SETTINGS, ...THROWN_AWAY } : SETTINGS;
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/**
 * Arguments of `initdb` besides the folder. Text is compared by code point with Unicode case mapping
 * (`C.UTF-8` of PostgreSQL itself): no index then depends on the version of a C or ICU library, and
 * a copy opens on any machine. Swedish order is asked for by name where people read a list:
 * `order by name collate "sv-x-icu"`. See docs/decisions/0001-embedded-postgres.md.
 */
export const INITDB_ARGUMENTS: readonly string[] = [
  "--encoding=UTF8",
  "--locale=C",
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
  "--auth-local=trust",
  "--auth-host=reject",
  "--data-checksums",
];

/** Owner of the shipped cluster; only its own socket, in a folder nobody else may enter, lets it in. */
export const OWNER = "mittpunkt_owner";
export const DATABASE = "mittpunkt";
export const PORT = 5432;
