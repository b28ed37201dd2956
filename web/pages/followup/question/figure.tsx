import type { AnswerOf } from "../../../api/client.ts";
import type { makeTable } from "../../../../src/contract/followup/make-table.ts";
import { followupText } from "../../../text/followup.ts";
import { useLang, useText } from "../../../text/text.ts";

export type TableAnswer = AnswerOf<typeof makeTable>;

const width = 720;
const labelWidth = 230;
const barHeight = 18;
const gap = 4;
const groupGap = 14;
const valueWidth = 46;
const namedValueWidth = 220;
/** Classes of bars; more columns than these share a class and are told apart by their names. */
const colours = 6;

/**
 * Lying bars, one group a row and one bar a column that has something there: the table has every nought. Each
 * bar says its number, and in a crossed table its column.
 */
export function Figure({ table }: { readonly table: TableAnswer }) {
  const { lang } = useLang();
  const t = useText(followupText);
  const rows = rowsOf(table);
  const crossed = table.columns.length > 0;
  const most = Math.max(1, ...table.cells.flat().map((count) => count ?? 0));
  const height = groupGap + rows.reduce((total, row) => total + row.height, 0);
  const scale = (width - labelWidth - (crossed ? namedValueWidth : valueWidth)) / most;
  return (
    <figure className="picture">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t("picture", { what: table.sentence[lang] })}
      >
        <line className="axis" x1={labelWidth} x2={labelWidth} y1={4} y2={height - 4} />
        {rows.map(({ row, bars, top, height: rowHeight }) => (
          <g key={row.code} aria-hidden="true">
            <text x={labelWidth - 10} y={top + (rowHeight - groupGap) / 2 + 3} textAnchor="end">
              {shortened(row.label[lang], 34)}
            </text>
            {bars.map(({ column, value, colour }, n) => (
              <g key={column?.code ?? ""}>
                <rect
                  className={
                    row.missing || column?.missing === true ? "bar-missing" : `bar-${colour}`
                  }
                  x={labelWidth}
                  y={top + n * (barHeight + gap)}
                  width={Math.max(value * scale, value > 0 ? 1 : 0)}
                  height={barHeight}
                />
                <text
                  className="value"
                  x={labelWidth + value * scale + 6}
                  y={top + n * (barHeight + gap) + barHeight - 5}
                >
                  {column === undefined ? value : `${value} ${shortened(column.label[lang], 28)}`}
                </text>
              </g>
            ))}
          </g>
        ))}
      </svg>
    </figure>
  );
}

interface Bar {
  /** Undefined in a table that is not crossed, and for a row without anything. */
  readonly column: TableAnswer["columns"][number] | undefined;
  readonly value: number;
  readonly colour: number;
}

/** The rows with the bars that are drawn and where: a row without anything has one of no length. */
function rowsOf(table: TableAnswer) {
  let top = groupGap;
  return table.rows.map((row, r) => {
    const cells = table.cells[r] ?? [];
    const crossed = table.columns.map((column, c): Bar => ({
      column,
      value: cells[c] ?? 0,
      colour: c % colours,
    }));
    const some = crossed.filter(({ value }) => value > 0);
    const alone: Bar = {
      column: undefined,
      value: crossed.length === 0 ? (cells[0] ?? 0) : 0,
      colour: 0,
    };
    const bars = some.length > 0 ? some : [alone];
    const height = bars.length * (barHeight + gap) + groupGap;
    const placed = { row, bars, top, height };
    top += height;
    return placed;
  });
}

/** Long Swedish compounds must not run into the bars. */
function shortened(label: string, most: number): string {
  return label.length > most ? `${label.slice(0, most - 1)}…` : label;
}
