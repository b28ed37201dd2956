import { describe, expect, test } from "vitest";
import { renderPage, wordsOf } from "../../../testing/render-page.tsx";
import { CrossTable } from "./cross-table.tsx";
import { Figure } from "./figure.tsx";
import { slicesOf, type TableAnswer } from "./slices.ts";

const text = (sv: string) => ({ sv, en: sv });
const entry = (code: string, missing = false) => ({ code, label: text(code), missing });
const axis = (kind: "variable" | "series" | "units") => ({
  kind,
  id: kind === "variable" ? "AKT-03" : null,
  label: text(kind),
  definition: null,
  several: false,
});
const share = { share: 0.4, low: 0.27, high: 0.55, of: 50 };

function table(more: Partial<TableAnswer> = {}): TableAnswer {
  return {
    query: { rows: "AKT-01", filters: [] },
    room: "inside",
    question: text("Fråga?"),
    sentence: text("Svar."),
    notes: [],
    n: 53,
    missing: 3,
    axes: { rows: axis("variable"), columns: null, layers: null },
    rows: [entry("skola"), entry("polis"), entry("okänt", true)],
    columns: [entry("count")],
    layers: [],
    cells: [[20], [2], [3]],
    rowTotals: [20, 2, 3],
    columnTotals: [25],
    shares: [[share], [null], [null]],
    slices: [],
    small: 5,
    rounded: 1,
    definition: {
      rows: text(""),
      columns: null,
      grain: "akt",
      population: text(""),
      specVersion: "2026-1",
      specDigest: "0",
      cutOff: "2026-11-22T09:00:00.000Z",
    },
    ...more,
  };
}

async function shown(answer: TableAnswer, intervals = false): Promise<string> {
  const [first] = slicesOf(answer);
  if (first === undefined) throw new Error("no table");
  const props = { table: answer, slice: first.slice, name: "Fråga?", intervals };
  return wordsOf(await renderPage(<CrossTable {...props} />));
}

describe("a table of follow-up", () => {
  test("says what is few in words, and keeps what is missing without a share", async () => {
    const words = await shown(table());
    expect(words).toMatch(/skola 20 40\s% 27–55\s%/u);
    expect(words).toContain("polis 2 (få)");
    expect(words).toMatch(/okänt 3 \(få\) Totalt 53/u);
  });

  test("shows no count that may not be told", async () => {
    const withheld = table({ cells: [[20], [null], [3]] });
    expect(await shown(withheld)).toContain("polis visas inte");
  });

  test("a crossed one has counts with shares, and intervals when asked for", async () => {
    const crossed = table({
      axes: { rows: axis("variable"), columns: axis("variable"), layers: null },
      columns: [entry("flicka"), entry("pojke")],
      cells: [
        [12, 8],
        [1, 1],
        [0, 3],
      ],
      shares: [
        [share, null],
        [null, null],
        [null, null],
      ],
      columnTotals: [13, 12],
    });
    expect(await shown(crossed)).toMatch(/skola 12 40\s% 8 20/u);
    expect(await shown(crossed, true)).toMatch(/12 40\s% \( ?27–55\s% ?\)/u);
  });

  test("a layer that holds nothing is left out", () => {
    const slice = { n: 0, cells: [[0], [0], [0]], rowTotals: [], columnTotals: [], shares: [] };
    const layered = table({
      layers: [entry("Norr"), entry("Söder")],
      slices: [slice, { ...slice, n: 7 }],
    });
    expect(slicesOf(layered).map(({ layer }) => layer?.code)).toEqual(["Söder"]);
  });
});

describe("its picture", () => {
  const [only] = slicesOf(table());
  const drawn = async (answer: TableAnswer): Promise<string> => {
    const [first] = slicesOf(answer);
    if (first === undefined) throw new Error("no table");
    return renderPage(<Figure table={answer} layer={first.layer} slice={first.slice} />);
  };

  test("has a name that says the result, and bars with their numbers", async () => {
    expect(only).toBeDefined();
    const svg = await drawn(table());
    expect(svg).toMatch(/role="img" aria-label="Diagram: Svar\."/u);
    expect(svg.match(/<rect/gu)).toHaveLength(3);
    expect(svg).toMatch(/20 \(40\s%\)/u);
  });

  test("of a series has a line a row, of units shares on their intervals; never a triangle", async () => {
    const columns = [entry("2025"), entry("2026")];
    const cells = [
      [12, 8],
      [1, 1],
      [0, 3],
    ];
    const series = table({
      axes: { rows: axis("variable"), columns: axis("series"), layers: null },
      columns,
      cells,
    });
    const lines = await drawn(series);
    expect(lines.match(/<polyline/gu)).toHaveLength(2);
    const shares = [
      [share, share],
      [null, null],
      [null, null],
    ];
    const units = table({ ...series, axes: { ...series.axes, columns: axis("units") }, shares });
    const dots = await drawn(units);
    expect(dots.match(/<circle/gu)).toHaveLength(2);
    expect(lines + dots).not.toMatch(/<polygon|<path/u);
  });
});
