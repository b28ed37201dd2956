import { inflateSync } from "node:zlib";
import { problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";

/** Readers look for the end mark here; what a mail server adds after it is passed over. */
const TAIL_BYTES = 4096;
/** A dictionary of a trailer is some hundred bytes. */
const TRAILER_BYTES = 16 * 1024;
/** The claim of a PDF/A stands together: the part and its conformance are near each other. */
const METADATA_BYTES = 2048;
const MOST_INFLATED = 32 * 1024 * 1024;
/** Streams that can't be inflated cost time too. */
const MOST_UNREADABLE = 16;

/** What is found in a PDF: its pages where they can be counted, and the kind of PDF/A it says it is. */
export interface InspectedPdf {
  readonly pages?: number;
  readonly archive?: string;
}

/**
 * Whether a PDF is whole and open: it has its end mark, its cross references lie where it says, and it is not
 * encrypted. Refuses with `file.pdf-broken` and `file.pdf-locked`; an encrypted PDF also where it opens without
 * a password, since no copy for the archive may be. Gives the number of pages where it can be counted.
 */
export function inspectPdf(bytes: Buffer): Result<InspectedPdf> {
  const broken = fail(problem("file.pdf-broken", { status: 422 }));
  const trailer = trailerOf(bytes);
  if (trailer === undefined) return broken;
  if (/\/Encrypt\b/.test(trailer)) return fail(problem("file.pdf-locked", { status: 422 }));
  const root = /\/Root\s+(\d+)\s+(\d+)\s+R\b/.exec(trailer);
  if (root === null) return broken;
  const pages = countPages(bytes);
  const archive = archiveClaim(bytes);
  return ok({
    ...(pages === undefined ? {} : { pages }),
    ...(archive === undefined ? {} : { archive }),
  });
}

/**
 * What a PDF says of itself in its metadata: `2b` for PDF/A-2b (ISO 19005, identification by `pdfaid`). A claim
 * and no more: whether it holds takes a checker.
 */
function archiveClaim(bytes: Buffer): string | undefined {
  const at = bytes.indexOf("pdfaid:part");
  if (at < 0) return undefined;
  const from = Math.max(0, at - METADATA_BYTES);
  const text = bytes.subarray(from, at + METADATA_BYTES).toString("latin1");
  const value = (name: string) =>
    new RegExp(`pdfaid:${name}(?:>|\\s*=\\s*["'])\\s*([1-4A-Fa-f])\\b`).exec(text)?.[1];
  const part = value("part");
  if (part === undefined || !/[1-4]/.test(part)) return undefined;
  const conformance = value("conformance") ?? "";
  return `${part}${/[a-f]/i.test(conformance) ? conformance.toLowerCase() : ""}`;
}

/** The newest trailer: a dictionary after `trailer`, or that of a stream of cross references. */
function trailerOf(bytes: Buffer): string | undefined {
  const from = Math.max(0, bytes.length - TAIL_BYTES);
  const tail = bytes.subarray(from).toString("latin1");
  if (!tail.includes("%%EOF")) return undefined;
  const found = [...tail.matchAll(/startxref\s+(\d+)/g)].at(-1);
  if (found === undefined) return undefined;
  // Places count from the header, which may have something before it.
  const at = Number(found[1]) + bytes.indexOf("%PDF-");
  const place = bytes.subarray(at, at + TRAILER_BYTES).toString("latin1");
  if (/^\s*\d+\s+\d+\s+obj\b/.test(place)) return place.split("stream")[0];
  if (!/^\s*xref\b/.test(place)) return undefined;
  const next = bytes.indexOf("trailer", at);
  return next < 0 ? undefined : bytes.subarray(next, next + TRAILER_BYTES).toString("latin1");
}

/** The largest count of a tree of pages, also where the tree lies in compressed object streams. */
function countPages(bytes: Buffer): number | undefined {
  const text = bytes.toString("latin1");
  const counts = [text, ...objectStreams(bytes, text)].flatMap(countsIn);
  const most = counts.reduce((highest, count) => Math.max(highest, count), 0);
  return most > 0 ? most : undefined;
}

function countsIn(text: string): readonly number[] {
  const dictionaries = text.matchAll(/<<[^<>]*(?:<<[^<>]*>>[^<>]*)*>>/g);
  return [...dictionaries].flatMap(([dictionary]) => {
    const count = /\/Count\s+(\d{1,6})\b/.exec(dictionary)?.[1];
    return /\/Type\s*\/Pages\b/.test(dictionary) && count !== undefined ? [Number(count)] : [];
  });
}

/** The texts of compressed object streams, up to a sum: a small file must fill neither the memory nor the time. */
function objectStreams(bytes: Buffer, text: string): readonly string[] {
  const found: string[] = [];
  let left = MOST_INFLATED;
  for (const start of text.matchAll(/\/ObjStm\b[^]{0,400}?stream\r?\n/g)) {
    const from = start.index + start[0].length;
    const to = text.indexOf("endstream", from);
    if (to < 0 || left <= 0) break;
    const inner = inflated(bytes.subarray(from, to), left);
    left -= inner?.length ?? MOST_INFLATED / MOST_UNREADABLE;
    if (inner !== undefined) found.push(inner);
  }
  return found;
}

function inflated(bytes: Buffer, most: number): string | undefined {
  try {
    return inflateSync(bytes, { maxOutputLength: most }).toString("latin1");
  } catch {
    return undefined;
  }
}
