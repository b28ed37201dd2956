import { letterOf, letterProblems, recipientOf } from "../../domain/letters/letter-problems.ts";
import { enclosureProblems, possibleEnclosures } from "../../domain/letters/enclosures.ts";
import { textOf } from "../../domain/read.ts";
import type { Command } from "../../domain/command.ts";
import type { CommandSubject } from "../../domain/command-definition.ts";
import type { Answers } from "../../domain/event.ts";
import { decideAkt } from "../../domain/decide.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessEntry, logAccess } from "../../store/access-log.ts";
import { decideContext } from "../../store/commands/context.ts";
import { aroundChild, loadFamilyOfAkt, partiesOn } from "../../store/commands/load-akt.ts";
import { boardTime, loadOrganisation } from "../../store/commands/organisation.ts";
import type { Store } from "../../store/deps.ts";
import { inTenant, type Tx } from "../../store/in-tenant.ts";
import { readStreamState } from "../../store/log/stream-state.ts";
import { aktFold } from "../../store/log/streams.ts";
import type { Tenant } from "../../store/tenant.ts";
import { standingViews } from "../../store/views/standing-views.ts";
import { readDocumentVersion } from "../../store/views/read-documents.ts";
import { readEvents } from "../../store/views/read-akt.ts";
import { seqsOfPieces } from "../../domain/letters/child-pieces.ts";
import { type WordedPiece, wordedPieces } from "./child-words.ts";
import { readHiddenEntries } from "../hidden-entries.ts";
import { letterFactsOf, recipientName } from "./letter-facts.ts";
import { reportAnswers } from "../report-answers.ts";
import type { LetterPrintFacts, LetterRecord } from "./letter-record.ts";

/** Which letter, about what, for whom, with the writer's words. */
export interface LetterRequest {
  readonly akt: Uuid;
  readonly matter: Uuid;
  readonly ids: Readonly<Record<string, Uuid>>;
  /** Answers of the document `letter`. */
  readonly data: Answers;
  readonly actor: Uuid;
  readonly access: AccessEntry;
}

/** A letter as far as it has come: its facts, and everything that refuses its sending. */
export interface ReadLetter {
  readonly facts: LetterPrintFacts;
  readonly problems: readonly Problem[];
  /** What the record has for the child's own version; none in another letter. */
  readonly pieces: readonly WordedPiece[];
}

/**
 * Reads what a letter is made of, in one transaction with its row in the access log. Refuses with
 * `akt.not-found`, `matter.not-found` and, where there is no such letter or recipient, as
 * `letterProblems` does. `problems` are those of the sending: of the law, of protection, of what is missing.
 */
export function readLetter(
  store: Store,
  tenant: Tenant,
  request: LetterRequest,
): Promise<Result<ReadLetter>> {
  return inTenant(store.pools.app, tenant, (tx) => readWithin(store, tx, request));
}

async function readWithin(
  store: Store,
  tx: Tx,
  request: LetterRequest,
): Promise<Result<ReadLetter>> {
  const head = await readStreamState(tx, aktFold, request.akt);
  const family = await loadFamilyOfAkt(tx, request.akt);
  if (head === undefined || family === undefined) {
    return fail(problem("akt.not-found", { status: 404 }));
  }
  const matter = head.state.matters[request.matter];
  if (matter === undefined) return fail(problem("matter.not-found", { status: 404 }));
  const organisation = await loadOrganisation(store, tx);
  const time = boardTime(store, organisation.board);
  const pack = store.packs.current(tx.tenant, request.matter);
  const ctx = decideContext(store, organisation, { actor: request.actor, family, pack }, time);
  if (!ctx.ok) return ctx;
  logAccess(tx, "view", request.access, time.now);
  const command: Command = {
    type: "letter.send",
    matter: request.matter,
    ids: request.ids,
    data: request.data,
  };
  const subject: CommandSubject = { akt: head.state, matter, command, ctx: ctx.value };
  const letter = letterOf(ctx.value, request.data);
  const recipient = letter === undefined ? undefined : recipientOf(letter, subject, matter);
  if (letter === undefined || recipient === undefined) return fail([...letterProblems(subject)]);
  const read = await readAnswers(tx, request, head.state);
  const record: LetterRecord = {
    subject,
    matter,
    letter,
    recipient,
    board: { name: organisation.board.name, synthetic: organisation.board.synthetic },
    units: organisation.state.units,
    guardians: partiesOn(family, time.today).guardians,
    everGuardians: aroundChild(family),
    hiddenEntries: await readHiddenEntries(tx, head.state),
    now: time.now,
    ...read,
  };
  return ok({
    facts: letterFactsOf(record, request.ids["letter"] ?? request.akt),
    problems: [...unnamed(record), ...problemsOf(subject), ...enclosureWarnings(record)],
    pieces:
      letter.look === "child" ? wordedPieces(record, textOf(request.data["versionOf"]) ?? "") : [],
  });
}

/** What to look at before an enclosure goes; what refuses it stands among the problems of the sending. */
function enclosureWarnings({ subject, matter, letter, recipient }: LetterRecord) {
  const { data, ids } = subject.command;
  const possible = possibleEnclosures(letter, matter, ids, recipient);
  return enclosureProblems(data, possible).filter(({ severity }) => severity !== "block");
}

/** Everything that refuses the sending, whatever it is. */
function problemsOf(subject: CommandSubject): readonly Problem[] {
  const structural = letterProblems(subject);
  if (structural.length > 0) return structural;
  const { sentAt: _sentAt, ...data } = subject.command.data;
  const decided = decideAkt(subject.akt, { ...subject.command, data }, subject.ctx);
  return decided.ok ? decided.warnings : decided.problems;
}

function unnamed(record: LetterRecord): readonly Problem[] {
  if (record.recipient.audience.role !== "reporter") return [];
  return recipientName(record) === undefined
    ? [problem("letter.reporter-unnamed", { status: 409 })]
    : [];
}

/** The reports of every matter (an earlier reporter is as secret), and the decision the letter is about. */
async function readAnswers(
  tx: Tx,
  request: LetterRequest,
  akt: CommandSubject["akt"],
): Promise<Pick<LetterRecord, "reports" | "firstReports" | "decision" | "answersOf">> {
  const matters = Object.values(akt.matters);
  const reports = matters.flatMap((matter) => matter.reports);
  const decision = matters
    .flatMap(({ decisions }) => decisions)
    .find((made) => made.decision === request.ids["decision"]);
  const matter = akt.matters[request.matter];
  const seqs = [
    ...(matter === undefined ? [] : seqsOfPieces(matter)),
    ...reports.map(({ seq }) => seq),
    ...(decision === undefined ? [] : [decision.seq]),
  ];
  const events = await readEvents(tx, request.akt, seqs);
  const texts = await reportAnswers(tx, akt, events);
  const made = events.get(decision?.seq ?? 0)?.event.body.data;
  const told = new Map(
    (await standingViews(tx, akt, [...events.values()])).map(({ event }) => [event.seq, event]),
  );
  const basis = matter?.basis;
  // Signed as it was fixed, a basis has its words with the version and not with the signing.
  const version = basis === undefined ? undefined : await readDocumentVersion(tx, basis.document);
  return {
    answersOf: (seq) => {
      if (seq === basis?.seq && version !== undefined) return version.content;
      const body = told.get(seq)?.body;
      return body?.content ?? body?.data;
    },
    reports: new Map(reports.map(({ report, seq }) => [report, texts.get(seq)?.counts ?? {}])),
    firstReports: reports.map(({ report, seq }) => [report, texts.get(seq)?.first ?? {}] as const),
    ...(made === undefined ? {} : { decision: made }),
  };
}
