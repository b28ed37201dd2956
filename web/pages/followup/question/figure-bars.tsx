import { useLang } from "../../../text/text.ts";
import { colours, type Drawn, shortened, width } from "./drawing.ts";
import { percentOf, type Slice, type TableAnswer } from "./slices.ts";

const labelWidth = 230;
const barHeight = 18;
const gap = 4;
const groupGap = 14;
/** So few rows are drawn whether they hold anything or not. */
const fewRows = 6;
const valueWidth = 90;
const namedValueWidth = 220;

/**
 * Lying bars, one group a row and one bar a column that has something there: the table has every nought. Of many
 * rows those without anything are left out. Each bar says its number, and in a crossed table its column.
 */
export function Bars({ table, slice, name }: Drawn) {
  const { lang } = useLang();
  const rows = rowsOf(table, slice);
  const crossed = table.axes.columns !== null;
  const most = Math.max(1, ...slice.cells.flat().map((value) => value ?? 0));
  const height = groupGap + rows.reduce((total, row) => total + row.height, 0);
  const scale = (width - labelWidth - (crossed ? namedValueWidth : valueWidth)) / most;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={name}>
      <line className="axis" x1={labelWidth} x2={labelWidth} y1={4} y2={height - 4} />
      {rows.map(({ row, bars, top, height: rowHeight }) => (
        <g key={row.code} aria-hidden="true">
          <text x={labelWidth - 10} y={top + (rowHeight - groupGap) / 2 + 3} textAnchor="end">
            {shortened(row.label[lang], 34)}
          </text>
          {bars.map(({ column, value, share, colour }, n) => (
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
                {column === undefined
                  ? `${value}${share === undefined ? "" : ` (${percentOf(share, lang)})`}`
                  : `${value} ${shortened(column.label[lang], 28)}`}
              </text>
            </g>
          ))}
        </g>
      ))}
    </svg>
  );
}

interface Bar {
  /** Undefined in a table that is not crossed, and for a row without anything. */
  readonly column: TableAnswer["columns"][number] | undefined;
  readonly value: number;
  readonly share: number | undefined;
  readonly colour: number;
}

/** The rows with the bars that are drawn and where: a row without anything has one of no length. */
function rowsOf(table: TableAnswer, slice: Slice) {
  let top = groupGap;
  const isCrossed = table.axes.columns !== null;
  const filled = (r: number): boolean => (slice.cells[r] ?? []).some((value) => (value ?? 0) > 0);
  return table.rows.flatMap((row, r) => {
    if (table.rows.length > fewRows && !filled(r)) return [];
    const cells = slice.cells[r] ?? [];
    const crossed = table.columns.map((column, c): Bar => ({
      column,
      value: cells[c] ?? 0,
      share: undefined,
      colour: c % colours,
    }));
    const some = isCrossed ? crossed.filter(({ value }) => value > 0) : [];
    const alone: Bar = {
      column: undefined,
      value: isCrossed ? 0 : (cells[0] ?? 0),
      share: isCrossed ? undefined : slice.shares[r]?.[0]?.share,
      colour: 0,
    };
    const bars = some.length > 0 ? some : [alone];
    const height = bars.length * (barHeight + gap) + groupGap;
    const placed = { row, bars, top, height };
    top += height;
    return [placed];
  });
}
