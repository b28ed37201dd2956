import { pipeline, Readable } from "node:stream";
import { crc32, createDeflateRaw } from "node:zlib";

/** A file inside an archive. */
export interface ZipPart {
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** A part that has been written, for the list at the end. */
interface Entry {
  readonly name: Buffer;
  readonly offset: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

const VERSION = 20;
/** Sizes stand behind the content, and names are UTF-8. */
const FLAGS = 0x0808;
const DEFLATE = 8;
/** 1 January 1980, the first day an archive knows: the files of today and tomorrow are the same. */
const NO_TIME = 0;
const NO_DATE = 0x21;
/** What comes out of the packer at once. */
const PIECE = 1 << 16;
/** Beyond this an archive needs other headers. */
const LARGEST = 0xffffffff;

/**
 * An archive as it is made: each part is packed as it comes and nothing is kept. The same parts give the same
 * bytes. Throws RangeError for a part of 4 GB or more.
 */
export async function* zipStream(
  parts: AsyncIterable<ZipPart> | Iterable<ZipPart>,
): AsyncGenerator<Uint8Array> {
  const entries: Entry[] = [];
  let offset = 0;
  for await (const { name, content } of parts) {
    const head = { name: Buffer.from(name), offset };
    const local = localHeader(head.name);
    yield local;
    const counted = { crc: 0, size: 0, packed: 0 };
    for await (const chunk of deflated(content, counted)) {
      counted.packed += chunk.length;
      yield chunk;
    }
    if (counted.size > LARGEST || offset > LARGEST) throw new RangeError("The file is too large");
    const entry = { ...head, ...counted };
    const after = descriptor(entry);
    yield after;
    offset += local.length + counted.packed + after.length;
    entries.push(entry);
  }
  const directory = Buffer.concat(entries.map(directoryEntry));
  yield directory;
  yield endOf(entries.length, directory.length, offset);
}

function deflated(
  content: ZipPart["content"],
  counted: { crc: number; size: number },
): AsyncIterable<Uint8Array> {
  async function* counting() {
    for await (const chunk of content) {
      counted.crc = crc32(chunk, counted.crc);
      counted.size += chunk.length;
      yield chunk;
    }
  }
  // Quickly: what is packed repeats itself so much that more effort gains little.
  const packer = createDeflateRaw({ level: 1, chunkSize: PIECE });
  // What goes wrong is thrown where the packed bytes are read.
  pipeline(Readable.from(counting()), packer, () => undefined);
  return packer;
}

function localHeader(name: Buffer): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  writeShared(head, 4);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name]);
}

/** Version, flags, method and time, which are the same everywhere. */
function writeShared(head: Buffer, at: number): void {
  [VERSION, FLAGS, DEFLATE, NO_TIME, NO_DATE].forEach((value, index) => {
    head.writeUInt16LE(value, at + 2 * index);
  });
}

function descriptor({ crc, packed, size }: Entry): Buffer {
  const after = Buffer.alloc(16);
  [0x08074b50, crc, packed, size].forEach((value, at) => after.writeUInt32LE(value, 4 * at));
  return after;
}

function directoryEntry({ name, offset, crc, packed, size }: Entry): Buffer {
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(VERSION, 4);
  writeShared(head, 6);
  [crc, packed, size].forEach((value, at) => head.writeUInt32LE(value, 16 + 4 * at));
  head.writeUInt16LE(name.length, 28);
  head.writeUInt32LE(offset, 42);
  return Buffer.concat([head, name]);
}

function endOf(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
