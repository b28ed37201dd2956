import type { Uuid } from "../kernel/ids.ts";
import type { Tx } from "./in-tenant.ts";
import { statement } from "./statement.ts";

/**
 * A stream of the log. Without `firstType` its first event is destroyed, and with that the whole stream: there is
 * nothing to fold. Where later events are destroyed, what remains is folded.
 */
export interface StreamInLog {
  readonly stream: Uuid;
  /** The number of its last link. */
  readonly seq: number;
  readonly firstType: string | undefined;
}

interface StreamRow {
  readonly stream: Uuid;
  readonly type: string | null;
  readonly links: number;
}

const STREAMS = statement(
  "rebuild_streams",
  `select h.stream, max(h.seq) as links,
     min(e.type) filter (where e.seq = 1) as type
   from event_head h
   left join event e on e.tenant = h.tenant and e.stream = h.stream and e.seq = h.seq
   where h.tenant = $1 and h.stream > $2
   group by h.stream order by h.stream limit $3`,
);

const PAGE = 200;
const BEFORE_ALL = "00000000-0000-0000-0000-000000000000";

/** Every stream of a board in order of its id, read page by page. */
export async function* streamsOf(tx: Tx): AsyncGenerator<StreamInLog> {
  let last: Uuid | typeof BEFORE_ALL = BEFORE_ALL;
  for (;;) {
    const rows: StreamRow[] = await tx.rows<StreamRow>(STREAMS, [tx.tenant, last, PAGE]);
    for (const { stream, type, links } of rows) {
      last = stream;
      yield { stream, seq: links, firstType: type ?? undefined };
    }
    if (rows.length < PAGE) return;
  }
}
