import type { Uuid } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Store } from "../deps.ts";
import type { Tx } from "../in-tenant.ts";
import { replayStream } from "../rebuild-replay.ts";
import { statement, type Statement } from "../statement.ts";
import { noteLinks } from "./delete-rows.ts";

/** The ids in a text, and which of them are sought (`$2`). */
const IDS = "'[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'";

/**
 * Who of some persons is named by what remains: as the child of an akt, in what happened in one, in a draft, as
 * related to a child with an akt, or as one and the same as another record.
 */
const NAMED = statement(
  "destroy_persons_still_named",
  `select person from akt where tenant = $1 and person = any($2::uuid[])
   union select m[1]::uuid from event e cross join lateral regexp_matches(e.body, ${IDS}, 'g') m
     where e.tenant = $1 and e.retention_class <> 'person' and m[1]::uuid = any($2)
   union select m[1]::uuid from draft_field d
     cross join lateral regexp_matches(d.value, ${IDS}, 'g') m
     where d.tenant = $1 and m[1]::uuid = any($2)
   union select r.other from relation r join akt a on a.tenant = $1 and a.person = r.person
     where r.tenant = $1 and r.other = any($2)
   union select r.person from relation r join akt a on a.tenant = $1 and a.person = r.other
     where r.tenant = $1 and r.person = any($2)
   union select m[1]::uuid from event e cross join lateral regexp_matches(e.body, ${IDS}, 'g') m
     where e.tenant = $1 and e.retention_class = 'person' and e.type <> 'person.related'
       and m[1]::uuid = any($2) and not e.stream = any($2)`,
);

/** Relations of those who remain to somebody who goes. */
const RELATED = statement(
  "destroy_relations_of_others",
  `with gone as (
     delete from event e where e.tenant = $1 and e.type = 'person.related'
       and not e.stream = any($2::uuid[])
       and exists (select from regexp_matches(e.body, ${IDS}, 'g') m where m[1]::uuid = any($2))
     returning stream, seq, command_id)
   select stream, array_agg(seq order by seq) as seqs, array_agg(distinct command_id) as commands
   from gone group by stream order by stream`,
);

const EVENTS = statement(
  "destroy_person_events",
  `with gone as (
     delete from event where tenant = $1 and stream = any($2::uuid[])
     returning stream, seq, command_id)
   select stream, array_agg(seq order by seq) as seqs, array_agg(distinct command_id) as commands
   from gone group by stream order by stream`,
);

const COMMANDS = statement(
  "destroy_person_commands",
  `delete from command where tenant = $1
     and (stream = any($2::uuid[]) or command_id = any($3::uuid[]))`,
);

const ROWS: readonly Statement[] = [
  ["stream_state", "stream = any($2)"],
  ["person_name", "person = any($2)"],
  ["person_identity", "person = any($2)"],
  ["relation", "(person = any($2) or other = any($2))"],
  ["person", "person = any($2)"],
].map(([table, of]) =>
  statement(`destroy_person_${table}`, `delete from ${table} where tenant = $1 and ${of}`),
);

const REST = ["person_name", "person_identity", "relation", "person"].map((table) =>
  statement(`destroy_rest_${table}`, `delete from ${table} where tenant = $1 and person = $2`),
);

const SAVE = statement(
  "destroy_save_person",
  `update stream_state set state_version = $3, state = $4 where tenant = $1 and stream = $2`,
);

const UNNAME = statement(
  "destroy_access_persons",
  `update access_log set destroyed_by = $3,
     persons = array(select p from unnest(persons) with ordinality as o (p, at)
       where not p = any($2::uuid[]) order by at)
   where tenant = $1 and persons && $2::uuid[]`,
);

/** Words of names that nobody has any more. */
const WORDS = statement(
  "destroy_name_words",
  `delete from person_name_word w where w.tenant = $1
     and not exists (select from person_name n where n.tenant = $1 and n.family = w.word)
     and not exists (select from person_name n where n.tenant = $1 and n.given = w.word)`,
);

interface GoneEvents {
  readonly stream: Uuid;
  readonly seqs: readonly number[];
  readonly commands: readonly Uuid[];
}

/**
 * Destroys those of some persons whom nothing that remains names, in the transaction that is open: their streams,
 * numbers, names and relations, what others' streams say of being related to them, and that rows of the access log
 * were about them. Gives who went.
 */
export async function destroyPersons(
  store: Store,
  tx: Tx,
  run: Uuid,
  persons: readonly Uuid[],
  today: PlainDate,
): Promise<ReadonlySet<Uuid>> {
  if (persons.length === 0) return new Set();
  const named = await tx.rows<{ person: Uuid }>(NAMED, [tx.tenant, persons]);
  const kept = new Set(named.map(({ person }) => person));
  const gone = persons.filter((person) => !kept.has(person));
  const others = await tx.rows<GoneEvents>(RELATED, [tx.tenant, gone]);
  const own = await tx.rows<GoneEvents>(EVENTS, [tx.tenant, gone]);
  const commands = [...others, ...own].flatMap((each) => each.commands);
  await tx.run(COMMANDS, [tx.tenant, gone, commands]);
  for (const { stream, seqs } of [...others, ...own]) await noteLinks(tx, run, stream, seqs);
  for (const each of ROWS) await tx.run(each, [tx.tenant, gone]);
  for (const { stream } of others) await foldRest(store, tx, stream, today);
  await tx.run(UNNAME, [tx.tenant, gone, run]);
  await tx.run(WORDS, [tx.tenant]);
  return new Set(gone);
}

/** Writes what remains of somebody who was related to one that went. */
async function foldRest(store: Store, tx: Tx, stream: Uuid, today: PlainDate): Promise<void> {
  for (const each of REST) await tx.run(each, [tx.tenant, stream]);
  const { version, state } = await replayStream(store, tx, stream, "person.registered", today);
  await tx.run(SAVE, [tx.tenant, stream, version, JSON.stringify(state)]);
}
