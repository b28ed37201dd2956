import type { FileColumn } from "../../contract/followup/file-table.ts";

/** A part of a column as the file has it: a number (width 0), or up to 255 bytes of a text. */
export interface Segment {
  /** What the file says it is wide. */
  readonly width: number;
  /** How many elements of eight bytes it takes of a case. */
  readonly elements: number;
}

/** The bytes of a text that stand in one segment. */
export const SEGMENT_BYTES = 255;
/** The file counts segments as if each but the last held three bytes less. */
const COUNTED_BYTES = 252;
const ELEMENT_BYTES = 8;
/** The longest text SPSS takes, in bytes. */
const LONGEST = 32_767;

/**
 * How a column stands in the file. A text of more than 255 bytes is cut into several of 255.
 * Throws RangeError for a text column that does not say how long its longest text is, or says more than 32,767.
 */
export function segmentsOf({ kind, width }: FileColumn): readonly Segment[] {
  if (kind !== "text") return [{ width: 0, elements: 1 }];
  if (width === undefined || width > LONGEST) throw new RangeError("A text is too long for SPSS");
  const wide = Math.max(width, 1);
  if (wide <= SEGMENT_BYTES) return [segment(wide)];
  const count = Math.ceil(wide / COUNTED_BYTES);
  return Array.from({ length: count }, (_, at) =>
    segment(at < count - 1 ? SEGMENT_BYTES : wide - at * COUNTED_BYTES),
  );
}

function segment(width: number): Segment {
  return { width, elements: Math.ceil(width / ELEMENT_BYTES) };
}
