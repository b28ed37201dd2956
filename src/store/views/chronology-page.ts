import type { LineParam } from "../../domain/chronology-line.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Tx } from "../in-tenant.ts";
import { statement } from "../statement.ts";

/** A line of the chronology: what fills its sentence, and the beginning of what was written. */
export interface ChronologyRow {
  readonly seq: number;
  readonly type: string;
  readonly matter: Uuid | null;
  readonly on: PlainDate;
  readonly recordedOn: PlainDate;
  readonly actor: Uuid;
  readonly params: Readonly<Record<string, LineParam>>;
  readonly excerpt: string | null;
}

export interface ChronologyPage {
  /** Newest first. */
  readonly lines: readonly ChronologyRow[];
  /** The number before which the next page begins; undefined on the last page. */
  readonly before: number | undefined;
}

const COLUMNS = `seq, type, matter, on_date as "on", recorded_on as "recordedOn", actor, params,
     excerpt`;

const ALL = statement(
  "chronology_page",
  `select ${COLUMNS} from chronology
   where tenant = $1 and akt = $2 and seq < $3 order by seq desc limit $4`,
);

const OF_TYPES = statement(
  "chronology_page_types",
  `select ${COLUMNS} from chronology
   where tenant = $1 and akt = $2 and seq < $3 and type = any($5) order by seq desc limit $4`,
);

const OF_MATTER = statement(
  "chronology_page_matter",
  `select ${COLUMNS} from chronology
   where tenant = $1 and akt = $2 and seq < $3 and matter = $5
     and ($6::text[] is null or type = any($6)) order by seq desc limit $4`,
);

const LAST = 2 ** 31 - 1;

/** A page of an akt's chronology, perhaps of one matter or of some event types only. */
export async function readChronology(
  tx: Tx,
  akt: Uuid,
  page: {
    readonly limit: number;
    readonly before?: number;
    readonly matter?: Uuid;
    readonly types?: readonly string[];
  },
): Promise<ChronologyPage> {
  const { limit, matter, types } = page;
  const common = [tx.tenant, akt, page.before ?? LAST, limit + 1];
  const rows =
    matter !== undefined
      ? await tx.rows<ChronologyRow>(OF_MATTER, [...common, matter, types ?? null])
      : types !== undefined
        ? await tx.rows<ChronologyRow>(OF_TYPES, [...common, types])
        : await tx.rows<ChronologyRow>(ALL, common);
  const lines = rows.slice(0, limit);
  return { lines, before: rows.length > limit ? lines.at(-1)?.seq : undefined };
}
