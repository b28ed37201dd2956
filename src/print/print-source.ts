import type { AktState, MatterState } from "../domain/akt-state.ts";
import { guardianOrder } from "../domain/audience.ts";
import type { Answers, AnswerValue } from "../domain/event.ts";
import type { PersonState } from "../domain/person/person-state.ts";
import { itemsOf, textOf } from "../domain/read.ts";
import { objectionsTo } from "../domain/record/objections.ts";
import { parseUuid, type Uuid } from "../kernel/ids.ts";
import { problem } from "../kernel/problem.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { logAccess } from "../store/access-log.ts";
import { isGuardian, aroundChild, loadFamilyOfAkt, partiesOn } from "../store/commands/load-akt.ts";
import { boardTime, loadOrganisation } from "../store/commands/organisation.ts";
import type { Store } from "../store/deps.ts";
import { inTenant, type Tx } from "../store/in-tenant.ts";
import { headOf, readStreamState, type StateRow } from "../store/log/stream-state.ts";
import { aktFold, personFold } from "../store/log/streams.ts";
import { contentHash } from "../store/projections/document.ts";
import { statement } from "../store/statement.ts";
import { readEvent, readEvents } from "../store/views/read-akt.ts";
import { standingViews } from "../store/views/standing-views.ts";
import { readDocumentVersion } from "../store/views/read-documents.ts";
import { citedEntries } from "./cited-entries.ts";
import type { AnyFacts, ObjectionFacts, VersionFacts } from "./facts.ts";
import {
  basisFactsOf,
  decisionFactsOf,
  entryFactsOf,
  mayBeNamed,
  type PrintRecord,
} from "./facts-of-record.ts";
import { findEntry } from "./find-entry.ts";
import type { PrintRequest, PrintSource, PrintSubject } from "./make-print.ts";
import type { PrintKind } from "./model.ts";
import { readHiddenEntries } from "./hidden-entries.ts";
import { printSpec } from "./print-spec.ts";
import { reportAnswers } from "./report-answers.ts";

const TALKS = statement(
  "print_talks_of_matter",
  `select c.seq
   from chronology c
   where c.tenant = $1 and c.matter = $2 and c.type = 'talk.signed'
   order by c.on_date desc, c.seq desc`,
);

const PERSONS = statement(
  "print_persons",
  `select stream, seq, hash, state_version, state from stream_state
   where tenant = $1 and kind = 'person' and stream = any ($2::uuid[])`,
);

interface PersonRow extends StateRow<PersonState> {
  readonly stream: Uuid;
}

/** The version that is asked for, with the content it had. */
export interface Found {
  readonly matter: MatterState;
  /** The document, where the kind of print does not say it. */
  readonly document?: string;
  /** The number of the entry that holds it; a version of the basis is known by its document. */
  readonly seq?: number;
  readonly content: Answers;
  readonly version: VersionFacts;
  readonly specDigest: string;
  readonly author: Uuid;
}

/** Reads the facts of prints from the store, each in one transaction with its row in the access log. */
export function storedPrintSource(store: Store): PrintSource {
  return {
    read: (tenant, request) =>
      inTenant(store.pools.app, tenant, (tx) => readSubject(store, tx, request)),
  };
}

async function readSubject(
  store: Store,
  tx: Tx,
  request: PrintRequest,
): Promise<Result<PrintSubject>> {
  const head = await readStreamState(tx, aktFold, request.akt);
  if (head === undefined) return fail(problem("akt.not-found", { status: 404 }));
  const matters = Object.values(head.state.matters);
  const found = await findVersion(tx, request, head.state);
  if (found === undefined) return fail(problem("print.not-signed", { status: 409 }));
  const { record, now } = await readRecord(store, tx, head.state, { ...found, matters });
  logAccess(tx, "view", request.access, now);
  return ok({ facts: factsOf(request.what, record), matter: found.matter.matter });
}

function findVersion(tx: Tx, request: PrintRequest, state: AktState): Promise<Found | undefined> {
  const matters = Object.values(state.matters);
  if (request.what === "entry") return findEntry(tx, request, state);
  return request.what === "basis"
    ? findBasis(tx, request, matters)
    : findDecision(tx, request, matters);
}

function factsOf(what: PrintKind, record: PrintRecord): AnyFacts {
  if (what === "entry") return entryFactsOf(record);
  return what === "basis" ? basisFactsOf(record) : decisionFactsOf(record);
}

async function readRecord(
  store: Store,
  tx: Tx,
  state: AktState,
  { matters, ...found }: Found & { readonly matters: readonly MatterState[] },
) {
  const [{ matter, content, specDigest }, { akt }] = [found, state];
  const pack = store.packs.find(specDigest);
  if (pack === undefined) throw new Error(`The specification ${specDigest} is not installed`);
  const objections = await readObjections(tx, akt, found);
  const [organisation, family, others, reports, cited, talks] = await Promise.all([
    loadOrganisation(store, tx),
    loadFamilyOfAkt(tx, akt),
    personsIn(tx, { ...content, objecting: objections.flatMap(({ by }) => by) }),
    readEvents(
      tx,
      akt,
      matters.flatMap(({ reports: all }) => all.map(({ seq }) => seq)),
    ),
    citedEntries(tx, state, matter, content),
    tx.rows<{ seq: number }>(TALKS, [tx.tenant, matter.matter]),
  ]);
  if (family === undefined) throw new Error(`The akt ${akt} has no child`);
  const [standing, reported] = await Promise.all([
    readTalks(tx, state, talks),
    reportAnswers(tx, state, reports),
  ]);
  const hiddenEntries = await readHiddenEntries(tx, state);
  const { now, today } = boardTime(store, organisation.board);
  const related = new Set<string>([
    family.child.person,
    ...family.relatives.map(({ person }) => person),
  ]);
  const record: PrintRecord = {
    ...found,
    today,
    board: { name: organisation.board.name, synthetic: organisation.board.synthetic },
    units: organisation.state.units,
    staff: organisation.staff,
    spec: printSpec(pack.pack),
    law: store.law.law,
    child: family.child,
    guardians: partiesOn(family, today).guardians,
    everGuardians: aroundChild(family),
    guardianOrder: guardianOrder(family.relatives.filter(({ kind }) => isGuardian(kind))),
    others: others.filter((person) => mayBeNamed(person, related, today)),
    reports: [...reported.values()].flatMap(({ counts, first = counts }) => [counts, first]),
    talks: standing.map(({ event }) => event.body.data),
    objections,
    hiddenEntries,
    cited,
  };
  return { record, now };
}

/** The talks of a matter, as they stand. */
async function readTalks(tx: Tx, state: AktState, talks: readonly { readonly seq: number }[]) {
  const seqs = talks.map(({ seq }) => seq);
  const spoken = await readEvents(tx, state.akt, seqs);
  return standingViews(
    tx,
    state,
    seqs.flatMap((seq) => spoken.get(seq) ?? []),
  );
}

/** What has been objected to the document, in the words it was said with. */
async function readObjections(
  tx: Tx,
  akt: Uuid,
  { matter, version, seq }: Found,
): Promise<readonly ObjectionFacts[]> {
  const about = seq === undefined ? { document: version.document } : { seq };
  const noted = objectionsTo(matter, about);
  const events = await readEvents(
    tx,
    akt,
    noted.map((each) => each.seq),
  );
  return noted.map(({ hiddenFrom = [], ...each }) => ({
    ...each,
    hiddenFrom,
    text: textOf(events.get(each.seq)?.event.body.data["text"]) ?? "",
  }));
}

/** A version of the basis that is fixed or signed; one made void is printed no more. */
async function findBasis(
  tx: Tx,
  request: PrintRequest,
  matters: readonly MatterState[],
): Promise<Found | undefined> {
  if (request.item === undefined) return undefined;
  const read = await readDocumentVersion(tx, request.item, request.version);
  const matter = matters.find((one) => one.matter === read?.matter);
  if (read === undefined || matter === undefined || read.akt !== request.akt) return undefined;
  if (read.status === "voided") return undefined;
  return {
    matter,
    content: read.content,
    version: {
      document: read.document,
      version: read.version,
      status: read.signedAt === null ? "fixed" : "signed",
      at: read.signedAt ?? read.fixedAt,
      contentHash: read.contentHash,
    },
    specDigest: read.specDigest,
    author: read.signedBy ?? read.author,
  };
}

/** A decision is made once; only a new decision changes it. */
async function findDecision(
  tx: Tx,
  request: PrintRequest,
  matters: readonly MatterState[],
): Promise<Found | undefined> {
  const matter = matters.find(({ decisions }) =>
    decisions.some(({ decision }) => decision === request.item),
  );
  const made = matter?.decisions.find(({ decision }) => decision === request.item);
  if (matter === undefined || made === undefined) return undefined;
  const read = await readEvent(tx, request.akt, made.seq);
  if (read === undefined) return undefined;
  const { data } = read.event.body;
  return {
    matter,
    content: data,
    seq: made.seq,
    version: {
      document: made.decision,
      version: 1,
      status: "signed",
      at: read.event.occurredAt,
      contentHash: contentHash(data).toString("hex"),
    },
    specDigest: read.specDigest,
    author: read.event.actor,
  };
}

/** The persons whose ids stand among the answers; ids of other things are nobody's. */
export async function personsIn(tx: Tx, content: Answers): Promise<readonly PersonState[]> {
  const ids = new Set(Object.values(content).flatMap(idsIn));
  if (ids.size === 0) return [];
  const rows = await tx.rows<PersonRow>(PERSONS, [tx.tenant, [...ids]]);
  const heads = await Promise.all(rows.map((row) => headOf(tx, personFold, row.stream, row)));
  return heads.map(({ state }) => state);
}

function idsIn(value: AnswerValue): readonly Uuid[] {
  if (typeof value === "string") return [parseUuid(value)].filter((id) => id !== undefined);
  if (!Array.isArray(value)) return [];
  const items = itemsOf(value).flatMap((item) => Object.values(item));
  return [...value.filter((one) => typeof one === "string"), ...items].flatMap(idsIn);
}
