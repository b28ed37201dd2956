import { createHash } from "node:crypto";
import { problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Store } from "../../store/deps.ts";
import type { Tenant } from "../../store/tenant.ts";
import type { FileStore, StoredPrint } from "../file-store.ts";
import { shortId } from "../frame.ts";
import type { PictureFile, PrintModel } from "../model.ts";
import { say } from "../print-texts.ts";
import type { Renderer } from "../render.ts";
import { scanForDetails, scanForIdentity, scanForRelation } from "../scan.ts";
import { buildReceived } from "./build-received.ts";
import { readReceived, type ReceivedRecord, type ReceivedRequest } from "./read-received.ts";
import { tiffPages } from "./tiff.ts";

const mediaType = "application/pdf";
const copyCodeLength = 4;

export interface ReceivedDeps {
  readonly store: Store;
  readonly files: FileStore;
  readonly renderer: Renderer;
}

/** A copy of a document that came in, before it is set. */
export interface ReceivedCopy {
  readonly model: PrintModel;
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** False for the pages of a PDF: what others made is never said to be PDF/A. */
  readonly archive: boolean;
  readonly subject: string;
  readonly name: string;
  readonly record: ReceivedRecord;
}

export interface MadeReceivedCopy extends StoredPrint {
  readonly archive: boolean;
}

/**
 * A copy of a document that came in, for a party or the unit: text and pictures as tagged PDF/A, pages of a PDF
 * under a head of ours in an ordinary PDF. The original is kept as it came. Refuses as `readReceived` does, with
 * `enclosure.unreadable` for a file that cannot be set, and where what was written tells a secret
 * (`print.reporter-named-in-text`, `print.protected-detail-in-text`).
 */
export async function makeReceivedCopy(
  deps: ReceivedDeps,
  tenant: Tenant,
  request: ReceivedRequest,
): Promise<Result<MadeReceivedCopy>> {
  const copy = await readReceivedCopy(deps.store, tenant, request);
  if (!copy.ok) return copy;
  const { model, pictures, archive, subject, name, record } = copy.value;
  const kept = await deps.files.find(tenant, subject);
  if (kept !== undefined) return ok({ ...kept, archive });
  const pdf = await deps.renderer.render(model, { pictures, archive });
  if (!pdf.ok) return pictures.size === 0 ? pdf : fail(unreadable());
  const { akt, actor: madeBy } = request;
  const print = { subject, name, mediaType, bytes: pdf.value, akt, matter: record.matter, madeBy };
  const stored = await deps.files.put(tenant, print);
  return stored.ok ? ok({ ...stored.value, archive }) : stored;
}

/** As {@link makeReceivedCopy}, without setting it: for a letter that has it with it. */
export async function readReceivedCopy(
  store: Store,
  tenant: Tenant,
  request: ReceivedRequest,
): Promise<Result<ReceivedCopy>> {
  const read = await readReceived(store, tenant, request);
  if (!read.ok) return read;
  const record = read.value;
  const shown = pagesOf(record, request);
  if (shown === undefined) return fail(unreadable());
  const { pages, pictures, text, archive } = shown;
  if (pages.length === 0 && pictures.size > 0) {
    return fail(problem("received.no-such-page", { status: 422 }));
  }
  const facts = { ...record.facts, pages, ...(text === undefined ? {} : { text }) };
  const subject = subjectOf(buildReceived(facts, ""), record, request);
  const code = createHash("sha256").update(subject).digest("hex").slice(0, copyCodeLength);
  const model = buildReceived(facts, code);
  const secret =
    request.recipient === "internal"
      ? []
      : [
          ...scanForIdentity(model, record.reporterNames),
          ...scanForRelation(model, record.reporterRelations),
          ...scanForDetails(model, record.details),
        ];
  if (secret.length > 0) return fail([...secret]);
  const name = `${say("received.copy.file")}-${shortId(request.received)}-${code}.pdf`;
  return ok({ model, pictures, archive, subject, name, record });
}

interface ShownPages {
  readonly pages: readonly PictureFile[];
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  readonly text?: string;
  readonly archive: boolean;
}

/** What can be shown of the original; undefined where it cannot be. */
function pagesOf(record: ReceivedRecord, request: ReceivedRequest): ShownPages | undefined {
  const { bytes, mediaType: type } = record;
  const own = record.facts.text;
  if (bytes === undefined) return { pages: [], pictures: new Map(), archive: true };
  const name = `p${request.received}`;
  switch (type) {
    case "text/plain; charset=utf-8": {
      const text = [own, bytes.toString("utf8")].filter((one) => one !== undefined).join("\n\n");
      return { pages: [], pictures: new Map(), text, archive: true };
    }
    case "image/jpeg":
    case "image/png":
      return {
        pages: [{ file: name, alt: say("received.copy.picture") }],
        pictures: new Map([[name, bytes]]),
        archive: true,
      };
    case "image/tiff":
      return tiffShown(bytes, name, request);
    case "application/pdf":
      return pdfShown(bytes, name, record, request);
    default:
      return undefined;
  }
}

function tiffShown(bytes: Buffer, name: string, request: ReceivedRequest): ShownPages | undefined {
  const decoded = tiffPages(bytes);
  if (decoded === undefined) return undefined;
  const wanted = decoded
    .map((png, at) => ({ png, n: at + 1, file: `${name}-${at + 1}` }))
    .filter(({ n }) => isWanted(n, request));
  return {
    pages: wanted.map(({ n, file }) => ({ file, alt: say("received.copy.page", { n }) })),
    pictures: new Map(wanted.map(({ file, png }) => [file, png])),
    archive: true,
  };
}

/** A PDF whose pages cannot be counted cannot be copied by page either. */
function pdfShown(
  bytes: Buffer,
  name: string,
  { pageCount }: ReceivedRecord,
  request: ReceivedRequest,
): ShownPages | undefined {
  if (pageCount === undefined) return undefined;
  const numbers = Array.from({ length: pageCount }, (_, at) => at + 1);
  const pages = numbers
    .filter((n) => isWanted(n, request))
    .map((n) => ({ file: `${name}.pdf`, alt: say("received.copy.page", { n }), page: n }));
  return { pages, pictures: new Map([[`${name}.pdf`, bytes]]), archive: false };
}

function isWanted(n: number, { fromPage = 1, toPage = Infinity }: ReceivedRequest): boolean {
  return n >= fromPage && n <= toPage;
}

function unreadable() {
  return problem("enclosure.unreadable", { status: 422 });
}

/** One copy of the same original, pages, head and recipient. */
function subjectOf(model: PrintModel, record: ReceivedRecord, request: ReceivedRequest): string {
  const hash = createHash("sha256").update(JSON.stringify(model));
  if (record.bytes !== undefined) hash.update(record.bytes);
  return ["received", request.received, request.recipient, hash.digest("hex")].join("/");
}
