import type { LineParam } from "../../domain/chronology-line.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Tx } from "../in-tenant.ts";
import { onceFor } from "../once-for.ts";
import { keptStatement, statement } from "../statement.ts";

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

/** A place between two lines: the day and number of the line above it. */
export interface Place {
  readonly on: PlainDate;
  readonly seq: number;
}

export interface ChronologyPage {
  /** By the day it happened, newest first. */
  readonly lines: readonly ChronologyRow[];
  /** The place where the next page begins; undefined on the last page. */
  readonly before: Place | undefined;
}

/** Which lines are wanted; everything that is left out stands for all. */
export interface StoryFilter {
  readonly types?: readonly string[];
  /** Codes of codelist `act-kind`, besides the types. */
  readonly acts?: readonly string[];
  readonly matter?: Uuid;
  readonly from?: PlainDate;
  readonly to?: PlainDate;
  /** The matters that may be read, where that is not all of them; what concerns no matter always may. */
  readonly readable?: ReadonlySet<Uuid>;
}

const COLUMNS = `seq, type, matter, on_date as "on", recorded_on as "recordedOn", actor, params,
     excerpt`;
const ORDER = "order by on_date desc, seq desc limit $5";
const PLACE = "tenant = $1 and akt = $2 and (on_date, seq) < ($3, $4)";

const ALL = keptStatement(
  "chronology_page",
  `select ${COLUMNS} from chronology where ${PLACE} ${ORDER}`,
);

const SOME = keptStatement(
  "chronology_page_some",
  `select ${COLUMNS} from chronology
   where ${PLACE} and on_date >= $6
     and ($7::text[] is null or type = any($7)
       or (type = 'act.recorded' and params -> 'kind' ->> 'code' = any($8)))
     and ($9::uuid is null or matter = $9)
     and ($10::uuid[] is null or matter is null or matter = any($10))
   ${ORDER}`,
);

const FIRST_DAY = "0001-01-01";
const LAST_DAY = "9999-12-31";
const LAST = 2 ** 31 - 1;

/** A page of an akt's chronology by the days things happened, perhaps of some lines only. */
export async function readChronology(
  tx: Tx,
  akt: Uuid,
  page: { readonly limit: number; readonly before?: Place; readonly only?: StoryFilter },
): Promise<ChronologyPage> {
  const { limit, only = {} } = page;
  const { on, seq } = startOf(page.before, only.to);
  const place = [tx.tenant, akt, on, seq, limit + 1];
  const { to: _to, ...others } = only;
  const some = Object.values(others).some((value) => value !== undefined);
  const rows = await tx.rows<ChronologyRow>(
    some ? SOME : ALL,
    some ? [...place, ...valuesOf(only)] : place,
  );
  return pageOnce([rows, limit], () => {
    const lines = rows.slice(0, limit);
    const last = lines.at(-1);
    const isMore = rows.length > limit && last !== undefined;
    return { lines, before: isMore ? { on: last.on, seq: last.seq } : undefined };
  });
}

/** The same rows give the same page. */
const pageOnce = onceFor<ChronologyPage>();

/** A page begins after the place it was asked for, and never after the last day that is wanted. */
function startOf(before: Place | undefined, to: PlainDate | undefined) {
  if (before !== undefined && (to === undefined || before.on <= to)) return before;
  return { on: to ?? LAST_DAY, seq: LAST };
}

function valuesOf({ types, acts, matter, from, readable }: StoryFilter): readonly unknown[] {
  return [
    from ?? FIRST_DAY,
    types ?? null,
    acts ?? [],
    matter ?? null,
    readable === undefined ? null : [...readable],
  ];
}

const YEARS = statement(
  "chronology_years",
  `select extract(year from on_date)::int as year, count(*)::int as lines from chronology
   where tenant = $1 and akt = $2
     and ($3::uuid[] is null or matter is null or matter = any($3))
   group by 1 order by 1 desc`,
);

const CONTACTS = statement(
  "chronology_contacts",
  `select seq, on_date as "on", matter from chronology
   where tenant = $1 and akt = $2
     and (type = any($4) or (type = 'act.recorded' and params -> 'kind' ->> 'code' = any($5)))
     and ($3::uuid[] is null or matter is null or matter = any($3))`,
);

/** A line that is a contact. */
export interface ContactRow extends Place {
  readonly matter: Uuid | null;
}

/** Over which years an akt's chronology goes, newest first, and every contact in it. */
export async function readStoryShape(
  tx: Tx,
  akt: Uuid,
  contact: { readonly types: readonly string[]; readonly acts: readonly string[] },
  readable: ReadonlySet<Uuid> | undefined,
): Promise<{
  readonly years: readonly { readonly year: number; readonly lines: number }[];
  readonly contacts: readonly ContactRow[];
}> {
  const common = [tx.tenant, akt, readable === undefined ? null : [...readable]];
  const [years, contacts] = await Promise.all([
    tx.rows<{ year: number; lines: number }>(YEARS, common),
    tx.rows<ContactRow>(CONTACTS, [...common, contact.types, contact.acts]),
  ]);
  return { years, contacts };
}
