import type { PlainDate } from "../kernel/plain-date.ts";
import type { Tx } from "./in-tenant.ts";
import { statement } from "./statement.ts";

/** What a board has decided about its access log, as its row says it. */
export interface StoredLogSetting {
  readonly reviewMonths: number;
  readonly keepYears: number;
  readonly extractNames: boolean;
  /** No check is late before this day; null where the setting was not changed. */
  readonly notBefore: PlainDate | null;
}

const READ = statement(
  "log_setting_read",
  `select review_months as "reviewMonths", keep_years as "keepYears",
     extract_names as "extractNames", not_before as "notBefore" from log_setting where tenant = $1`,
);

const PUT = statement(
  "log_setting_put",
  `insert into log_setting (tenant, review_months, keep_years, extract_names, not_before)
   values ($1, $2, $3, $4, $5)
   on conflict (tenant) do update set review_months = excluded.review_months,
     keep_years = excluded.keep_years, extract_names = excluded.extract_names,
     not_before = excluded.not_before`,
);

/** What the board has decided; undefined where it has decided nothing. */
export async function findLogSetting(tx: Tx): Promise<StoredLogSetting | undefined> {
  return (await tx.rows<StoredLogSetting>(READ, [tx.tenant]))[0];
}

/** Keeps what the board has decided. */
export async function putLogSetting(tx: Tx, setting: StoredLogSetting): Promise<void> {
  const { reviewMonths, keepYears, extractNames, notBefore } = setting;
  await tx.run(PUT, [tx.tenant, reviewMonths, keepYears, extractNames, notBefore]);
}
