import type { Answers } from "../../domain/event.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { Problem } from "../../kernel/problem.ts";
import type { ClockChange } from "../../domain/record/clock-changes.ts";
import type { AccessEntry } from "../access-log.ts";
import type { Tenant } from "../tenant.ts";

/** What every request to change something has in common. */
export interface RequestBase {
  readonly tenant: Tenant;
  /** The member of staff who gives the command. */
  readonly actor: Uuid;
  readonly commandId: Uuid;
  readonly access: AccessEntry;
}

/** A command on one akt; the types are those of the contract's command routes. */
export interface AktRequest extends RequestBase {
  readonly akt: Uuid;
  readonly matter?: Uuid;
  readonly type: string;
  readonly ids: Readonly<Record<string, Uuid>>;
  readonly data: Answers;
  /** Answers the program has found out by itself (the hash of a file); never the client's to give. */
  readonly computed?: Answers;
  /** The draft whose content the command fixes or signs. */
  readonly draft?: Uuid;
  readonly occurredAt?: Instant;
  readonly reasons: Readonly<Record<string, string>>;
  readonly expect: Readonly<Record<string, number>>;
}

/** What a command on an akt led to; stored, and given again when the command is repeated. */
export interface AktAnswer {
  readonly akt: Uuid;
  readonly seq: number;
  readonly events: readonly { readonly seq: number; readonly type: string }[];
  readonly warnings: readonly Problem[];
  /** The duties that have other days than before, after a correction or a registration afterwards. */
  readonly clocks?: readonly ClockChange[];
}
