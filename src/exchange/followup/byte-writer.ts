/** Texts as bytes of UTF-8, put one after another in one piece of memory that is used again and again. */
export interface ByteWriter {
  add(bytes: Uint8Array): void;
  /** A text of letters that are one byte each, such as a number. */
  addPlain(text: string): void;
  /** Whether so much has come together that it should be taken. */
  isFull(): boolean;
  /** What has come together, as bytes of their own; begins anew. */
  take(): Uint8Array;
}

/** Pieces of this size keep an archive and a connection busy, and few of them fit in what waits. */
const PIECE = 1 << 17;

/**
 * Makes one. The millions of cells of a file are nearly all one of a few: their bytes are made once and copied, since
 * letters put together as text leave more behind for the program to clear away than all else it does.
 */
export function makeByteWriter(): ByteWriter {
  let buffer = Buffer.allocUnsafe(2 * PIECE);
  let used = 0;

  function makeRoom(length: number): void {
    if (used + length <= buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(2 * buffer.length, used + length));
    buffer.copy(larger, 0, 0, used);
    buffer = larger;
  }

  return {
    add: (bytes) => {
      const { length } = bytes;
      makeRoom(length);
      if (length > LONG) {
        buffer.set(bytes, used);
        used += length;
        return;
      }
      for (let at = 0; at < length; at += 1) buffer[used + at] = bytes[at] ?? 0;
      used += length;
    },
    addPlain: (text) => {
      makeRoom(text.length);
      for (let at = 0; at < text.length; at += 1) buffer[used + at] = text.charCodeAt(at);
      used += text.length;
    },
    isFull: () => used >= PIECE,
    take: () => {
      const taken = Uint8Array.prototype.slice.call(buffer, 0, used);
      used = 0;
      return taken;
    },
  };
}

/** Shorter ones are copied sooner byte by byte. */
const LONG = 64;

const encoder = new TextEncoder();

/** The bytes of a text; what is no letter becomes the sign for that. */
export function bytesOf(text: string): Uint8Array {
  return encoder.encode(text);
}
