import { runningMatter } from "../../domain/demands.ts";
import type { AktState } from "../../domain/akt-state.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { logAccess } from "../access-log.ts";
import type { PackInUse, Store } from "../deps.ts";
import { eraseDraft, lockDraft } from "../drafts/draft-rows.ts";
import type { Tx } from "../in-tenant.ts";
import { findAkter } from "../projections/akt.ts";
import { sealOriginal } from "../sealed-original.ts";
import { findAnswer, requestDigest, saveAnswer, type CommandIdentity } from "./command-row.ts";
import { decideChild, startedBy, type ChildSetting, type DecidedChild } from "./decide-child.ts";
import { drawNumbers } from "./draw-numbers.ts";
import {
  checkIntake,
  intakeType,
  type IntakeAnswer,
  type IntakeRequest,
  type ReportedChild,
  type ReportedOpening,
} from "./intake-request.ts";
import { loadFamilyOfPerson, lockAkt, lockLinked } from "./load-akt.ts";
import { boardTime, loadOrganisation } from "./organisation.ts";
import { transactCommand } from "./transact-command.ts";
import { writeAkt } from "./write-akt.ts";

/**
 * Receives one report about one or several children in one transaction. Each child's akt (made now if
 * there is none) gets its own parts of the text and that more children were named; the original is
 * sealed. With a running investigation the report goes to its matter, else it starts one.
 *
 * Problems: those of `checkIntake` and `decideAkt`, `person.not-found`, `draft.unresolved-conflict`,
 * `command.id-reused`.
 */
export function executeIntake(store: Store, request: IntakeRequest): Promise<Result<IntakeAnswer>> {
  return transactCommand(store, request, (tx) => runIntake(store, tx, request));
}

/** {@link executeIntake} in a transaction that is open already. `at` stands in for the clock. */
export async function runIntake(
  store: Store,
  tx: Tx,
  request: IntakeRequest,
  at?: Instant,
): Promise<Result<IntakeAnswer>> {
  const digest = requestDigest(askedOf(request));
  if (!digest.ok) return digest;
  const problems = checkIntake(request);
  if (problems.length > 0) return fail(problems);
  const identity = { ...request, type: intakeType(request), digest: digest.value };
  const { known, ...setting } = await loadSetting(store, tx, request, identity, at);
  if (known !== undefined) return known;
  const drawn = await numbersFor(store, tx, request, setting);
  const told = { ...setting, numbers: drawn.numbers };
  const decided = request.children.map((child) => decideChild(store, request, child, told));
  const refused = decided.flatMap((result) => (result.ok ? [] : result.problems));
  if (refused.length > 0) return fail(distinct(refused));
  const children = decided.flatMap((result) => (result.ok ? [result.value] : []));
  const answer = answerOf(children);
  const first = children[0];
  if (first === undefined) return fail(problem("report.no-child"));
  const { time } = setting;
  drawn.keep();
  const written = children.map((child) => writeAkt(store, tx, child.decided, child.context));
  if (request.children.length > 1) sealOriginal(store, tx, request, time.now);
  if (request.draft !== undefined) eraseDraft(tx, request.draft);
  logAccess(tx, "command", request.access, time.now);
  saveAnswer(tx, identity, { stream: first.akt, at: time.now }, answer);
  await Promise.all(written);
  return ok(answer);
}

async function loadSetting(
  store: Store,
  tx: Tx,
  request: IntakeRequest,
  identity: CommandIdentity,
  at: Instant | undefined,
): Promise<Omit<ChildSetting, "numbers"> & { readonly known: Result<IntakeAnswer> | undefined }> {
  const persons = request.children.map((child) => child.person);
  const [organisation, pack, akter] = await Promise.all([
    loadOrganisation(store, tx),
    packOf(store, tx, request),
    findAkter(tx, persons),
  ]);
  // Sent in this order, so they are locked in this order; a person is read once nobody writes rows about it.
  const ascending = [...akter.values()].toSorted();
  const [heads, families, known] = await Promise.all([
    Promise.all(ascending.map((akt) => lockAkt(tx, akt))),
    Promise.all(persons.map((person) => loadFamilyOfPerson(tx, person))),
    // Asked once the akter are locked: what ran at the same time is committed and seen.
    findAnswer<IntakeAnswer>(tx, identity),
  ]);
  const opens = request.children.some((child) => child.opening !== undefined);
  const linked = new Map<Uuid, readonly AktState[]>();
  for (const [index, akt] of opens ? ascending.entries() : []) {
    const state = heads[index]?.state;
    if (state?.linked !== undefined) linked.set(akt, await lockLinked(tx, state));
  }
  return {
    known,
    tenant: tx.tenant,
    linked,
    organisation,
    pack,
    akter,
    families: new Map(persons.map((person, index) => [person, families[index]])),
    heads: new Map(ascending.map((akt, index) => [akt, heads[index]])),
    time: boardTime(store, organisation.board, at),
  };
}

/** A number for each matter that would be started and has none reserved. */
async function numbersFor(
  store: Store,
  tx: Tx,
  request: IntakeRequest,
  setting: Omit<ChildSetting, "numbers">,
): Promise<{ readonly numbers: ReadonlyMap<Uuid, string>; readonly keep: () => void }> {
  const started = request.children
    .filter(({ number }) => number === undefined)
    .flatMap((child) => startedBy(setting, child) ?? []);
  const year = Number(setting.time.today.slice(0, 4));
  const { numbers, keep } = await drawNumbers(store, tx, year, started.length);
  const given = started.flatMap((matter, at): [Uuid, string][] => {
    const number = numbers[at];
    return number === undefined ? [] : [[matter, number]];
  });
  return { numbers: new Map(given), keep };
}

/** One report is one text: all its akter read it by the pack it was begun with. */
async function packOf(store: Store, tx: Tx, request: IntakeRequest): Promise<PackInUse> {
  // Locked: it is erased, with every field that was saved until now.
  const head = request.draft === undefined ? undefined : await lockDraft(tx, request.draft);
  const begun = head === undefined ? undefined : store.packs.find(head.specDigest);
  return begun ?? store.packs.current(tx.tenant, request.children[0]?.matter);
}

function answerOf(children: readonly DecidedChild[]): IntakeAnswer {
  return {
    children: children.map(({ child, akt, matter, decided }) => ({
      person: child.person,
      akt,
      matter,
      report: child.report,
      running: decided.state !== undefined && runningMatter(decided.state) !== undefined,
    })),
    warnings: distinct(children.flatMap((child) => child.decided.warnings)),
  };
}

/** What is wrong with the common answers is said once, not once a child. */
function distinct(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((found) => [JSON.stringify(found), found])).values()];
}

function askedOf(request: IntakeRequest) {
  return {
    type: intakeType(request),
    actor: request.actor,
    data: request.data,
    children: request.children.map(askedOfChild),
    draft: request.draft ?? null,
    reasons: request.reasons,
  };
}

function askedOfChild({ person, report, matter, protection, opening }: ReportedChild) {
  const asked = { person, report, matter, protection: protection ?? null };
  return opening === undefined ? asked : { ...asked, opening: askedOfOpening(opening) };
}

function askedOfOpening({ investigation, investigator, data }: ReportedOpening) {
  return { investigation, investigator: investigator ?? null, data };
}
