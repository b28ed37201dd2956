import { createHash } from "node:crypto";
import type { Uuid } from "../../kernel/ids.ts";
import type { Problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Store } from "../../store/deps.ts";
import type { Tenant } from "../../store/tenant.ts";
import type { FileStore } from "../file-store.ts";
import { shortId } from "../frame.ts";
import type { MadePrint } from "../make-print.ts";
import type { PrintModel } from "../model.ts";
import { say } from "../print-texts.ts";
import type { Renderer } from "../render.ts";
import { scanForDetails, scanForIdentity } from "../scan.ts";
import { buildLetter, fillOf } from "./build-letter.ts";
import type { LetterPrintFacts } from "./letter-record.ts";
import { type LetterRequest, readLetter } from "./letter-source.ts";

const mediaType = "application/pdf";
/** Letters that tell two copies of the same letter apart, on paper and in the name of the file. */
const copyCodeLength = 4;

/** A letter as its recipient will read it, and what stands in the way. */
export interface LetterPreview {
  readonly model: PrintModel;
  readonly omitted: number;
  readonly lacking: readonly string[];
  readonly problems: readonly Problem[];
}

export interface LetterDeps {
  readonly store: Store;
  readonly files: FileStore;
  readonly renderer: Renderer;
}

/** The letter without making a file of it. Refuses as `readLetter` does. */
export async function previewLetter(
  store: Store,
  tenant: Tenant,
  request: LetterRequest,
): Promise<Result<LetterPreview>> {
  const read = await readLetter(store, tenant, request);
  if (!read.ok) return read;
  return ok(previewOf(read.value.facts, read.value.problems));
}

/** As {@link previewLetter}, of facts that are read. */
export function previewOf(
  facts: LetterPrintFacts,
  problems: readonly Problem[] = [],
): LetterPreview {
  const { omitted, lacking } = fillOf(facts, false);
  const model = buildLetter(facts, false, "");
  return {
    model,
    omitted: omitted.length,
    lacking,
    problems: [...problems, ...scanLetter(model, facts)],
  };
}

/**
 * The letter on paper, for its recipient or the unit's own copy: made once for the same words, kept with its
 * hash. Refuses as `readLetter` does, with everything that refuses its sending (OSL 26:9 a, SoL 20:6, a
 * protected address), where a secret stands in its words (`print.reporter-named-in-text`,
 * `print.protected-detail-in-text`), and as the renderer does.
 */
export async function makeLetter(
  deps: LetterDeps,
  tenant: Tenant,
  request: LetterRequest,
  internal: boolean,
): Promise<Result<MadePrint>> {
  const read = await readLetter(deps.store, tenant, request);
  if (!read.ok) return read;
  const { facts, problems } = read.value;
  const stopping = [...problems, ...scanLetter(buildLetter(facts, false, ""), facts)].filter(
    ({ severity }) => severity === "block",
  );
  if (stopping.length > 0) return fail(stopping);
  const subject = subjectOf(facts, request, internal);
  const { omitted } = fillOf(facts, false);
  const kept = await deps.files.find(tenant, subject);
  if (kept !== undefined) return ok({ ...kept, omitted: omitted.length });
  const code = createHash("sha256").update(subject).digest("hex").slice(0, copyCodeLength);
  const pdf = await deps.renderer.render(buildLetter(facts, internal, code));
  if (!pdf.ok) return pdf;
  const stored = await deps.files.put(tenant, {
    subject,
    name: `${say("letter.file")}-${shortId(facts.id)}-${code}.pdf`,
    mediaType,
    bytes: pdf.value,
    akt: request.akt,
    matter: request.matter,
    madeBy: request.actor,
  });
  return stored.ok ? ok({ ...stored.value, omitted: omitted.length }) : stored;
}

/** Secrets in what the writer has written: a name, a contact, a protected address (OSL 26:1, 26:5). */
export function scanLetter(model: PrintModel, facts: LetterPrintFacts): readonly Problem[] {
  return [...scanForIdentity(model, facts.reporterNames), ...scanForDetails(model, facts.details)];
}

/** One file for the same letter, recipient and words; the moment it was made is not among them. */
function subjectOf(facts: LetterPrintFacts, request: LetterRequest, internal: boolean): string {
  const { signedAt: _at, ...words } = buildLetter(facts, internal, "");
  const hash = createHash("sha256").update(JSON.stringify(words)).digest("hex");
  const whom: Uuid | string = facts.recipient.person ?? facts.recipient.audience.id;
  return ["letter", request.ids["letter"] ?? "", internal ? "internal" : whom, hash].join("/");
}
