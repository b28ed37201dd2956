/** Platform and encoding of the tables that hold Unicode, the full range before the first plane only. */
const unicodeTables: readonly (readonly [number, number])[] = [
  [3, 10],
  [0, 6],
  [0, 4],
  [3, 1],
  [0, 3],
];

/**
 * The characters a TrueType or OpenType font has a glyph for, from its `cmap` table (formats 4 and 12).
 * Throws RangeError for a file that has none.
 */
export function charactersOf(font: Buffer): ReadonlySet<number> {
  const cmap = findTable(font, "cmap");
  const count = font.readUInt16BE(cmap + 2);
  const offsets = new Map<string, number>();
  for (let at = 0; at < count; at += 1) {
    const record = cmap + 4 + at * 8;
    const key = `${font.readUInt16BE(record)}/${font.readUInt16BE(record + 2)}`;
    offsets.set(key, cmap + font.readUInt32BE(record + 4));
  }
  for (const [platform, encoding] of unicodeTables) {
    const offset = offsets.get(`${platform}/${encoding}`);
    if (offset === undefined) continue;
    const format = font.readUInt16BE(offset);
    if (format === 12) return groupedCharacters(font, offset);
    if (format === 4) return segmentedCharacters(font, offset);
  }
  throw new RangeError("The font has no Unicode character map that can be read");
}

function findTable(font: Buffer, name: string): number {
  const count = font.readUInt16BE(4);
  for (let at = 0; at < count; at += 1) {
    const record = 12 + at * 16;
    if (font.toString("latin1", record, record + 4) === name) return font.readUInt32BE(record + 8);
  }
  throw new RangeError(`The font has no table ${name}`);
}

/** Format 12: groups of first character, last character, first glyph. */
function groupedCharacters(font: Buffer, offset: number): ReadonlySet<number> {
  const characters = new Set<number>();
  const groups = font.readUInt32BE(offset + 12);
  for (let at = 0; at < groups; at += 1) {
    const group = offset + 16 + at * 12;
    const first = font.readUInt32BE(group);
    const last = font.readUInt32BE(group + 4);
    const glyph = font.readUInt32BE(group + 8);
    for (let code = first; code <= last; code += 1) {
      if (glyph + code - first !== 0) characters.add(code);
    }
  }
  return characters;
}

/** Format 4: parallel arrays of segments; a glyph is found by a shift or through a table of its own. */
function segmentedCharacters(font: Buffer, offset: number): ReadonlySet<number> {
  const characters = new Set<number>();
  const double = font.readUInt16BE(offset + 6);
  const ends = offset + 14;
  const starts = ends + double + 2;
  const deltas = starts + double;
  const ranges = deltas + double;
  for (let at = 0; at < double; at += 2) {
    const first = font.readUInt16BE(starts + at);
    const last = font.readUInt16BE(ends + at);
    const delta = font.readUInt16BE(deltas + at);
    const range = font.readUInt16BE(ranges + at);
    for (let code = first; code <= last && code !== 0xff_ff; code += 1) {
      const indirect =
        range === 0 ? code : font.readUInt16BE(ranges + at + range + (code - first) * 2);
      const glyph = range !== 0 && indirect === 0 ? 0 : (indirect + delta) & 0xff_ff;
      if (glyph !== 0) characters.add(code);
    }
  }
  return characters;
}
