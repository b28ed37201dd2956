import { daysOf } from "../../domain/unit/roles.ts";
import { textOf, truthOf } from "../../domain/read.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Tx } from "../in-tenant.ts";
import { parseBody } from "../log/envelope.ts";
import { statement } from "../statement.ts";

interface Row {
  readonly seq: number;
  readonly type: string;
  readonly at: Instant;
  readonly by: Uuid;
  readonly body: string;
}

/** Something that was done to the roles of somebody. */
export interface RoleAct {
  readonly seq: number;
  readonly at: Instant;
  readonly by: Uuid;
  readonly did: "added" | "changed" | "granted" | "ended";
  readonly role: string;
  readonly from?: PlainDate;
  readonly to?: PlainDate;
  readonly unit?: Uuid;
  /** Undefined for a role beside the own one. */
  readonly qualified?: boolean;
}

const OF_STAFF = statement(
  "role_history",
  `select seq, type, recorded_at as at, actor as by, body from event
   where tenant = $1 and stream = $2
     and type in ('staff.added', 'staff.changed', 'role.granted', 'role.ended')
     and body::jsonb #>> '{ids,staff}' = $3
   order by seq desc`,
);

/** What was done to the roles of somebody, newest first, from the log of the organisation. */
export async function readRoleHistory(
  tx: Tx,
  board: Uuid,
  staff: Uuid,
): Promise<readonly RoleAct[]> {
  const rows = await tx.rows<Row>(OF_STAFF, [tx.tenant, board, staff]);
  return rows.map(actOf);
}

const didBy: Readonly<Record<string, RoleAct["did"]>> = {
  "staff.added": "added",
  "staff.changed": "changed",
  "role.granted": "granted",
  "role.ended": "ended",
};

function actOf({ seq, type, at, by, body }: Row): RoleAct {
  const { ids, data } = parseBody(body);
  const { unit } = ids;
  const qualified = truthOf(data["qualified"]);
  return {
    seq,
    at,
    by,
    did: didBy[type] ?? "changed",
    role: textOf(data["role"]) ?? "",
    ...daysOf(data),
    ...(unit === undefined ? {} : { unit }),
    ...(qualified === undefined ? {} : { qualified }),
  };
}
