import type { FileColumn, FileRow, FileTable } from "../../contract/followup/file-table.ts";
import { dayNumberOf } from "../../kernel/civil.ts";
import { FIRST_DAY } from "./cell-texts.ts";
import { blankFilled } from "./sav-bytes.ts";
import { BIAS, savDictionary, type SavFrom } from "./sav-dictionary.ts";
import { withoutSets } from "./sav-sets.ts";
import { SEGMENT_BYTES, segmentsOf } from "./sav-segments.ts";

const SECONDS_A_DAY = 86_400;
/** SPSS counts seconds since 14 October 1582. */
const DAYS_BEFORE = FIRST_DAY - dayNumberOf(1582, 10, 14);

/**
 * A table as a data file of SPSS, made as its rows come: names, labels, value labels, days, and why values are
 * missing as numbers below zero that the program leaves out. The same table gives the same bytes.
 * Throws RangeError for a text longer than its column says.
 */
export async function* savFile(given: FileTable, from: SavFrom): AsyncGenerator<Uint8Array> {
  const table = withoutSets(given);
  yield savDictionary(table, from);
  const writers = table.columns.map(writerOf);
  const cases = makeCases();
  for await (const batch of table.rows) {
    for (const row of batch) writeRow(cases, writers, row);
    const made = cases.take();
    if (made.length > 0) yield made;
  }
  yield cases.end();
}

type CellWriter = (cases: Cases, cell: FileRow[number]) => void;

function writeRow(cases: Cases, writers: readonly CellWriter[], row: FileRow): void {
  for (let at = 0; at < writers.length; at += 1) writers[at]?.(cases, row[at] ?? "");
}

function writerOf(column: FileColumn): CellWriter {
  const { kind } = column;
  if (kind === "text") return textWriter(column);
  if (kind === "code" || kind === "number") return (cases, cell) => cases.number(Number(cell));
  const unit = kind === "day" ? SECONDS_A_DAY : 1;
  return (cases, cell) => {
    const value = Number(cell);
    cases.number(value < 0 ? value : value * unit + DAYS_BEFORE * SECONDS_A_DAY);
  };
}

/** Each segment holds 255 bytes of the text, the last one the rest, which may be none. */
function textWriter(column: FileColumn): CellWriter {
  const segments = segmentsOf(column);
  const width = Math.max(column.width ?? 1, 1);
  return (cases, cell) => {
    const bytes = blankFilled(String(cell).toWellFormed(), width);
    for (const [at, { elements }] of segments.entries()) {
      const part = Buffer.alloc(elements * 8, " ");
      bytes.copy(part, 0, at * SEGMENT_BYTES, (at + 1) * SEGMENT_BYTES);
      cases.text(part);
    }
  };
}

/** Cases in the packed form of SPSS: eight marks of a byte, and after them what does not fit in a mark. */
interface Cases {
  number(value: number): void;
  /** A multiple of eight bytes. */
  text(bytes: Uint8Array): void;
  take(): Uint8Array;
  /** The rest, with the mark of the end. */
  end(): Uint8Array;
}

const MARK = { end: 252, follows: 253, blanks: 254 } as const;
/** Numbers that fit in a mark. */
const LEAST = 1 - BIAS;
const GREATEST = 251 - BIAS;
const START_SIZE = 1 << 16;

function makeCases(): Cases {
  let buffer = Buffer.alloc(START_SIZE);
  let marks = 0;
  let used = 8;
  let free = 0;

  function mark(value: number): void {
    if (free === 8) {
      marks = used;
      used += 8;
      free = 0;
    }
    // Room for the marks and for eight elements after them.
    if (used + 144 > buffer.length) {
      buffer = Buffer.concat([buffer.subarray(0, used), Buffer.alloc(buffer.length)]);
    }
    buffer[marks + free] = value;
    free += 1;
  }

  function take(end: number): Uint8Array {
    const taken = buffer.subarray(0, end);
    const rest = buffer.subarray(end, used);
    buffer = Buffer.alloc(START_SIZE);
    rest.copy(buffer);
    marks -= end;
    used -= end;
    return taken;
  }

  return {
    number: (value) => {
      if (Number.isInteger(value) && value >= LEAST && value <= GREATEST) return mark(value + BIAS);
      mark(MARK.follows);
      used = buffer.writeDoubleLE(value, used);
    },
    text: (bytes) => {
      for (let at = 0; at < bytes.length; at += 8) {
        const element = bytes.subarray(at, at + 8);
        const blank = element.every((byte) => byte === 0x20);
        mark(blank ? MARK.blanks : MARK.follows);
        if (!blank) {
          buffer.set(element, used);
          used += 8;
        }
      }
    },
    // The last marks may not be full yet: they stay.
    take: () => take(free === 8 ? used : marks),
    end: () => {
      mark(MARK.end);
      return take(used);
    },
  };
}
