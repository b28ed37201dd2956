/** Collects numbers and texts into pieces of bytes, little-endian. */
export interface SavBytes {
  int32(...values: readonly number[]): void;
  double(...values: readonly number[]): void;
  /** A text in exactly so many bytes, filled with blanks. It must fit. */
  text(text: string, length: number): void;
  bytes(bytes: Uint8Array): void;
  /** What has been collected; begins anew. */
  take(): Uint8Array;
}

export function makeSavBytes(): SavBytes {
  let parts: Uint8Array[] = [];
  return {
    int32: (...values) => {
      const made = Buffer.alloc(4 * values.length);
      values.forEach((value, at) => made.writeInt32LE(value, 4 * at));
      parts.push(made);
    },
    double: (...values) => {
      const made = Buffer.alloc(8 * values.length);
      values.forEach((value, at) => made.writeDoubleLE(value, 8 * at));
      parts.push(made);
    },
    text: (text, length) => parts.push(blankFilled(text, length)),
    bytes: (bytes) => parts.push(bytes),
    take: () => {
      const taken = Buffer.concat(parts);
      parts = [];
      return taken;
    },
  };
}

const BLANK = 0x20;

/** A text in so many bytes, the rest blanks. Throws RangeError for one that does not fit. */
export function blankFilled(text: string, length: number): Buffer {
  const made = Buffer.alloc(length, BLANK);
  if (Buffer.byteLength(text) > length) throw new RangeError("A text is longer than its place");
  made.write(text, "utf8");
  return made;
}

/** The beginning of a text that fits in so many bytes of UTF-8, no letter cut in two. */
export function fitting(text: string, length: number): string {
  const bytes = Buffer.from(text.toWellFormed());
  if (bytes.length <= length) return bytes.toString("utf8");
  let end = length;
  // A byte 10xxxxxx continues a letter.
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return bytes.toString("utf8", 0, end);
}
