/** Blocks of the format "ustar" (POSIX 1003.1-1988), as far as files with short names need it. */
const BLOCK = 512;
const NAME = 100;
const SUM_AT = 148;
const SUM_LENGTH = 8;

/** One file of an archive. */
export interface TarEntry {
  readonly name: string;
  readonly content: Buffer;
}

/** What is wrong with an archive, and where. */
export class TarBroken extends Error {
  readonly at: number;

  constructor(at: number) {
    super(`No archive from byte ${at}`);
    this.at = at;
  }
}

/** The blocks of one file. Throws when the name is longer than the format has room for. */
export function tarEntry(name: string, content: Uint8Array): Buffer {
  const padding = (BLOCK - (content.length % BLOCK)) % BLOCK;
  return Buffer.concat([tarHead(name, content.length), content, Buffer.alloc(padding)]);
}

/** What stands at the end of every archive. */
export function tarEnd(): Buffer {
  return Buffer.alloc(2 * BLOCK);
}

function tarHead(name: string, size: number): Buffer {
  if (Buffer.byteLength(name) > NAME) throw new Error(`Too long for an archive: ${name}`);
  const head = Buffer.alloc(BLOCK);
  head.write(name, 0);
  head.write("0000600\0", 100);
  head.write("0000000\0", 108);
  head.write("0000000\0", 116);
  head.write(`${size.toString(8).padStart(11, "0")}\0`, 124);
  head.write("00000000000\0", 136);
  head.write("0", 156);
  head.write("ustar\u000000", 257);
  head.write(`${sumOf(head).toString(8).padStart(6, "0")}\0 `, SUM_AT);
  return head;
}

/** The sum of all bytes of a head, its own field read as spaces. */
function sumOf(head: Buffer): number {
  let sum = 0;
  for (let at = 0; at < BLOCK; at += 1) {
    const ownField = at >= SUM_AT && at < SUM_AT + SUM_LENGTH;
    sum += ownField ? 0x20 : (head[at] ?? 0);
  }
  return sum;
}

/**
 * The files of an archive, one after the other; a file of more than `most` bytes is none of ours. Throws
 * {@link TarBroken} at the first byte that does not fit, also when the archive ends too early.
 */
export async function* readTar(
  source: AsyncIterable<Uint8Array>,
  most: number,
): AsyncGenerator<TarEntry> {
  const bytes = byteReader(source);
  for (;;) {
    const at = bytes.at();
    const head = await bytes.take(BLOCK);
    if (head === undefined) throw new TarBroken(at);
    if (head.every((byte) => byte === 0)) return;
    const { name, size } = parseHead(head, at, most);
    const padded = Math.ceil(size / BLOCK) * BLOCK;
    const content = await bytes.take(padded);
    if (content === undefined) throw new TarBroken(bytes.at());
    yield { name, content: content.subarray(0, size) };
  }
}

function parseHead(head: Buffer, at: number, most: number): { name: string; size: number } {
  const sum = Number.parseInt(head.toString("latin1", SUM_AT, SUM_AT + 6), 8);
  const size = Number.parseInt(head.toString("latin1", 124, 135), 8);
  if (sum !== sumOf(head) || !(size >= 0) || size > most) throw new TarBroken(at);
  const name = head.toString("utf8", 0, NAME);
  return { name: name.slice(0, name.indexOf("\0")), size };
}

interface ByteReader {
  /** How many bytes have been taken. */
  at(): number;
  /** Exactly so many; undefined when the source ends before. */
  take(length: number): Promise<Buffer | undefined>;
}

function byteReader(source: AsyncIterable<Uint8Array>): ByteReader {
  const iterator = source[Symbol.asyncIterator]();
  let kept: Buffer[] = [];
  let length = 0;
  let taken = 0;
  return {
    at: () => taken,
    take: async (wanted) => {
      while (length < wanted) {
        const next = await iterator.next();
        if (next.done === true) return undefined;
        kept.push(Buffer.from(next.value));
        length += next.value.length;
      }
      const all = kept.length === 1 ? (kept[0] ?? Buffer.alloc(0)) : Buffer.concat(kept);
      kept = all.length === wanted ? [] : [all.subarray(wanted)];
      length = all.length - wanted;
      taken += wanted;
      return all.subarray(0, wanted);
    },
  };
}
