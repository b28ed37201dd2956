import { inflateRawSync, zstdDecompressSync } from "node:zlib";
import type { LightMyRequestResponse } from "fastify";
import { readPdf } from "../../../print/testing/pdf-text.ts";

/** What an answer says, opened where it is packed. */
export function textsOf(
  response: Pick<LightMyRequestResponse, "headers" | "rawPayload" | "payload">,
): readonly string[] {
  const { rawPayload } = response;
  if (String(response.headers["content-type"]).includes("pdf")) {
    const { pages, strings } = readPdf(rawPayload);
    return [...pages, strings];
  }
  const begins = (bytes: Buffer) => rawPayload.subarray(0, bytes.length).equals(bytes);
  if (begins(ARCHIVED)) return [rawPayload.toString("latin1"), ...unzipped(rawPayload)];
  if (begins(PARQUET)) return [rawPayload.toString("utf8"), ...unframed(rawPayload)];
  return [response.payload];
}

const ARCHIVED = Buffer.from("PK\u0003\u0004", "latin1");
const PARQUET = Buffer.from("PAR1", "latin1");
const ZSTD = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);
const DEFLATED = 8;

/** The parts of an archive, from the heads of its files; their names stand in the archive itself. */
function unzipped(bytes: Buffer): readonly string[] {
  return placesOf(ARCHIVED, bytes).map((at) => {
    const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    const packed = bytes.readUInt16LE(at + 8) === DEFLATED;
    const part = bytes.subarray(from);
    return (packed ? inflateRawSync(part) : part).toString("utf8");
  });
}

/** The pages of a Parquet file, each packed by itself. */
function unframed(bytes: Buffer): readonly string[] {
  return placesOf(ZSTD, bytes).flatMap((at) => {
    try {
      return [zstdDecompressSync(bytes.subarray(at)).toString("utf8")];
    } catch {
      // Four bytes that only look like the beginning of one.
      return [];
    }
  });
}

function placesOf(part: Buffer, bytes: Buffer): readonly number[] {
  const places: number[] = [];
  for (let at = bytes.indexOf(part); at >= 0; at = bytes.indexOf(part, at + part.length)) {
    places.push(at);
  }
  return places;
}
