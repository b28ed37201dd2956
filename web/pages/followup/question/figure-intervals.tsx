import { useLang } from "../../../text/text.ts";
import { colours, type Drawn, shortened, width } from "./drawing.ts";
import { intervalOf, percentOf } from "./slices.ts";

const labelWidth = 230;
const right = width - 210;
const lineHeight = 20;
const groupGap = 16;
const top = 26;
/** So few rows are drawn whether anybody has them or not. */
const fewRows = 6;
const quarters = [0, 0.25, 0.5, 0.75, 1] as const;

/** Where periods or units are compared: each share as a dot on its interval, between nought and all. */
export function Intervals({ table, slice, name }: Drawn) {
  const { lang } = useLang();
  const rows = table.rows
    .map((row, r) => ({
      row,
      lines: table.columns.flatMap((column, c) => {
        const share = slice.shares[r]?.[c];
        return share === null || share === undefined || column.missing
          ? []
          : [{ column, share, colour: c % colours }];
      }),
    }))
    // Of many rows those that nobody has are left to the table.
    .filter(
      ({ row, lines }) =>
        !row.missing && lines.some(({ share }) => share.share > 0 || table.rows.length <= fewRows),
    );
  const tops = rows.map((_, at) =>
    rows.slice(0, at).reduce((sum, { lines }) => sum + lines.length * lineHeight + groupGap, top),
  );
  const height =
    rows.reduce((sum, { lines }) => sum + lines.length * lineHeight + groupGap, top) + 4;
  const x = (share: number): number => labelWidth + share * (right - labelWidth);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={name}>
      {quarters.map((share) => (
        <g key={share} aria-hidden="true">
          <line className="grid" x1={x(share)} x2={x(share)} y1={top - 6} y2={height - 4} />
          <text x={x(share)} y={14} textAnchor="middle">
            {percentOf(share, lang)}
          </text>
        </g>
      ))}
      {rows.map(({ row, lines }, at) => (
        <g key={row.code} aria-hidden="true">
          <text
            x={labelWidth - 10}
            y={(tops[at] ?? 0) + (lines.length * lineHeight) / 2 + 5}
            textAnchor="end"
          >
            {shortened(row.label[lang], 34)}
          </text>
          {lines.map(({ column, share, colour }, n) => {
            const y = (tops[at] ?? 0) + n * lineHeight + lineHeight / 2;
            return (
              <g key={column.code}>
                <line
                  className={`line-${colour} whisker`}
                  x1={x(share.low)}
                  x2={x(share.high)}
                  y1={y}
                  y2={y}
                />
                <circle className={`dot-${colour}`} cx={x(share.share)} cy={y} r={5} />
                <text className="value" x={x(share.high) + 8} y={y + 5}>
                  {`${shortened(column.label[lang], 22)} ${percentOf(share.share, lang)} (${intervalOf(share, lang)})`}
                </text>
              </g>
            );
          })}
        </g>
      ))}
    </svg>
  );
}
