import type { TableAnswer } from "../contract/followup/make-table.ts";

const gap = "  ";

/** A table of follow-up as lines of text: the question, the answer, the counts with their shares, and how it was counted. */
export function tableLines(table: TableAnswer): readonly string[] {
  const slices = table.slices.map((slice, at) => [
    "",
    `${table.axes.layers?.label.sv ?? ""}: ${table.layers[at]?.label.sv ?? ""}`,
    ...gridLines(table, slice),
  ]);
  return [
    table.question.sv,
    table.sentence.sv,
    ...table.notes.map((note) => note.sv),
    ...(slices.length === 0 ? ["", ...gridLines(table, table)] : slices.flat()),
    "",
    table.definition.population.sv,
    `${table.definition.specVersion} ${table.definition.specDigest.slice(0, 12)}, ${table.definition.cutOff}`,
  ];
}

type Slice = TableAnswer["slices"][number];

/** One line a row; the last is the totals, as each thing is counted once. */
function gridLines(table: TableAnswer, slice: Slice): readonly string[] {
  const crossed = table.axes.columns !== null;
  const head = [
    table.axes.rows.label.sv,
    ...table.columns.map(({ label }) => label.sv),
    ...(crossed ? [totalSign] : []),
  ];
  const rows = table.rows.map((row, at) => [
    row.label.sv,
    ...table.columns.map((_, across) =>
      cellText(slice.cells[at]?.[across], slice.shares[at]?.[across]),
    ),
    ...(crossed ? [countText(slice.rowTotals[at])] : []),
  ]);
  const foot = [
    totalSign,
    ...slice.columnTotals.map((count) => countText(count)),
    ...(crossed ? [countText(slice.n)] : []),
  ];
  const lines = [head, ...rows, foot];
  const widths = head.map((_, at) => Math.max(...lines.map((line) => (line[at] ?? "").length)));
  return lines.map((line) =>
    line
      .map((text, at) => (at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0)))
      .join(gap)
      .trimEnd(),
  );
}

const totalSign = "=";

function cellText(
  count: number | null | undefined,
  share: Slice["shares"][number][number] | undefined,
): string {
  const percent =
    share === null || share === undefined ? "" : ` (${Math.round(100 * share.share)} %)`;
  return `${countText(count)}${percent}`;
}

/** What is not told is a dot. */
function countText(count: number | null | undefined): string {
  return count === null || count === undefined ? "." : String(count);
}
