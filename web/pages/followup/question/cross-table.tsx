import { followupText } from "../../../text/followup.ts";
import { useLang, useText } from "../../../text/text.ts";
import {
  intervalOf,
  percentOf,
  type Place,
  type Share,
  type Slice,
  type TableAnswer,
} from "./slices.ts";

/** So many columns have room on an upright sheet. */
const uprightColumns = 6;

interface CrossTableProps {
  readonly table: TableAnswer;
  readonly slice: Slice;
  /** What the table is called to those who listen. */
  readonly name: string;
  /** Whether each share stands with its interval. */
  readonly intervals: boolean;
  /** Shows the children behind a number, to those who may see them. */
  readonly onOpen?: ((place: Place) => void) | undefined;
}

/** Counts with their shares, totals, missing kept apart; few are said to be few. */
export function CrossTable({ table, slice, name, intervals, onOpen }: CrossTableProps) {
  const crossed = table.axes.columns !== null;
  return (
    <div
      className={table.columns.length > uprightColumns ? "cross many" : "cross"}
      tabIndex={0}
      role="region"
      aria-label={name}
    >
      <table>
        <caption className="visually-hidden">{name}</caption>
        {crossed ? (
          <Crossed table={table} slice={slice} intervals={intervals} onOpen={onOpen} />
        ) : (
          <Plain table={table} slice={slice} onOpen={onOpen} />
        )}
      </table>
    </div>
  );
}

type BodyProps = Pick<CrossTableProps, "table" | "slice" | "onOpen">;

/** One variable: a column each for count, share and interval. */
function Plain({ table, slice, onOpen }: BodyProps) {
  const t = useText(followupText);
  const { lang } = useLang();
  return (
    <>
      <thead>
        <tr>
          <td />
          <th scope="col" className="number">
            {t("number")}
          </th>
          <th scope="col" className="number">
            {t("percent")}
          </th>
          <th scope="col" className="number">
            {t("interval")}
          </th>
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, r) => {
          const share = slice.shares[r]?.[0] ?? null;
          return (
            <tr key={row.code} className={row.missing ? "is-missing" : undefined}>
              <th scope="row">{row.label[lang]}</th>
              <td className="number">
                <Count
                  value={slice.cells[r]?.[0]}
                  small={table.small}
                  about={row.label[lang]}
                  onOpen={onOpen && (() => onOpen({ row: row.code }))}
                />
              </td>
              <td className="number">{share === null ? "" : percentOf(share.share, lang)}</td>
              <td className="number quiet">{share === null ? "" : intervalOf(share, lang)}</td>
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t("total")}</th>
          <td className="number">
            <Count value={slice.n} small={table.small} />
          </td>
          <td />
          <td />
        </tr>
      </tfoot>
    </>
  );
}

/** Two variables: a cell holds the count and under it the share. */
function Crossed({
  table,
  slice,
  intervals,
  onOpen,
}: BodyProps & Pick<CrossTableProps, "intervals">) {
  const t = useText(followupText);
  const { lang } = useLang();
  const { rows, columns, small } = table;
  return (
    <>
      <thead>
        <tr>
          <td />
          {columns.map((column) => (
            <th
              key={column.code}
              scope="col"
              className={column.missing ? "number is-missing" : "number"}
            >
              {column.label[lang]}
            </th>
          ))}
          <th scope="col" className="number">
            {t("total")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, r) => (
          <tr key={row.code} className={row.missing ? "is-missing" : undefined}>
            <th scope="row">{row.label[lang]}</th>
            {columns.map((column, c) => (
              <td key={column.code} className={column.missing ? "number is-missing" : "number"}>
                <Count
                  value={slice.cells[r]?.[c]}
                  small={small}
                  about={`${row.label[lang]}, ${column.label[lang]}`}
                  onOpen={onOpen && (() => onOpen({ row: row.code, column: column.code }))}
                />
                <ShareWords share={slice.shares[r]?.[c] ?? null} intervals={intervals} />
              </td>
            ))}
            <td className="number">
              <Count value={slice.rowTotals[r]} small={small} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t("total")}</th>
          {columns.map((column, c) => (
            <td key={column.code} className="number">
              <Count value={slice.columnTotals[c]} small={small} />
            </td>
          ))}
          <td className="number">
            <Count value={slice.n} small={small} />
          </td>
        </tr>
      </tfoot>
    </>
  );
}

interface CountProps {
  readonly value: number | null | undefined;
  readonly small: number;
  /** The cell in words, for whoever opens it. */
  readonly about?: string;
  readonly onOpen?: (() => void) | undefined;
}

/** A count; one under the limit is said to be few, one that may not be told to be withheld. */
function Count({ value, small, about = "", onOpen }: CountProps) {
  const t = useText(followupText);
  if (value === undefined) return null;
  if (value === null) return <span className="quiet">{t("withheld")}</span>;
  const count = <span className="count">{value}</span>;
  return (
    <>
      {onOpen === undefined || value === 0 ? (
        count
      ) : (
        <>
          <button type="button" className="plain count-open" onClick={onOpen}>
            {count}
            <span className="visually-hidden"> {t("behindOf", { what: about })}</span>
          </button>
          {/* Paper has no buttons. */}
          <span className="count-printed" aria-hidden="true">
            {value}
          </span>
        </>
      )}
      {value > 0 && value < small ? <span className="few"> {t("few")}</span> : null}
    </>
  );
}

function ShareWords({
  share,
  intervals,
}: {
  readonly share: Share | null;
  readonly intervals: boolean;
}) {
  const { lang } = useLang();
  if (share === null) return null;
  return (
    <span className="share">
      {" "}
      {percentOf(share.share, lang)}
      {intervals ? <span className="share-interval"> ({intervalOf(share, lang)})</span> : null}
    </span>
  );
}
