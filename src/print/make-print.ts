import { createHash } from "node:crypto";
import { copyFor, isHiddenFrom, type Recipient } from "../domain/copy.ts";
import type { Uuid } from "../kernel/ids.ts";
import { problem } from "../kernel/problem.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import type { AccessEntry } from "../store/access-log.ts";
import type { Tenant } from "../store/tenant.ts";
import { buildBasis } from "./build-basis.ts";
import { recipientOf } from "./build-context.ts";
import { buildDecision } from "./build-decision.ts";
import { buildEntry } from "./build-entry.ts";
import type { AnyFacts } from "./facts.ts";
import { printDocument } from "./print-documents.ts";
import type { FileStore, StoredPrint } from "./file-store.ts";
import { shortId } from "./frame.ts";
import type { PrintKind, PrintModel } from "./model.ts";
import { type PrintTextId, say } from "./print-texts.ts";
import type { Renderer } from "./render.ts";
import { scanCopy } from "./scan.ts";

/** Which document or decision, in which version, for whom. */
export interface PrintRequest {
  readonly akt: Uuid;
  readonly what: PrintKind;
  /** Document id of the basis, or decision id. */
  readonly item?: Uuid;
  /** The number of the entry that holds a document of a measure. */
  readonly entry?: number;
  /** The latest one where absent. */
  readonly version?: number;
  /** A person id, whoever carries out the measure, or the unit's own copy. */
  readonly recipient: PrintRecipient;
  readonly actor: Uuid;
  readonly access: AccessEntry;
}

export type PrintRecipient = Uuid | "internal" | "provider";

/** What a print is made of, with where it belongs. */
export interface PrintSubject {
  readonly facts: AnyFacts;
  readonly matter: Uuid;
}

/** Where the facts come from: the store; reading them leaves a row in the access log. */
export interface PrintSource {
  /** Refuses with `akt.not-found` and `print.not-signed`. */
  read(tenant: Tenant, request: PrintRequest): Promise<Result<PrintSubject>>;
}

export interface PrintDeps {
  readonly source: PrintSource;
  readonly files: FileStore;
  readonly renderer: Renderer;
}

export interface MadePrint extends StoredPrint {
  /** How many things the recipient does not get. */
  readonly omitted: number;
}

const fileNames: Readonly<Record<"basis" | "decision", PrintTextId>> = {
  basis: "print.file.basis",
  decision: "print.file.decision",
};

function fileNameOf(facts: AnyFacts): string {
  return facts.kind === "entry"
    ? (printDocument(facts.document)?.file ?? facts.document)
    : say(fileNames[facts.kind]);
}
const mediaType = "application/pdf";
/** Letters that tell two copies of the same document apart, on paper and in the name of the file. */
const copyCodeLength = 4;

/**
 * The legal print of a version for a recipient: made the first time it is asked for, kept with its hash,
 * and the same file ever after. Refuses with `akt.not-found`, `print.not-signed`,
 * `print.recipient-not-party`, `print.reporter-named-in-text` (OSL 26:5), `print.protected-detail-in-text`,
 * `print.hidden-text-repeated`, `print.render-failed` and `print.render-timeout`.
 */
export async function makePrint(
  deps: PrintDeps,
  tenant: Tenant,
  request: PrintRequest,
): Promise<Result<MadePrint>> {
  const read = await readCopy(deps.source, tenant, request);
  if (!read.ok) return read;
  const { model, subject, name, matter, omitted } = read.value;
  const kept = await deps.files.find(tenant, subject);
  if (kept !== undefined) return ok({ ...kept, omitted });
  const pdf = await deps.renderer.render(model);
  if (!pdf.ok) return pdf;
  const { akt, actor: madeBy } = request;
  const print = { subject, name, mediaType, bytes: pdf.value, akt, matter, madeBy };
  const stored = await deps.files.put(tenant, print);
  return stored.ok ? ok({ ...stored.value, omitted }) : stored;
}

/** A copy as it is before it is set: what it says, and as what it is kept. */
export interface PrintCopy {
  readonly model: PrintModel;
  readonly subject: string;
  readonly name: string;
  readonly matter: Uuid;
  readonly omitted: number;
}

/** The copy of a version for a recipient, masked and looked through. Refuses as {@link makePrint} does. */
export async function readCopy(
  source: PrintSource,
  tenant: Tenant,
  request: PrintRequest,
): Promise<Result<PrintCopy>> {
  const read = await source.read(tenant, request);
  if (!read.ok) return read;
  const { facts, matter } = read.value;
  const recipient = findRecipient(facts, request.recipient);
  if (recipient === undefined) return fail(problem("print.recipient-not-party", { status: 409 }));
  if (isHiddenFrom(facts.content, recipient)) {
    return fail(problem("print.hidden-from-recipient", { status: 409 }));
  }
  const { omitted } = copyFor(facts.content, recipient, facts.reporterShielded);
  const subject = subjectOf(facts, request);
  const copyCode = createHash("sha256").update(subject).digest("hex").slice(0, copyCodeLength);
  const model = build(facts, recipient, copyCode);
  const problems = scanCopy(model, facts, recipient);
  // Also of a copy that was made before: what it says may have become secret since.
  if (problems.length > 0) return fail(problems);
  const name = `${fileNameOf(facts)}-${shortId(facts.version.document)}-${copyCode}.pdf`;
  return ok({ model, subject, name, matter, omitted: omitted.length });
}

function findRecipient(facts: AnyFacts, wanted: PrintRecipient): Recipient | undefined {
  if (wanted === "internal") return { kind: "internal" };
  const party = facts.parties.find((one) =>
    wanted === "provider" ? one.kind === "provider" : one.person === wanted,
  );
  return party === undefined ? undefined : recipientOf(party);
}

function build(facts: AnyFacts, recipient: Recipient, copyCode: string): PrintModel {
  switch (facts.kind) {
    case "basis":
      return buildBasis(facts, recipient, copyCode);
    case "decision":
      return buildDecision(facts, recipient, copyCode);
    case "entry":
      return buildEntry(facts, recipient, copyCode);
  }
}

/**
 * What is printed once. A version is printed anew when it is signed, corrected or objected to, and when the reporter
 * has been shielded since: a copy from before must not be handed out again.
 */
function subjectOf(facts: AnyFacts, request: PrintRequest): string {
  const { document, version, status } = facts.version;
  const kind = facts.kind === "entry" ? `${facts.document}-${request.entry ?? 0}` : facts.kind;
  const parts = [kind, document, `v${version}`, status, request.recipient];
  const objections = (facts.objections ?? []).map(({ seq }) => seq);
  return [
    ...parts,
    ...(facts.reporterShielded ? ["shielded"] : []),
    ...(objections.length === 0 ? [] : [`objections-${objections.join("-")}`]),
    ...(facts.version.corrected === undefined ? [] : [`corrected-${facts.version.corrected}`]),
  ].join("/");
}
