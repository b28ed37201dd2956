import type { ActionId, PurposeId } from "../contract/route.ts";
import type { Uuid } from "../kernel/ids.ts";
import type { Tx } from "../store/in-tenant.ts";
import { onceFor } from "../store/once-for.ts";
import { keptStatement, statement } from "../store/statement.ts";
import { may, relationTo, stageOf, subjectOf, type MatterFacts } from "./policy.ts";
import type { Actor, DenyRule, FieldClass, Verdict } from "./policy-types.ts";

/** An akt as the policy sees it: whose it is, and its matters with who has them. */
export interface AktFacts {
  readonly akt: Uuid;
  readonly person: Uuid;
  readonly protected: boolean;
  readonly matters: ReadonlyMap<Uuid, MatterFacts>;
}

interface Row {
  readonly akt: Uuid;
  readonly person: Uuid;
  readonly protected: boolean;
  readonly matter: Uuid | null;
  readonly unit: Uuid | null;
  readonly worker: Uuid | null;
  readonly coWorker: Uuid | null;
  readonly offeredTo: Uuid | null;
  readonly closed: boolean;
}

const facts = (which: string) => `select a.akt, a.person, p.protected, m.matter, m.unit, m.worker,
     m.co_worker as "coWorker", m.offered_to as "offeredTo", m.closed_on is not null as closed
   from akt a
   join person p on p.tenant = a.tenant and p.person = a.person
   left join matter m on m.tenant = a.tenant and m.akt = a.akt
   where a.tenant = $1 and a.akt ${which}`;

const READ = keptStatement("akt_facts", facts("= $2"));
const READ_SOME = statement("akt_facts_of_some", facts("= any($2)"));
const READ_OF_DRAFTS = statement(
  "akt_facts_of_drafts",
  facts("in (select akt from draft where tenant = $1 and draft = any($2))"),
);

const factsOnce = onceFor<AktFacts | undefined>();

/** Reads what the policy needs to know of an akt; undefined when there is none. The same rows give the same facts. */
export async function findAktFacts(tx: Tx, akt: Uuid): Promise<AktFacts | undefined> {
  const rows = await tx.rows<Row>(READ, [tx.tenant, akt]);
  return factsOnce([rows], () => factsOf(rows));
}

/** As {@link findAktFacts} for several akter at once, by akt; an unknown akt is left out. */
export async function findFactsOfAkter(
  tx: Tx,
  akter: readonly Uuid[],
): Promise<ReadonlyMap<Uuid, AktFacts>> {
  if (akter.length === 0) return new Map();
  return factsByAkt(await tx.rows<Row>(READ_SOME, [tx.tenant, [...new Set(akter)]]));
}

/** As {@link findAktFacts} for the akter that some drafts belong to, by akt. */
export async function findFactsOfDrafts(
  tx: Tx,
  drafts: readonly Uuid[],
): Promise<ReadonlyMap<Uuid, AktFacts>> {
  return factsByAkt(await tx.rows<Row>(READ_OF_DRAFTS, [tx.tenant, [...new Set(drafts)]]));
}

function factsByAkt(rows: readonly Row[]): ReadonlyMap<Uuid, AktFacts> {
  const found = new Map<Uuid, AktFacts>();
  for (const [akt, ofAkt] of Map.groupBy(rows, (row) => row.akt)) {
    const known = factsOf(ofAkt);
    if (known !== undefined) found.set(akt, known);
  }
  return found;
}

/** The rows of one akt, one for each of its matters. */
function factsOf(rows: readonly Row[]): AktFacts | undefined {
  const [first] = rows;
  if (first === undefined) return undefined;
  const matters = new Map<Uuid, MatterFacts>();
  for (const row of rows) {
    if (row.matter !== null) matters.set(row.matter, matterFacts(row));
  }
  return { akt: first.akt, person: first.person, protected: first.protected, matters };
}

function matterFacts(row: Row): MatterFacts {
  return {
    akt: row.akt,
    ...(row.matter === null ? {} : { matter: row.matter }),
    unit: row.unit ?? undefined,
    worker: row.worker ?? undefined,
    coWorker: row.coWorker ?? undefined,
    offeredTo: row.offeredTo ?? undefined,
    closed: row.closed,
    protected: row.protected,
  };
}

/** A matter nobody has been given: what a new matter is, and what an akt without matters counts as. */
function untouched(akt: AktFacts): MatterFacts {
  return {
    akt: akt.akt,
    unit: undefined,
    worker: undefined,
    coWorker: undefined,
    closed: false,
    protected: akt.protected,
  };
}

/** May somebody do this in one matter of an akt? A matter that is not there yet counts as new. */
export function mayInMatter(
  actor: Actor,
  action: ActionId,
  purpose: PurposeId,
  akt: AktFacts,
  matter: Uuid,
): Verdict {
  const facts = akt.matters.get(matter) ?? untouched(akt);
  return may(actor, action, subjectOf(actor, facts), purpose);
}

/** What somebody may read of an akt: which matters, and which classes of fields. */
export interface AktReading {
  readonly matters: ReadonlySet<Uuid>;
  readonly classes: readonly FieldClass[];
}

/**
 * May somebody read an akt, and which of its matters? Who works with a running matter of the child reads the
 * child's earlier matters too: an assessment rests on the whole akt. Otherwise each matter counts by itself, also
 * one that is only new: everybody who receives reports reaches it, and anybody could send one about any child.
 */
export function mayReadAkt(
  actor: Actor,
  action: ActionId,
  purpose: PurposeId,
  akt: AktFacts,
): AktReading | { readonly deny: DenyRule } {
  const facts = akt.matters.size === 0 ? [untouched(akt)] : [...akt.matters.values()];
  const verdicts = facts.map((matter) => ({
    working: isWorkedWith(actor, matter),
    verdict: may(actor, action, subjectOf(actor, matter), purpose),
  }));
  const allowed = verdicts.filter(({ verdict }) => "allow" in verdict);
  const [best] = allowed;
  if (best === undefined || !("allow" in best.verdict)) return { deny: denialOf(verdicts) };
  const reachesAll = allowed.some(({ working }) => working);
  const reached = [...akt.matters.keys()].filter(
    (matter) => reachesAll || "allow" in mayInMatter(actor, action, purpose, akt, matter),
  );
  return { matters: new Set(reached), classes: best.verdict.allow };
}

/** Running, and reached by a task in it: given to somebody or to a unit, or left to the managers. */
function isWorkedWith(actor: Actor, matter: MatterFacts): boolean {
  return !matter.closed && (relationTo(actor, matter) !== "none" || stageOf(matter) === "unplaced");
}

/**
 * A conflict of interest is told first: it holds for the whole akt. Then protection: it explains why a colleague's
 * child can't be opened.
 */
function denialOf(verdicts: readonly { readonly verdict: Verdict }[]): DenyRule {
  const rules = verdicts.flatMap(({ verdict }) => ("deny" in verdict ? [verdict.deny] : []));
  const told = (["access.barred", "access.protected"] as const).find((rule) =>
    rules.includes(rule),
  );
  return told ?? rules[0] ?? "access.not-yours";
}
