import account from "../../spec/access/account.json" with { type: "json" };
import { addDays, type PlainDate } from "../kernel/plain-date.ts";

/** The last day of an account when it is so near that its owner is reminded; else null. `today` by the real clock. */
export function nearEnd(endsOn: PlainDate | null, today: PlainDate): PlainDate | null {
  return endsOn !== null && endsOn <= addDays(today, account.remindDays) ? endsOn : null;
}
