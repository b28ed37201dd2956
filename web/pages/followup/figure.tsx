import type { AnswerOf } from "../../api/client.ts";
import type { makeTable } from "../../../src/contract/followup/make-table.ts";
import { followupText } from "../../text/followup.ts";
import { useLang, useText } from "../../text/text.ts";

export type TableAnswer = AnswerOf<typeof makeTable>;

const width = 720;
const labelWidth = 230;
const barHeight = 18;
const gap = 4;
const groupGap = 14;
const valueWidth = 46;
/** Classes of bars; more columns than these share a class and are told apart by the legend's order. */
const colours = 6;

/** Lying bars, one group a row and one bar a column. Every number stands beside its bar and in the table. */
export function Figure({ table }: { readonly table: TableAnswer }) {
  const { lang } = useLang();
  const t = useText(followupText);
  const columns =
    table.columns.length === 0
      ? [{ code: "", label: { sv: "", en: "" }, missing: false }]
      : table.columns;
  const most = Math.max(1, ...table.cells.flat());
  const groupHeight = columns.length * (barHeight + gap) + groupGap;
  const height = table.rows.length * groupHeight + groupGap;
  const scale = (width - labelWidth - valueWidth) / most;
  return (
    <figure className="picture">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t("picture", { what: table.sentence[lang] })}
      >
        <line className="axis" x1={labelWidth} x2={labelWidth} y1={4} y2={height - 4} />
        {table.rows.map((row, r) => {
          const top = groupGap + r * groupHeight;
          return (
            <g key={row.code} aria-hidden="true">
              <text
                x={labelWidth - 10}
                y={top + (columns.length * (barHeight + gap)) / 2 + 3}
                textAnchor="end"
              >
                {shortened(row.label[lang])}
              </text>
              {columns.map((column, c) => {
                const value = table.cells[r]?.[c] ?? 0;
                const y = top + c * (barHeight + gap);
                return (
                  <g key={column.code}>
                    <rect
                      className={
                        row.missing || column.missing ? "bar-missing" : `bar-${c % colours}`
                      }
                      x={labelWidth}
                      y={y}
                      width={Math.max(value * scale, value > 0 ? 1 : 0)}
                      height={barHeight}
                    />
                    <text
                      className="value"
                      x={labelWidth + value * scale + 6}
                      y={y + barHeight - 5}
                    >
                      {value}
                    </text>
                  </g>
                );
              })}
            </g>
          );
        })}
      </svg>
      {table.columns.length > 1 ? (
        <ul className="legend">
          {table.columns.map((column, c) => (
            <li key={column.code}>
              <svg viewBox="0 0 16 16" aria-hidden="true">
                <rect
                  className={column.missing ? "bar-missing" : `bar-${c % colours}`}
                  x="1"
                  y="1"
                  width="14"
                  height="14"
                />
              </svg>
              {column.label[lang]}
            </li>
          ))}
        </ul>
      ) : null}
    </figure>
  );
}

/** Long Swedish compounds must not run into the bars. */
function shortened(label: string): string {
  return label.length > 34 ? `${label.slice(0, 33)}…` : label;
}
