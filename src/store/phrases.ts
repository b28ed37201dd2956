import { MOST_PHRASES } from "../domain/phrases/phrase.ts";
import type { Uuid } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import { problem } from "../kernel/problem.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import type { Tx } from "./in-tenant.ts";
import { statement } from "./statement.ts";

/** Words somebody or a unit writes often. */
export interface PhraseRow {
  readonly phrase: Uuid;
  /** The unit whose members have it; null where it is somebody's own. */
  readonly unit: Uuid | null;
  readonly name: string;
  readonly words: string;
  readonly changedBy: Uuid;
  readonly changedAt: Instant;
}

/** Whose phrases somebody has: the own ones, and those of the unit, where there is one. */
export interface PhraseReach {
  readonly staff: Uuid;
  readonly unit: Uuid | undefined;
}

const REACHED = "(staff = $2 or unit = $3)";

const LIST = statement(
  "phrase_list",
  `select phrase, unit, name, words, changed_by as "changedBy", changed_at as "changedAt"
   from phrase where tenant = $1 and ${REACHED} order by name, phrase`,
);

const COUNT = statement(
  "phrase_count",
  `select count(*)::int as n from phrase
   where tenant = $1 and staff is not distinct from $2 and unit is not distinct from $3
     and phrase <> $4`,
);

const UPSERT = statement(
  "phrase_upsert",
  `insert into phrase as p (tenant, phrase, staff, unit, name, words, changed_by, changed_at)
   values ($1, $4, $5, $6, $7, $8, $2, $9)
   on conflict (tenant, phrase) do update
   set staff = excluded.staff, unit = excluded.unit, name = excluded.name, words = excluded.words,
     changed_by = excluded.changed_by, changed_at = excluded.changed_at
   where p.staff = $2 or p.unit = $3`,
);

const REMOVE = statement(
  "phrase_remove",
  `delete from phrase where tenant = $1 and phrase = $4 and ${REACHED}`,
);

/** The phrases somebody has, by name. */
export function listPhrases(tx: Tx, { staff, unit }: PhraseReach): Promise<PhraseRow[]> {
  return tx.rows<PhraseRow>(LIST, [tx.tenant, staff, unit ?? null]);
}

/**
 * Keeps a phrase, new or changed: one's own, or the unit's. Refuses with `phrase.no-unit` (nobody shares anything
 * who has none), `phrase.too-many`, and `phrase.not-found` for one of somebody else's.
 */
export async function savePhrase(
  tx: Tx,
  { staff, unit }: PhraseReach,
  phrase: Pick<PhraseRow, "phrase" | "name" | "words"> & { readonly shared: boolean },
  at: Instant,
): Promise<Result<null>> {
  if (phrase.shared && unit === undefined) {
    return fail(problem("phrase.no-unit", { pointer: "/shared" }));
  }
  const owner = phrase.shared ? [null, unit ?? null] : [staff, null];
  const [kept] = await tx.rows<{ n: number }>(COUNT, [tx.tenant, ...owner, phrase.phrase]);
  if ((kept?.n ?? 0) >= MOST_PHRASES) {
    return fail(problem("phrase.too-many", { params: { max: MOST_PHRASES } }));
  }
  const { name, words } = phrase;
  const values = [tx.tenant, staff, unit ?? null, phrase.phrase, ...owner, name, words, at];
  return (await tx.run(UPSERT, values)) === 1 ? ok(null) : fail(gone());
}

/** Takes a phrase away. Refuses with `phrase.not-found` where it is gone, or somebody else's. */
export async function removePhrase(
  tx: Tx,
  { staff, unit }: PhraseReach,
  phrase: Uuid,
): Promise<Result<null>> {
  const removed = await tx.run(REMOVE, [tx.tenant, staff, unit ?? null, phrase]);
  return removed === 1 ? ok(null) : fail(gone());
}

function gone() {
  return problem("phrase.not-found", { status: 404 });
}
