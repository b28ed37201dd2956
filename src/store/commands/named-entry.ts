import type { Command } from "../../domain/command.ts";
import { definitions } from "../../domain/definitions.ts";
import { numberOf } from "../../domain/read.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Tx } from "../in-tenant.ts";
import { findEvent, recordedEvent } from "../log/read-stream.ts";

/** The command with the entry it names, as it stands in the log; unchanged where it names none there is. */
export async function withNamedEntry(tx: Tx, akt: Uuid, command: Command): Promise<Command> {
  if (definitions[command.type]?.namesEntry !== true) return command;
  const seq = numberOf(command.data["entry"]);
  if (seq === undefined || !Number.isInteger(seq) || seq < 1 || seq > LAST) return command;
  const found = await findEvent(tx, akt, seq);
  return found === undefined ? command : { ...command, entry: recordedEvent(found.record) };
}

/** What a 32-bit integer of the database holds. */
const LAST = 2 ** 31 - 1;
