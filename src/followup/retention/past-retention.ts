import { addYears, type PlainDate } from "../../kernel/plain-date.ts";
import type { FollowupRow } from "../derive/rows.ts";
import type { FollowupSettings } from "../settings.ts";

/**
 * What some rows are about whose own time of storage is over: they are neither written nor changed any more, and
 * destroyed by the next run, if they have not been already.
 */
export function pastRetention(
  rows: readonly Pick<FollowupRow, "subject" | "circumstancesEndedOn">[],
  today: PlainDate,
  { retention }: Pick<FollowupSettings, "retention">,
): ReadonlySet<string> {
  const endedBy = addYears(today, -retention.keepYears);
  const past = rows.filter(
    ({ circumstancesEndedOn }) =>
      circumstancesEndedOn !== undefined && circumstancesEndedOn <= endedBy,
  );
  return new Set(past.map(({ subject }) => subject));
}
