import { useLang } from "../../../text/text.ts";
import { colours, type Drawn, shortened, spread, ticksTo, width } from "./drawing.ts";

const left = 44;
const right = width - 210;
const top = 12;
const bottom = 272;
const height = 320;
/** So many names of periods have room beside each other. */
const mostNames = 8;

/** How many rows of a series have no line of their own. */
export function leftOut({ table, slice }: Pick<Drawn, "table" | "slice">): number {
  const filled = table.rows.filter(
    (row, r) => !row.missing && (slice.cells[r] ?? []).some((value) => (value ?? 0) > 0),
  );
  return Math.max(0, filled.length - colours);
}

/** A series: a line a row over the periods, each ending in its name, with marks of its own so that colour is not needed. */
export function Lines({ table, slice, name }: Drawn) {
  const { lang } = useLang();
  const rows = table.rows
    .map((row, r) => ({ row, cells: (slice.cells[r] ?? []).map((value) => value ?? 0) }))
    .filter(({ row, cells }) => !row.missing && cells.some((value) => value > 0))
    .toSorted((a, b) => sum(b.cells) - sum(a.cells))
    .slice(0, colours);
  const ticks = ticksTo(Math.max(0, ...rows.flatMap(({ cells }) => cells)));
  const most = ticks.at(-1) ?? 1;
  const last = Math.max(1, table.columns.length - 1);
  const x = (at: number): number => left + (at / last) * (right - left);
  const y = (value: number): number => bottom - (value / most) * (bottom - top);
  const names = spread(
    rows.map(({ cells }) => y(cells.at(-1) ?? 0)),
    17,
    bottom,
  );
  const every = Math.ceil(table.columns.length / mostNames);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={name}>
      {ticks.map((tick) => (
        <g key={tick} aria-hidden="true">
          <line className="grid" x1={left} x2={right} y1={y(tick)} y2={y(tick)} />
          <text x={left - 8} y={y(tick) + 4} textAnchor="end">
            {tick}
          </text>
        </g>
      ))}
      {table.columns.map((column, at) =>
        at % every === 0 ? (
          <text
            key={column.code}
            aria-hidden="true"
            x={x(at)}
            y={bottom + 22}
            textAnchor={at === 0 ? "start" : "middle"}
          >
            {shortened(column.label[lang], 12)}
          </text>
        ) : null,
      )}
      {rows.map(({ row, cells }, colour) => (
        <g key={row.code} aria-hidden="true">
          <polyline
            className={`line-${colour}`}
            points={cells.map((value, at) => `${x(at)},${y(value)}`).join(" ")}
          />
          {cells.map((value, at) => (
            <Mark key={table.columns[at]?.code ?? at} kind={colour} x={x(at)} y={y(value)} />
          ))}
          <line
            className="grid"
            x1={right + 5}
            x2={right + 16}
            y1={y(cells.at(-1) ?? 0)}
            y2={names[colour] ?? 0}
          />
          <Mark kind={colour} x={right + 22} y={names[colour] ?? 0} />
          <text className="value" x={right + 32} y={(names[colour] ?? 0) + 4}>
            {shortened(row.label[lang], 26)}
          </text>
        </g>
      ))}
    </svg>
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** A mark for each line, told apart by its shape. Never a triangle. */
function Mark({ kind, x, y }: { readonly kind: number; readonly x: number; readonly y: number }) {
  const className = `${kind < 3 ? "dot" : "ring"}-${kind}`;
  switch (kind % 3) {
    case 0:
      return <circle className={className} cx={x} cy={y} r={4} />;
    case 1:
      return <rect className={className} x={x - 4} y={y - 4} width={8} height={8} />;
    default:
      return (
        <rect
          className={className}
          x={x - 4}
          y={y - 4}
          width={8}
          height={8}
          transform={`rotate(45 ${x} ${y})`}
        />
      );
  }
}
