import type { Pool } from "pg";
import type { z } from "zod";
import type { releasedTable } from "../../contract/followup/release-table.ts";
import { tableAnswer } from "../../contract/followup/make-table.ts";
import { canonicalJson, type Json } from "../../kernel/canonical-json.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { inTenant, type Tx } from "../../store/in-tenant.ts";
import { statement } from "../../store/statement.ts";
import { loadCodeBook } from "../code-book.ts";
import { connected } from "../disclosure/connected.ts";
import { decideRelease, type PastTable } from "../disclosure/decide-release.ts";
import { numbersOf, type Atom, type TableNumber } from "../disclosure/numbers.ts";
import type { EngineDeps, Scope } from "../engine/deps.ts";
import { askTable, type AskedTable } from "../engine/make-table.ts";
import { resolveQuery, type TableQuery } from "../engine/resolve.ts";
import { readAtoms, type AtomTable } from "./atoms.ts";
import { changedByFew, standingOf } from "./compare-past.ts";
import { keepRelease } from "./keep-release.ts";
import { listPast, lockReleases, type PastRelease, type ToldNumbers } from "./past.ts";
import { releaseAnswer } from "./release-answer.ts";

export type ReleasedTable = z.infer<typeof releasedTable>;

/** Beside what the engine is given: the pool of mp_app, which keeps what has left. */
export interface ReleaseDeps extends EngineDeps {
  readonly app: Pool;
}

/** Who lets a table out, nobody who is signed in where it leaves by the terminal, and the id it gets. */
export interface Releasing {
  readonly by: Uuid | undefined;
  readonly release: Uuid;
}

/** A table as it may leave; without an id while it has not. */
export type MayLeave = Pick<ReleasedTable, "table" | "held"> &
  Partial<Pick<ReleasedTable, "release" | "hash">>;

const FIND = statement(
  "followup_release_find",
  "select release, answer, encode(answer_hash, 'hex') as hash from followup_release where tenant = $1 and release = $2",
);

const refusals = {
  few: "followup.too-few",
  follows: "followup.already-told",
  "too-much": "followup.too-much-told",
} as const;

/**
 * Makes a table that may leave the board: small counts and what they could be worked out from are withheld,
 * with everything the board has told before in view, and what is told is kept. The same question gives the
 * same answer until so much has changed that the change tells of nobody.
 *
 * Refuses what {@link askTable} refuses, `followup.too-few`, `followup.already-told` and
 * `followup.too-much-told`.
 */
export async function releaseTable(
  deps: ReleaseDeps,
  scope: Scope,
  query: TableQuery,
  releasing: Releasing,
): Promise<Result<ReleasedTable, Problem[]>> {
  return inTenant(deps.app, scope.tenant, async (tx) => {
    await tx.run(lockReleases, [scope.tenant]);
    const found = await tableThatMayLeave(tx, deps, { scope, query, releasing });
    if (!found.ok) return found;
    const { release = releasing.release, hash = "", ...told } = found.value;
    return ok({ release, hash, ...told });
  });
}

/**
 * The same in a transaction of case handling, which has taken `lockReleases` where the table is to leave: without
 * `releasing` it is shown as it would, and nothing is kept.
 */
export async function tableThatMayLeave(
  tx: Tx,
  deps: EngineDeps,
  asked: {
    readonly scope: Scope;
    readonly query: TableQuery;
    readonly releasing: Releasing | undefined;
  },
): Promise<Result<MayLeave, Problem[]>> {
  const { scope, query } = asked;
  const { pack } = deps.packs.current(scope.tenant);
  const resolved = resolveQuery(query, pack);
  if (!resolved.ok) return resolved;
  const past = await listPast(tx, resolved.value, pack);
  const counted = await countFor(deps, scope, query, past);
  return counted.ok ? decide(tx, { deps, past, ...asked, ...counted.value }) : counted;
}

/** A table that has left, as it was given; undefined where there is none of that id. */
export async function findRelease(tx: Tx, release: Uuid): Promise<ReleasedTable | undefined> {
  const [row] = await tx.rows<{ release: Uuid; answer: string; hash: string }>(FIND, [
    tx.tenant,
    release,
  ]);
  return row && { release: row.release, hash: row.hash, ...parseAnswer(row.answer), held: false };
}

function parseAnswer(text: string): Pick<ReleasedTable, "table"> {
  return { table: tableAnswer.parse(JSON.parse(text)) };
}

interface Counted {
  readonly asked: AskedTable;
  /** Of the table first, then of those before it. */
  readonly atoms: readonly Atom[];
}

/** Counts the table, and what tells its rows and those of earlier tables apart, at the same moment. */
async function countFor(
  deps: EngineDeps,
  scope: Scope,
  query: TableQuery,
  past: readonly PastRelease[],
): Promise<Result<Counted, Problem[]>> {
  const tables = past.map(({ resolved, numbers }): AtomTable => ({
    resolved,
    pools: numbers.pools,
  }));
  let atoms: readonly Atom[] = [];
  const asked = await askTable(deps, scope, query, async (tx, { resolved, table }) => {
    const book = await loadCodeBook(tx);
    atoms = await readAtoms(tx, [{ resolved, pools: [...table.pools] }, ...tables], book);
  });
  return asked.ok ? ok({ asked: asked.value, atoms }) : asked;
}

interface Deciding extends Counted {
  readonly deps: EngineDeps;
  readonly scope: Scope;
  readonly releasing: Releasing | undefined;
  readonly past: readonly PastRelease[];
}

async function decide(tx: Tx, deciding: Deciding): Promise<Result<MayLeave, Problem[]>> {
  const { deps, asked, atoms, past } = deciding;
  const { least } = deps.settings.outside;
  const numbers = numbersOf(atoms, 0);
  const queryText = canonicalJson(jsonOf(asked.resolved.query));
  const before = past.findLast((each) => each.queryText === queryText);
  if (before !== undefined) {
    const standing = standingOf(numbers, before.numbers, least);
    const given = await findRelease(tx, before.release);
    // What was told stands, once its basis is destroyed.
    const destroyed = asked.destroyed.length > 0;
    if ((destroyed || standing !== "new") && given !== undefined) {
      return ok({ ...given, held: destroyed || standing === "few-changed" });
    }
  }
  const pools = [...asked.table.pools];
  const changed = changedByFew(asked.resolved, numbers, pools, past, least);
  const near = connected(atoms, past.map(pastTable));
  const decided = decideRelease(near.atoms, 0, near.past, { least, changed });
  if (decided.kind !== "told") return fail(problem(refusals[decided.kind]));
  return keep(tx, deciding, queryText, toldOf(numbers, decided.withheld, pools));
}

function pastTable({ numbers }: PastRelease, at: number): PastTable {
  return {
    table: at + 1,
    told: new Set(Object.keys(numbers.told)),
    withheld: new Set(numbers.withheld),
  };
}

function toldOf(
  numbers: readonly TableNumber[],
  withheld: ReadonlySet<string>,
  pools: ToldNumbers["pools"],
): ToldNumbers {
  const told = numbers.filter(({ key }) => !withheld.has(key));
  return {
    told: Object.fromEntries(told.map(({ key, n }) => [key, n])),
    withheld: [...withheld].toSorted(),
    pools,
  };
}

/** Keeps the table as it leaves, before it does. */
async function keep(
  tx: Tx,
  { deps, scope, asked, releasing }: Deciding,
  queryText: string,
  numbers: ToldNumbers,
): Promise<Result<MayLeave, Problem[]>> {
  const table = releaseAnswer(deps, scope, asked, numbers);
  if (releasing === undefined) return ok({ held: false, table });
  const { kind, counts } = asked.resolved;
  const { release, by } = releasing;
  const hash = await keepRelease(
    tx,
    { kind, counts, text: queryText },
    {
      release,
      by,
      numbers,
      answer: canonicalJson(jsonOf(table)),
      specDigest: asked.inUse.digest,
      cutOff: table.definition.cutOff,
    },
  );
  return ok({ release, hash, held: false, table });
}

/** What is left out is not there: canonical JSON knows no undefined. */
export function jsonOf(value: object): Json {
  return parseJson(JSON.stringify(value));
}

function parseJson(text: string): Json {
  return JSON.parse(text) as Json;
}
