import type { Uuid } from "../../kernel/ids.ts";
import type { Clock } from "../../kernel/clock.ts";
import { stockholmDate } from "../../kernel/instant.ts";
import { plainDateOf, type PlainDate } from "../../kernel/plain-date.ts";
import type { Problem } from "../../kernel/problem.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { inResearchSample } from "../../rules/retention.ts";
import { inForce } from "../../rules/look-up.ts";
import type { Law } from "../../rules/types.ts";
import { inTenant, type Tx } from "../../store/in-tenant.ts";
import type { DueRows, FollowupPart } from "../../store/retention/followup-part.ts";
import { findMunicipality } from "../../store/retention/retained-akter.ts";
import { statement } from "../../store/statement.ts";
import type { Tenant } from "../../store/tenant.ts";
import { rowKinds, type RowKind } from "../derive/rows.ts";
import { releaseTable, type ReleaseDeps } from "../release/release-table.ts";
import { dayColumn } from "../schema.ts";
import { removeSql } from "../writer/statements.ts";

/** What the destruction of rows is given beside what tables are released with. */
export interface RetentionDeps extends ReleaseDeps {
  readonly law: Law;
  readonly clock: Clock;
  readonly nextId: () => Uuid;
}

/** Ended by `$2`, of an akt nobody holds back, and not of a child of the research sample (`$3`: days of birth). */
function dueSql(kind: RowKind): string {
  return `from followup.${kind} r
    join followup_key k on k.tenant = r.tenant and k.row_key = r.row_key
    join akt a on a.tenant = k.tenant and a.akt = k.akt
    left join person p on p.tenant = a.tenant and p.person = a.person
    where r.tenant = $1 and r.circumstances_ended_on <= $2
      and not coalesce(extract(day from p.birth_date)::int = any($3::int[]), true)
      and not exists (select from retention_hold h
        where h.tenant = k.tenant and h.akt = k.akt and h.lifted_at is null)`;
}

const LIST = statement(
  "followup_retention_list",
  rowKinds
    .map(
      (kind) => `select '${kind}' as kind, extract(year from r.${dayColumn[kind]})::int as year,
      count(*)::int as rows ${dueSql(kind)} group by 2`,
    )
    .join("\nunion all\n") + "\norder by 1, 2",
);

const keysOf = (kind: RowKind) =>
  statement(
    `followup_retention_keys_${kind}`,
    `select r.row_key ${dueSql(kind)} and extract(year from r.${dayColumn[kind]})::int = $4`,
  );
const KEYS = new Map<string, ReturnType<typeof keysOf>>(
  rowKinds.map((kind) => [kind, keysOf(kind)]),
);

const KEYS_OF_MATTER = statement(
  "followup_retention_keys_of_matter",
  "select row_key from followup_key where tenant = $1 and akt = $2 and matter = $3",
);
const NOTE = statement(
  "followup_retention_note",
  `insert into followup.destroyed (tenant, run, kind, first_day, last_day, row_count, destroyed_on)
   values ($1, $2, $3, $4, $5, $6, $7)`,
);
const FROZEN = statement(
  "followup_retention_frozen",
  "select question from retention_frozen where tenant = $1 and kind = $2 and year = $3",
);
const FREEZE = statement(
  "followup_retention_freeze",
  `insert into retention_frozen (tenant, kind, year, question, run, release, refused)
   values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
);

/** The part of a destruction run that knows rows of follow-up, their tables and what of their counts may be kept. */
export function followupPart(deps: RetentionDeps): FollowupPart {
  return {
    listDue: (tx, endedBy) => listDue(deps, tx, endedBy),
    freeze: (tenant, run, rows, by) => freeze(deps, tenant, run, rows, by),
    destroy: (tx, run, rows, on) => destroy(deps, tx, run, rows, on),
    destroyOfMatter: async (tx, akt, matter) => {
      const keys = await tx.rows<KeyRow>(KEYS_OF_MATTER, [tx.tenant, akt, matter]);
      return remove(tx, keys);
    },
  };
}

interface KeyRow {
  readonly row_key: number;
}

async function listDue(deps: RetentionDeps, tx: Tx, endedBy: PlainDate): Promise<DueRows[]> {
  const days = await sampledDays(deps, tx);
  if (days === "all") return [];
  const rows = await tx.rows<{ kind: string; year: number; rows: number }>(LIST, [
    tx.tenant,
    endedBy,
    days,
  ]);
  return rows.map((row) => ({ ...row, endedBy }));
}

/** The days of birth that belong to the research sample; `all` where the municipality keeps everything. */
async function sampledDays(deps: RetentionDeps, tx: Tx): Promise<readonly number[] | "all"> {
  const today = stockholmDate(deps.clock.now());
  const municipality = await findMunicipality(tx);
  if (municipality === undefined || inResearchSample(deps.law, { today, municipality }))
    return "all";
  return deps.law.retention
    .filter((row) => inForce(row, today))
    .flatMap(({ applies }) => (applies.to === "sample" ? applies.birthDays : []));
}

/**
 * Keeps the tables of a year, each once: while all of its rows are there, since none of a year goes before the run
 * that freezes it. What must not be told (too few) is noted as that.
 */
async function freeze(
  deps: RetentionDeps,
  tenant: Tenant,
  run: Uuid,
  { kind, year }: DueRows,
  by: Uuid,
): Promise<Result<void, Problem[]>> {
  const known = await inTenant(deps.app, tenant, (tx) =>
    tx.rows<{ question: string }>(FROZEN, [tx.tenant, kind, year]),
  );
  const kept = new Set(known.map(({ question }) => question));
  for (const question of deps.settings.retention.frozen[kind] ?? []) {
    if (kept.has(question)) continue;
    const query = {
      rows: question,
      from: plainDateOf(year, 1, 1),
      to: plainDateOf(year, 12, 31),
      filters: [],
    };
    const releasing = { by, release: deps.nextId() };
    const told = await releaseTable(deps, { tenant }, query, releasing);
    const [release, refused] = told.ok
      ? [told.value.release, null]
      : [null, told.problems[0]?.id ?? "followup.too-few"];
    await inTenant(deps.app, tenant, (tx) =>
      tx.run(FREEZE, [tx.tenant, kind, year, question, run, release, refused]),
    );
  }
  return ok(undefined);
}

async function destroy(
  deps: RetentionDeps,
  tx: Tx,
  run: Uuid,
  { kind, year, endedBy }: DueRows,
  on: PlainDate,
): Promise<number> {
  const statementOf = KEYS.get(kind);
  const days = await sampledDays(deps, tx);
  if (statementOf === undefined || days === "all") return 0;
  const keys = await tx.rows<KeyRow>(statementOf, [tx.tenant, endedBy, days, year]);
  if (keys.length === 0) return 0;
  const removed = await remove(tx, keys);
  const [first, last] = [plainDateOf(year, 1, 1), plainDateOf(year, 12, 31)];
  await tx.run(NOTE, [tx.tenant, run, kind, first, last, removed, on]);
  return removed;
}

async function remove(tx: Tx, keys: readonly KeyRow[]): Promise<number> {
  if (keys.length === 0) return 0;
  await tx.run(removeSql, [tx.tenant, keys.map(({ row_key }) => row_key)]);
  return keys.length;
}
