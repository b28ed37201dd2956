/** The first key of the advisory lock that writers of the logs share; the board is the second. */
export const LOG_LOCK = 6_447_373;

/**
 * A common table expression taken before a row of the access log or the event heads gets its number
 * (`$1` = the board). Writers share the lock until they commit; the sealer takes it alone, so that
 * no row with a lower number can still appear behind the last one it has sealed.
 */
export const LOG_GUARD = `log_guard as materialized (
     select pg_advisory_xact_lock_shared(${LOG_LOCK}, $1::int)
   )`;
