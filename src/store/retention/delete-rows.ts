import type { Uuid } from "../../kernel/ids.ts";
import type { Tx } from "../in-tenant.ts";
import { statement, type Statement } from "../statement.ts";

/** What of an akt goes: one matter, or with the last of them the whole akt. */
export interface Going {
  readonly akt: Uuid;
  readonly matter: Uuid;
  readonly whole: boolean;
}

/** A row is of the matter, or of an akt that goes altogether. `$3` = the matter, `$4` = the whole akt goes. */
const OF_BOTH = "akt = $2 and (matter = $3 or $4)";

const GONE_EVENTS = statement(
  "destroy_events",
  `delete from event where tenant = $1 and stream = $2 and (matter = $3 or $4)
   returning seq, command_id`,
);

const PERSONS = statement(
  "destroy_persons_named",
  `with named as (
     select m[1]::uuid as person from event e
     cross join lateral regexp_matches(e.body,
       '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}', 'g') m
     where e.tenant = $1 and e.stream = $2 and (e.matter = $3 or $4)
     union select person from akt where tenant = $1 and akt = $2 and $4
     union select r.person from relation r join akt a on a.tenant = $1 and a.akt = $2
       where r.tenant = $1 and r.other = a.person and $4
     union select r.other from relation r join akt a on a.tenant = $1 and a.akt = $2
       where r.tenant = $1 and r.person = a.person and $4)
   select p.person from named join person p on p.tenant = $1 and p.person = named.person
   order by p.person`,
);

const COMMANDS = statement(
  "destroy_commands",
  `delete from command where tenant = $1
     and (command_id = any($5::uuid[]) or matter = $3 or (stream = $2 and $4))`,
);

/** The original of a report goes when the last child's part of it has gone. */
const ORIGINALS = statement(
  "destroy_originals",
  `delete from sealed_original o where o.tenant = $1 and o.command_id = any($2::uuid[])
     and not exists (select from event e
       where e.tenant = $1 and e.command_id = o.command_id and e.retention_class = 'matter')`,
);

const DRAFTS = statement(
  "destroy_drafts_of",
  `select draft from draft where tenant = $1 and ${OF_BOTH}`,
);
const OF_DRAFT = ["draft_field", "draft_past", "draft_comment", "draft"].map((table) =>
  statement(`destroy_${table}`, `delete from ${table} where tenant = $1 and draft = any($2)`),
);

const FILES = statement("destroy_files", `delete from file where tenant = $1 and ${OF_BOTH}`);
const UPLOADS = statement("destroy_uploads", `delete from upload where tenant = $1 and ${OF_BOTH}`);
const OF_AKT = [
  "clock",
  "chronology",
  "document",
  "access_exception",
  "glass_opening",
  "retention_matter",
  "matter",
  "akt",
].map((table) =>
  statement(`destroy_${table}`, `delete from ${table} where tenant = $1 and akt = $2`),
);
const HOLDS = statement(
  "destroy_holds",
  "delete from retention_hold where tenant = $1 and akt = $2 and lifted_at is not null",
);
const STATE = statement(
  "destroy_state",
  "delete from stream_state where tenant = $1 and stream = $2",
);
const UNNAME = statement(
  "destroy_access_details",
  `update access_log set akt = null, matter = null, persons = '{}', destroyed_by = $5
   where tenant = $1 and ${OF_BOTH}`,
);
const UNNAME_REVIEWS = statement(
  "destroy_review_details",
  "update log_review_row set akt = null where tenant = $1 and akt = $2",
);
const LINKS = statement(
  "destroy_links",
  `insert into retention_link (tenant, stream, seq, run)
   select $1, $2, s, $4 from unnest($3::int[]) s`,
);

/** What was destroyed of a matter, in numbers. */
export interface DestroyedCounts {
  readonly events: number;
  readonly files: number;
}

/** Persons named in what goes; whether they go too is found out when all matters have. */
export async function personsNamed(tx: Tx, going: Going): Promise<readonly Uuid[]> {
  const rows = await tx.rows<{ person: Uuid }>(PERSONS, valuesOf(tx, going));
  return rows.map(({ person }) => person);
}

/**
 * Destroys everything of a matter but its links: events with their salts, commands, the original of a report
 * nobody else has a part of, drafts, files, uploads, rows of lists, and whom rows of the access log are about.
 * The rows of lists of a whole akt are taken away: those of what remains are written anew.
 */
export async function deleteMatter(tx: Tx, run: Uuid, going: Going): Promise<DestroyedCounts> {
  const of = valuesOf(tx, going);
  const events = await tx.rows<{ seq: number; command_id: Uuid }>(GONE_EVENTS, of);
  const commands = [...new Set(events.map(({ command_id }) => command_id))];
  await tx.run(COMMANDS, [...of, commands]);
  await tx.run(ORIGINALS, [tx.tenant, commands]);
  const drafts = await tx.rows<{ draft: Uuid }>(DRAFTS, of);
  await deleteAll(
    tx,
    OF_DRAFT,
    drafts.map(({ draft }) => draft),
  );
  const files = await tx.run(FILES, of);
  await tx.run(UPLOADS, of);
  await deleteAll(tx, OF_AKT, going.akt);
  if (going.whole) {
    await tx.run(HOLDS, [tx.tenant, going.akt]);
    await tx.run(STATE, [tx.tenant, going.akt]);
    await tx.run(UNNAME_REVIEWS, [tx.tenant, going.akt]);
  }
  await tx.run(UNNAME, [...of, run]);
  await noteLinks(
    tx,
    run,
    going.akt,
    events.map(({ seq }) => seq),
  );
  return { events: events.length, files };
}

/** Notes which links of a stream have lost their event. */
export async function noteLinks(
  tx: Tx,
  run: Uuid,
  stream: Uuid,
  seqs: readonly number[],
): Promise<void> {
  await tx.run(LINKS, [tx.tenant, stream, seqs, run]);
}

async function deleteAll(
  tx: Tx,
  statements: readonly Statement[],
  which: Uuid | readonly Uuid[],
): Promise<void> {
  for (const each of statements) await tx.run(each, [tx.tenant, which]);
}

function valuesOf(tx: Tx, { akt, matter, whole }: Going): readonly unknown[] {
  return [tx.tenant, akt, matter, whole];
}
