import type { FileCell, FileColumn, FileTable } from "../../contract/followup/file-table.ts";

/**
 * The table as SPSS wants it: a set becomes a column for each of its codes, chosen (1) or not (0), and why nobody
 * chose stands in all of them.
 */
export function withoutSets(table: FileTable): FileTable {
  if (!table.columns.some(({ kind }) => kind === "set")) return table;
  return {
    ...table,
    columns: table.columns.flatMap((column) =>
      column.kind === "set" ? membersOf(column) : column,
    ),
    rows: spread(table),
  };
}

function membersOf({ id, label, codes, chosen = [] }: FileColumn): readonly FileColumn[] {
  const reasons = codes.filter(({ missing }) => missing);
  return codes
    .filter(({ missing }) => !missing)
    .map((code) => ({
      id: `${id}:${code.id}`,
      label: `${label}: ${code.label}`,
      kind: "code",
      codes: [...chosen, ...reasons],
    }));
}

/** More different sets than so many are worked out anew each time. */
const MOST_REMEMBERED = 20_000;

async function* spread({ columns, rows }: FileTable): AsyncGenerator<readonly FileCell[][]> {
  const members = columns.map((column) => (column.kind === "set" ? spreadOf(column) : undefined));
  for await (const batch of rows) {
    yield batch.map((row) => {
      const cells: FileCell[] = [];
      for (let at = 0; at < members.length; at += 1) {
        const cell = row[at] ?? "";
        const spreads = members[at];
        if (spreads === undefined) cells.push(cell);
        else for (const member of spreads(cell)) cells.push(member);
      }
      return cells;
    });
  }
}

function spreadOf({ codes }: FileColumn): (cell: FileCell) => readonly number[] {
  const numbers = codes.filter(({ missing }) => !missing).map(({ number }) => number);
  const known = new Map<FileCell, readonly number[]>();
  return (cell) => {
    const found = known.get(cell);
    if (found !== undefined) return found;
    const chosen = String(cell).split(" ").map(Number);
    const [first = 0] = chosen;
    const members = numbers.map((number) => (first < 0 ? first : chosen.includes(number) ? 1 : 0));
    if (known.size < MOST_REMEMBERED) known.set(cell, members);
    return members;
  };
}
