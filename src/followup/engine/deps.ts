import type { Pool } from "pg";

import type { Uuid } from "../../kernel/ids.ts";
import type { Clock } from "../../kernel/clock.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Text } from "../../spec/types.ts";
import type { PackSource } from "../../store/deps.ts";
import type { Tenant } from "../../store/tenant.ts";
import type { FollowupSettings } from "../settings.ts";

/** What the engine is given. `pool` is that of mp_followup, which sees the schema followup only. */
export interface EngineDeps {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly packs: Pick<PackSource, "current">;
  readonly settings: FollowupSettings;
  readonly texts: Readonly<Record<string, Text>>;
}

/** Whose rows may be counted: the board's, or one unit's only. */
export interface Scope {
  readonly tenant: Tenant;
  readonly unit?: Uuid;
  /** The units of the board in their order, so that they have names. */
  readonly units?: readonly { readonly unit: Uuid; readonly name: string }[];
  /** The board's today: a series does not go on into days to come. The clock's where it is left out. */
  readonly today?: PlainDate;
}
