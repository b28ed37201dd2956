import type { FileColumn, FileTable } from "../../contract/followup/file-table.ts";
import { fitting, makeSavBytes, type SavBytes } from "./sav-bytes.ts";
import { savNames } from "./sav-names.ts";
import { segmentsOf, type Segment } from "./sav-segments.ts";

/** What is said of the file itself. */
export interface SavFrom {
  /** At most 64 bytes are kept. */
  readonly title: string;
  /** The moment the file says it was made, in UTC: up to when its data go, never when it was written. */
  readonly cutOff: string;
}

/** Added to a small whole number to make it one byte. */
export const BIAS = 100;
const NUMBER = 5;
const TEXT = 1;
const DATE_TIME = 22;
const SORTABLE_DATE = 39;
const LONGEST_LABEL = 255;
const LONGEST_VALUE_LABEL = 120;
const MEASURE = { nominal: 1, scale: 3 } as const;

/** A column with its name, and the place of its first element in a case, from 1. */
interface Placed {
  readonly column: FileColumn;
  readonly name: string;
  readonly segments: readonly Segment[];
  readonly place: number;
  /** The short name of the first segment: every file has those too. */
  readonly short: string;
}

/** Everything of a `.sav` file that stands before its cases. */
export function savDictionary(table: FileTable, from: SavFrom): Uint8Array {
  const placed = placedColumns(table.columns);
  const out = makeSavBytes();
  header(out, table, placed, from);
  let number = 0;
  for (const each of placed) number = variableRecords(out, each, number);
  for (const each of placed) valueLabelRecords(out, each);
  informationRecords(out, table, placed);
  out.int32(999, 0);
  return out.take();
}

function placedColumns(columns: readonly FileColumn[]): readonly Placed[] {
  const names = savNames(columns.map(({ id }) => id));
  let place = 1;
  let number = 1;
  return columns.map((column, at) => {
    const segments = segmentsOf(column);
    const made = { column, name: names[at] ?? "", segments, place, short: shortName(number) };
    place += segments.reduce((sum, { elements }) => sum + elements, 0);
    number += segments.length;
    return made;
  });
}

function shortName(number: number): string {
  return `V${number}`;
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function header(out: SavBytes, table: FileTable, placed: readonly Placed[], from: SavFrom): void {
  const elements = placed
    .flatMap(({ segments }) => segments)
    .reduce((n, each) => n + each.elements, 0);
  const { cutOff } = from;
  const month = months[Number(cutOff.slice(5, 7)) - 1] ?? "Jan";
  out.text("$FL2", 4);
  out.text("@(#) SPSS DATA FILE Mittpunkt", 60);
  out.int32(2, elements, 1, 0, table.count);
  out.double(BIAS);
  out.text(`${cutOff.slice(8, 10)} ${month} ${cutOff.slice(2, 4)}`, 9);
  out.text(cutOff.slice(11, 19), 8);
  out.text(fitting(from.title, 64), 64);
  out.bytes(Buffer.alloc(3));
}

/** One record for each segment, and for each further element of it. Gives the number of the next short name. */
function variableRecords(out: SavBytes, { column, segments }: Placed, before: number): number {
  let number = before;
  for (const [at, { width, elements }] of segments.entries()) {
    number += 1;
    const range = missingRange(column);
    const label = at === 0 ? fitting(column.label, LONGEST_LABEL) : "";
    const format = width === 0 ? numberFormat(column) : (TEXT << 16) | (width << 8);
    out.int32(2, width, label === "" ? 0 : 1, range === undefined ? 0 : -2, format, format);
    out.text(shortName(number), 8);
    if (label !== "") labelRecord(out, label);
    if (range !== undefined) out.double(...range);
    for (let more = 1; more < elements; more += 1) {
      out.int32(2, -1, 0, 0, 0, 0);
      out.text("", 8);
    }
  }
  return number;
}

function labelRecord(out: SavBytes, label: string): void {
  const length = Buffer.byteLength(label);
  out.int32(length);
  out.text(label, Math.ceil(length / 4) * 4);
}

/** The numbers that say why a value is missing: from the least to the greatest. */
function missingRange({ kind, codes }: FileColumn): readonly [number, number] | undefined {
  const numbers = codes.filter(({ missing }) => missing).map(({ number }) => number);
  if (kind === "text" || numbers.length === 0) return undefined;
  return [Math.min(...numbers), Math.max(...numbers)];
}

function numberFormat({ kind, decimals = 0 }: FileColumn): number {
  if (kind === "day") return (SORTABLE_DATE << 16) | (10 << 8);
  if (kind === "moment") return (DATE_TIME << 16) | (17 << 8);
  return (NUMBER << 16) | (8 << 8) | decimals;
}

function valueLabelRecords(out: SavBytes, { column, place }: Placed): void {
  const { codes, kind } = column;
  if (kind === "text" || codes.length === 0) return;
  out.int32(3, codes.length);
  for (const { number, label } of codes) {
    const short = fitting(label, LONGEST_VALUE_LABEL);
    const length = Buffer.byteLength(short);
    out.double(number);
    out.bytes(Uint8Array.of(length));
    out.text(short, Math.ceil((length + 1) / 8) * 8 - 1);
  }
  out.int32(4, 1, place);
}

const LITTLE_ENDIAN = 2;
const IEEE = 1;
const UTF8 = 65_001;

function informationRecords(out: SavBytes, table: FileTable, placed: readonly Placed[]): void {
  out.int32(7, 3, 4, 8, 1, 0, 0, -1, IEEE, 1, LITTLE_ENDIAN, UTF8);
  out.int32(7, 4, 8, 3);
  // No value; the greatest; the least but one, since the least stands for no value.
  out.double(-Number.MAX_VALUE, Number.MAX_VALUE);
  out.bytes(Uint8Array.of(0xfe, 0xff, 0xff, 0xff, 0xff, 0xff, 0xef, 0xff));
  const shown = placed.flatMap(({ column, segments }) =>
    segments.map(({ width }) => [
      column.kind === "code" || column.kind === "text" ? MEASURE.nominal : MEASURE.scale,
      width === 0 ? 10 : Math.min(width, 40),
      width === 0 ? 1 : 0,
    ]),
  );
  out.int32(7, 11, 4, 3 * shown.length, ...shown.flat());
  textRecord(out, 13, placed.map(({ short, name }) => `${short}=${name}`).join("\t"));
  const long = placed.filter(({ segments }) => segments.length > 1);
  const widths = long.map(
    ({ short, column }) => `${short}=${String(column.width).padStart(5, "0")}\0\t`,
  );
  if (long.length > 0) textRecord(out, 14, widths.join(""));
  const count = Buffer.alloc(16);
  count.writeBigInt64LE(1n, 0);
  count.writeBigInt64LE(BigInt(table.count), 8);
  out.int32(7, 16, 8, 2);
  out.bytes(count);
  textRecord(out, 20, "UTF-8");
}

function textRecord(out: SavBytes, kind: number, text: string): void {
  const length = Buffer.byteLength(text);
  out.int32(7, kind, 1, length);
  out.text(text, length);
}
