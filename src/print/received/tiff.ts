import { crc32, deflateSync, inflateSync } from "node:zlib";

/** Larger pictures are not read: one page of A4 at 600 dots per inch has 35 million points. */
const MOST_POINTS = 60_000_000;
const MOST_PAGES = 200;

/** Tags of TIFF 6.0 that say how a picture lies in the file. */
const tag = {
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  photometric: 262,
  strips: 273,
  samples: 277,
  rows: 278,
  stripBytes: 279,
  planar: 284,
  palette: 320,
  predictor: 317,
  tileWidth: 322,
} as const;

const typeBytes: Readonly<Record<number, number>> = { 1: 1, 3: 2, 4: 4 };

type Tags = ReadonlyMap<number, readonly number[]>;

/**
 * The pages of a TIFF as PNG: black and white, grey and colour with 8 bits, uncompressed or packed with PackBits,
 * LZW or Deflate (TIFF 6.0). Undefined for what else there is, fax (CCITT) and JPEG in TIFF among it: those are
 * not guessed at.
 */
export function tiffPages(bytes: Buffer): readonly Buffer[] | undefined {
  try {
    return pagesOf(bytes);
  } catch {
    return undefined;
  }
}

function pagesOf(bytes: Buffer): readonly Buffer[] | undefined {
  const little = bytes.toString("latin1", 0, 2) === "II";
  const read = reader(bytes, little);
  const pages: Buffer[] = [];
  const seen = new Set<number>();
  let at = read(4, 4);
  while (at !== 0 && !seen.has(at) && pages.length < MOST_PAGES) {
    seen.add(at);
    const count = read(at, 2);
    const page = pageOf(bytes, tagsAt(read, at, count));
    if (page === undefined) return undefined;
    pages.push(page);
    at = read(at + 2 + count * 12, 4);
  }
  return pages.length === 0 ? undefined : pages;
}

type Read = (at: number, size: number) => number;

function reader(bytes: Buffer, little: boolean): Read {
  return (at, size) => (little ? bytes.readUIntLE(at, size) : bytes.readUIntBE(at, size));
}

function tagsAt(read: Read, at: number, count: number): Tags {
  const tags = new Map<number, readonly number[]>();
  for (let n = 0; n < count; n += 1) {
    const entry = at + 2 + n * 12;
    const size = typeBytes[read(entry + 2, 2)];
    const length = read(entry + 4, 4);
    if (size === undefined || length > 1_000_000) continue;
    const place = size * length <= 4 ? entry + 8 : read(entry + 8, 4);
    const values = Array.from({ length }, (_, i) => read(place + i * size, size));
    tags.set(read(entry, 2), values);
  }
  return tags;
}

function pageOf(bytes: Buffer, tags: Tags): Buffer | undefined {
  const one = (id: number, otherwise = 0) => tags.get(id)?.[0] ?? otherwise;
  const width = one(tag.width);
  const height = one(tag.height);
  const samples = one(tag.samples, 1);
  const bits = one(tag.bits, 1);
  const photometric = one(tag.photometric, 1);
  const known =
    width > 0 &&
    height > 0 &&
    width * height <= MOST_POINTS &&
    !tags.has(tag.tileWidth) &&
    (samples === 1 || one(tag.planar, 1) === 1) &&
    ((samples === 1 && (bits === 1 || bits === 8) && photometric <= 1) ||
      ((samples === 3 || samples === 4) && bits === 8 && photometric === 2));
  if (!known) return undefined;
  const rowBytes = Math.ceil((width * samples * bits) / 8);
  const data = dataOf(bytes, tags, rowBytes, height);
  if (data === undefined) return undefined;
  if (one(tag.predictor, 1) === 2) {
    if (bits !== 8) return undefined;
    undoPredictor(data, rowBytes, samples);
  }
  // White is zero: what is written the other way round is turned.
  if (photometric === 0) for (const [i, value] of data.entries()) data[i] = value ^ 0xff;
  return png({ width, height, samples, bits, rowBytes }, data);
}

function dataOf(bytes: Buffer, tags: Tags, rowBytes: number, height: number): Buffer | undefined {
  const compression = tags.get(tag.compression)?.[0] ?? 1;
  const places = tags.get(tag.strips) ?? [];
  const sizes = tags.get(tag.stripBytes) ?? [];
  const rows = Math.min(tags.get(tag.rows)?.[0] ?? height, height);
  const strips = places.map((place, n) => {
    const packed = bytes.subarray(place, place + (sizes[n] ?? 0));
    const wanted = rowBytes * Math.min(rows, height - n * rows);
    return unpack(packed, compression, wanted);
  });
  if (strips.some((strip) => strip === undefined)) return undefined;
  const data = Buffer.concat(strips.filter((strip) => strip !== undefined));
  return data.length >= rowBytes * height ? data.subarray(0, rowBytes * height) : undefined;
}

function unpack(packed: Buffer, compression: number, wanted: number): Buffer | undefined {
  switch (compression) {
    case 1:
      return packed.subarray(0, wanted);
    case 5:
      return unpackLzw(packed, wanted);
    case 8:
    case 32946:
      return inflateSync(packed, { maxOutputLength: wanted + 1024 }).subarray(0, wanted);
    case 32773:
      return unpackBits(packed, wanted);
    default:
      return undefined;
  }
}

function unpackBits(packed: Buffer, wanted: number): Buffer {
  const out = Buffer.alloc(wanted);
  let to = 0;
  for (let at = 0; at < packed.length && to < wanted;) {
    const n = packed.readInt8(at);
    at += 1;
    if (n >= 0) {
      to += packed.copy(out, to, at, Math.min(at + n + 1, packed.length));
      at += n + 1;
    } else if (n !== -128) {
      out.fill(packed[at] ?? 0, to, Math.min(to + 1 - n, wanted));
      to += 1 - n;
      at += 1;
    }
  }
  return out;
}

const CLEAR = 256;
const END = 257;

/** LZW as TIFF has it: codes from the highest bit, one bit longer a code early. */
function unpackLzw(packed: Buffer, wanted: number): Buffer {
  const out = Buffer.alloc(wanted);
  let table: Buffer[] = [];
  let to = 0;
  let before: Buffer | undefined;
  let size = 9;
  let bit = 0;
  const clear = (): void => {
    table = Array.from({ length: 258 }, (_, n) => Buffer.from(n < 256 ? [n] : []));
    size = 9;
    before = undefined;
  };
  clear();
  while (to < wanted && bit + size <= packed.length * 8) {
    const code = bitsAt(packed, bit, size);
    bit += size;
    if (code === END) break;
    if (code === CLEAR) {
      clear();
      continue;
    }
    const known = table[code];
    const entry: Buffer =
      known ??
      (before === undefined ? Buffer.alloc(0) : Buffer.concat([before, before.subarray(0, 1)]));
    to += entry.copy(out, to);
    if (before !== undefined) table.push(Buffer.concat([before, entry.subarray(0, 1)]));
    before = entry;
    if (table.length >= 2 ** size - 1 && size < 12) size += 1;
  }
  return out;
}

function bitsAt(bytes: Buffer, bit: number, size: number): number {
  const at = bit >> 3;
  const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
  return (three >> (24 - (bit & 7) - size)) & (2 ** size - 1);
}

function undoPredictor(data: Buffer, rowBytes: number, samples: number): void {
  for (let at = 0; at < data.length; at += 1) {
    if (at % rowBytes >= samples) data[at] = ((data[at] ?? 0) + (data[at - samples] ?? 0)) & 0xff;
  }
}

interface PictureShape {
  readonly width: number;
  readonly height: number;
  readonly samples: number;
  readonly bits: number;
  readonly rowBytes: number;
}

const colours: Readonly<Record<number, number>> = { 1: 0, 3: 2, 4: 6 };

function png({ width, height, samples, bits, rowBytes }: PictureShape, data: Buffer): Buffer {
  const rows = Buffer.alloc((rowBytes + 1) * height);
  for (let y = 0; y < height; y += 1) {
    data.copy(rows, y * (rowBytes + 1) + 1, y * rowBytes, (y + 1) * rowBytes);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = bits;
  head[9] = colours[samples] ?? 0;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, check]);
}
