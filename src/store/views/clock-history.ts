import { clocksOf } from "../../domain/clocks.ts";
import { foldAkt } from "../../domain/apply.ts";
import type { RecordedEvent } from "../../domain/event.ts";
import { clockChanges, type ClockChange } from "../../domain/record/clock-changes.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Store } from "../deps.ts";
import type { Tx } from "../in-tenant.ts";
import { readStream, recordedEvent } from "../log/read-stream.ts";

/**
 * What one event made of the duties of the akt, as they were known then. The log is read whole, so it is asked for
 * one opened line only; nothing where part of the log has been destroyed.
 */
export async function clockChangesAt(
  { law, calendar }: Pick<Store, "law" | "calendar">,
  tx: Tx,
  akt: Uuid,
  seq: number,
): Promise<readonly ClockChange[]> {
  const history = (await readStream(tx, akt)).map(({ record }) => recordedEvent(record));
  const at = history.findIndex((event) => event.seq === seq);
  if (at < 0 || history.some((event, index) => event.seq !== index + 1)) return [];
  const known = (events: readonly RecordedEvent[]) => {
    const state = foldAkt(events, akt);
    return state === undefined ? [] : clocksOf(state, law.law, calendar);
  };
  return clockChanges(known(history.slice(0, at)), known(history.slice(0, at + 1)));
}
