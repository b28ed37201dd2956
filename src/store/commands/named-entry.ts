import type { Command } from "../../domain/command.ts";
import { definitions } from "../../domain/definitions.ts";
import { numberOf } from "../../domain/read.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Tx } from "../in-tenant.ts";
import { standingEvents } from "../../domain/record/standing-events.ts";
import { findEvent, readStream, recordedEvent } from "../log/read-stream.ts";

/** The command with the entry it names, as it stands in the log; unchanged where it names none there is. */
export async function withNamedEntry(tx: Tx, akt: Uuid, command: Command): Promise<Command> {
  const definition = definitions[command.type];
  if (definition?.namesEntry !== true) return command;
  const seq = numberOf(command.data["entry"]);
  if (seq === undefined || !Number.isInteger(seq) || seq < 1 || seq > LAST) return command;
  if (definition.changesPast !== undefined) return withHistory(tx, akt, command, seq);
  const found = await findEvent(tx, akt, seq);
  return found === undefined ? command : { ...command, entry: recordedEvent(found.record) };
}

/** What a 32-bit integer of the database holds. */
const LAST = 2 ** 31 - 1;

/** The log is read whole only here: the past of the akt is folded anew. */
async function withHistory(tx: Tx, akt: Uuid, command: Command, seq: number): Promise<Command> {
  const stored = await readStream(tx, akt);
  const history = stored.map(({ record }) => recordedEvent(record));
  const at = history.findIndex((event) => event.seq === seq);
  const entry = standingEvents(history)[at] ?? history[at];
  return { ...command, history, ...(entry === undefined ? {} : { entry }) };
}
