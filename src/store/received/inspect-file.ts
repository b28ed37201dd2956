import { problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { inspectPdf } from "./inspect-pdf.ts";

/** What a file is by its own bytes. */
export interface Inspected {
  readonly mediaType: MediaType;
  /** Of a PDF, where they can be counted. */
  readonly pages?: number;
  /** The kind of PDF/A that a PDF says it is: `2b`. */
  readonly archive?: string;
}

/** What may be taken in, with the ending its name gets; a name that came with the file is not kept. */
export const mediaTypes = {
  "application/pdf": "pdf",
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/tiff": "tif",
  "text/plain; charset=utf-8": "txt",
} as const;

export type MediaType = keyof typeof mediaTypes;

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];
const JPEG_END = Buffer.from([0xff, 0xd9]);
const PNG_END = Buffer.from("IEND", "latin1");
/** Control characters that stand in no text: all but tab, line feed, form feed and carriage return. */
const CONTROL = /(?![\t\n\f\r\u0080-\u009f])\p{Cc}/u;
/** A picture may be followed by what a camera or scanner adds. */
const TAIL_BYTES = 64 * 1024;

/**
 * Tells what a file is by its bytes alone: neither its name nor what the browser says of it is asked. Refuses
 * what is none of {@link mediaTypes} (`file.kind-not-allowed`), a picture that is cut off
 * (`file.picture-broken`), and the problems of `inspectPdf`.
 */
export function inspectFile(bytes: Buffer): Result<Inspected> {
  if (bytes.length === 0) return fail(problem("file.empty", { status: 422 }));
  if (bytes.subarray(0, 1024).includes("%PDF-")) {
    const pdf = inspectPdf(bytes);
    return pdf.ok ? ok({ mediaType: "application/pdf", ...pdf.value }) : pdf;
  }
  if (startsWith(bytes, JPEG)) return picture("image/jpeg", endsWithin(bytes, JPEG_END));
  if (startsWith(bytes, PNG)) return picture("image/png", endsWithin(bytes, PNG_END));
  const order = tiffOrder(bytes);
  if (order !== undefined) return picture("image/tiff", hasDirectory(bytes, order));
  return isText(bytes)
    ? ok({ mediaType: "text/plain; charset=utf-8" })
    : fail(problem("file.kind-not-allowed", { status: 422 }));
}

function picture(mediaType: MediaType, whole: boolean): Result<Inspected> {
  return whole ? ok({ mediaType }) : fail(problem("file.picture-broken", { status: 422 }));
}

function startsWith(bytes: Buffer, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

function endsWithin(bytes: Buffer, end: Buffer): boolean {
  return bytes.subarray(Math.max(0, bytes.length - TAIL_BYTES)).includes(end);
}

function tiffOrder(bytes: Buffer): "little" | "big" | undefined {
  const magic = bytes.subarray(0, 4).toString("latin1");
  if (magic === "II*\u0000") return "little";
  return magic === "MM\u0000*" ? "big" : undefined;
}

/** The first directory of a TIFF lies in the file, with at least one entry that fits. */
function hasDirectory(bytes: Buffer, order: "little" | "big"): boolean {
  if (bytes.length < 14) return false;
  const at = order === "little" ? bytes.readUInt32LE(4) : bytes.readUInt32BE(4);
  if (at < 8 || at + 2 > bytes.length) return false;
  const entries = order === "little" ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at);
  return entries > 0 && at + 2 + entries * 12 <= bytes.length;
}

function isText(bytes: Buffer): boolean {
  try {
    return !CONTROL.test(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
}
