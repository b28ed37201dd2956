import { createHash } from "node:crypto";
import type { Uuid } from "../../kernel/ids.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Store } from "../../store/deps.ts";
import { findFile, readFileBytes } from "../../store/files.ts";
import { inTenant } from "../../store/in-tenant.ts";
import type { Tenant } from "../../store/tenant.ts";
import type { FileStore } from "../file-store.ts";
import { shortId } from "../frame.ts";
import type { MadePrint } from "../make-print.ts";
import type { Block, PrintModel } from "../model.ts";
import { say } from "../print-texts.ts";
import type { Renderer } from "../render.ts";
import { scanForDetails, scanForHidden, scanForIdentity, scanForRelation } from "../scan.ts";
import { tiffPages } from "../received/tiff.ts";
import { buildLetter, drawingName, fillOf } from "./build-letter.ts";
import {
  type EnclosedCopy,
  type EnclosedFile,
  makeEnclosure,
  notGivenBlocks,
  readEnclosures,
} from "./letter-enclosures.ts";
import type { WordedPiece } from "./child-words.ts";
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
  readonly pieces: readonly WordedPiece[];
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
  const { facts, problems, pieces } = read.value;
  return ok(previewOf(facts, problems, pieces));
}

/** As {@link previewLetter}, of facts that are read. */
export function previewOf(
  facts: LetterPrintFacts,
  problems: readonly Problem[] = [],
  pieces: readonly WordedPiece[] = [],
): LetterPreview {
  const { omitted, lacking } = fillOf(facts, false);
  const model = buildLetter(facts, false, "");
  return {
    model,
    omitted: omitted.length,
    lacking,
    problems: [...problems, ...scanLetter(model, facts)],
    pieces,
  };
}

/** How a letter is made: for whom, and whether its enclosures stand in the same file. */
export interface LetterMaking {
  readonly internal: boolean;
  readonly together: boolean;
}

export interface MadeLetter extends MadePrint {
  /** Enclosures with a file of their own; those that are not among them stand in the file of the letter. */
  readonly beside: readonly EnclosedFile[];
}

/**
 * The letter on paper with its enclosures, for its recipient, or the unit's own copy of the letter alone: made
 * once for the same words, kept with its hash. Refuses as `readLetter` does, with everything that refuses its
 * sending (OSL 26:9 a, SoL 20:6, a protected address), where a secret stands in its words
 * (`print.reporter-named-in-text`, `print.protected-detail-in-text`), as its enclosures do, and as the renderer
 * does.
 */
export async function makeLetter(
  deps: LetterDeps,
  tenant: Tenant,
  request: LetterRequest,
  making: LetterMaking,
): Promise<Result<MadeLetter>> {
  const read = await readLetter(deps.store, tenant, request);
  if (!read.ok) return read;
  const { facts, problems } = read.value;
  const stopping = [...problems, ...scanLetter(buildLetter(facts, false, ""), facts)].filter(
    ({ severity }) => severity === "block",
  );
  if (stopping.length > 0) return fail(stopping);
  const enclosed = await readEnclosures(deps, tenant, request, facts);
  if (!enclosed.ok) return enclosed;
  const within = enclosed.value.filter((one) => making.together && !making.internal && one.within);
  const letter = await keepLetter(deps, tenant, request, facts, making.internal, {
    within,
    all: enclosed.value,
  });
  if (!letter.ok) return letter;
  const beside: EnclosedFile[] = [];
  const apart = making.internal ? [] : enclosed.value.filter((one) => !within.includes(one));
  for (const one of apart) {
    const made = await makeEnclosure(deps, tenant, request, facts, one);
    if (!made.ok) return made;
    beside.push(made.value);
  }
  return ok({ ...letter.value, beside });
}

interface Enclosed {
  readonly within: readonly EnclosedCopy[];
  readonly all: readonly EnclosedCopy[];
}

/** The file of the letter with what stands in it: found where it was made before, else made and kept. */
async function keepLetter(
  deps: LetterDeps,
  tenant: Tenant,
  request: LetterRequest,
  facts: LetterPrintFacts,
  internal: boolean,
  { within, all }: Enclosed,
): Promise<Result<MadePrint>> {
  const notGiven = internal ? notGivenBlocks(all) : [];
  const subject = subjectOf(facts, request, internal, within, notGiven);
  const left = all.reduce((sum, one) => sum + one.omitted, 0);
  const omitted = fillOf(facts, false).omitted.length + left;
  const kept = await deps.files.find(tenant, subject);
  if (kept !== undefined) return ok({ ...kept, omitted });
  const code = createHash("sha256").update(subject).digest("hex").slice(0, copyCodeLength);
  const pictures = new Map(within.flatMap((one) => [...one.pictures]));
  const drawing = await drawingOf(deps, tenant, facts);
  if (drawing !== undefined) pictures.set(drawingName, drawing);
  const pdf = await deps.renderer.render(buildLetter(facts, internal, code, notGiven), {
    following: within.map(({ model }) => model),
    pictures,
  });
  // What comes from elsewhere may be broken in a way that only setting it shows.
  if (!pdf.ok) return pictures.size === 0 ? pdf : fail(problem("enclosure.unreadable"));
  const stored = await deps.files.put(tenant, {
    subject,
    name: `${say("letter.file")}-${shortId(facts.id)}-${code}.pdf`,
    mediaType,
    bytes: pdf.value,
    akt: request.akt,
    matter: request.matter,
    madeBy: request.actor,
  });
  return stored.ok ? ok({ ...stored.value, omitted }) : stored;
}

/** The child's own picture, as the typesetter can show it. */
async function drawingOf(
  { store }: LetterDeps,
  tenant: Tenant,
  { drawing }: LetterPrintFacts,
): Promise<Uint8Array | undefined> {
  if (drawing === undefined) return undefined;
  return inTenant(store.pools.app, tenant, async (tx) => {
    const file = await findFile(tx, drawing);
    if (file === undefined) return undefined;
    const bytes = await readFileBytes(tx, file);
    return file.mediaType === "image/tiff" ? (tiffPages(bytes)?.[0] ?? bytes) : bytes;
  });
}

/** Secrets in what the writer has written: a name, a contact, a protected address (OSL 26:1, 26:5). */
export function scanLetter(model: PrintModel, facts: LetterPrintFacts): readonly Problem[] {
  return [
    ...scanForIdentity(model, facts.reporterNames),
    ...scanForRelation(model, facts.reporterRelations ?? []),
    ...scanForDetails(model, facts.details),
    ...scanForHidden(model, facts.hidden ?? []),
  ];
}

/** One file for the same letter, recipient and words; the moment it was made is not among them. */
function subjectOf(
  facts: LetterPrintFacts,
  request: LetterRequest,
  internal: boolean,
  within: readonly EnclosedCopy[],
  notGiven: readonly Block[],
): string {
  const { signedAt: _at, ...words } = buildLetter(facts, internal, "", notGiven);
  const enclosed = within.map((one) => one.subject);
  const whole = JSON.stringify([words, facts.drawing ?? null, ...enclosed]);
  const hash = createHash("sha256").update(whole).digest("hex");
  const whom: Uuid | string = facts.recipient.person ?? facts.recipient.audience.id;
  return ["letter", request.ids["letter"] ?? "", internal ? "internal" : whom, hash].join("/");
}
