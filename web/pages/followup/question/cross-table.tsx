import { followupText } from "../../../text/followup.ts";
import { useLang, useText } from "../../../text/text.ts";
import type { TableAnswer } from "./figure.tsx";

/** So many columns have room on an upright sheet. */
const uprightColumns = 6;

function sum(values: readonly (number | null)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0);
}

/** The table twin of the picture: counts, totals, missing kept apart and, when not crossed, shares of the answered. */
export function CrossTable({ table }: { readonly table: TableAnswer }) {
  const { lang } = useLang();
  const t = useText(followupText);
  const crossed = table.columns.length > 1;
  const answered = table.n - (table.missing ?? 0);
  return (
    <div
      className={table.columns.length > uprightColumns ? "cross many" : "cross"}
      tabIndex={0}
      role="region"
      aria-label={table.question[lang]}
    >
      <table>
        <caption className="visually-hidden">{table.question[lang]}</caption>
        <thead>
          <tr>
            <td />
            {crossed ? (
              table.columns.map((column) => (
                <th
                  key={column.code}
                  scope="col"
                  className={column.missing ? "number is-missing" : "number"}
                >
                  {column.label[lang]}
                </th>
              ))
            ) : (
              <>
                <th scope="col" className="number">
                  {t("number")}
                </th>
                <th scope="col" className="number">
                  {t("percent")}
                </th>
              </>
            )}
            {crossed ? (
              <th scope="col" className="number">
                {t("total")}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, r) => {
            const cells = table.cells[r] ?? [];
            return (
              <tr key={row.code} className={row.missing ? "is-missing" : undefined}>
                <th scope="row">{row.label[lang]}</th>
                {crossed ? (
                  cells.map((value, c) => (
                    <td
                      key={table.columns[c]?.code}
                      className={
                        table.columns[c]?.missing === true ? "number is-missing" : "number"
                      }
                    >
                      {value}
                    </td>
                  ))
                ) : (
                  <>
                    <td className="number">{cells[0] ?? 0}</td>
                    <td className="number">
                      {row.missing || answered === 0
                        ? ""
                        : percent((cells[0] ?? 0) / answered, lang)}
                    </td>
                  </>
                )}
                {crossed ? <td className="number">{sum(cells)}</td> : null}
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("total")}</th>
            {crossed ? (
              table.columns.map((column, c) => (
                <td key={column.code} className="number">
                  {sum(table.cells.map((cells) => cells[c] ?? 0))}
                </td>
              ))
            ) : (
              <>
                <td className="number">{sum(table.cells.map((cells) => cells[0] ?? 0))}</td>
                <td />
              </>
            )}
            {crossed ? <td className="number">{sum(table.cells.flat())}</td> : null}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function percent(share: number, lang: string): string {
  return new Intl.NumberFormat(lang, { style: "percent", maximumFractionDigits: 0 }).format(share);
}
