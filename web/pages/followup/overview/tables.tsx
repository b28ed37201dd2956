import type { ReactNode } from "react";
import { DataTable } from "../../../components/data-table/data-table.tsx";
import { overviewText } from "../../../text/overview.ts";
import { useLang, useText } from "../../../text/text.ts";
import { Bar, type IndicatorAnswer } from "./bars.tsx";

/** The table twin of the picture: every bar with its number and share; what is not counted has no share. */
export function BarsTable({ answer }: { readonly answer: IndicatorAnswer }): ReactNode {
  const t = useText(overviewText);
  const { lang } = useLang();
  const share = (n: number) => shareOf(n, answer.n, lang);
  const shares = answer.kind === "bars" && answer.percent !== null;
  const rows = answer.bars.filter(({ n, role }) => n > 0 || role === "yes" || role === "no");
  return (
    <DataTable
      caption={t("tableOf", { what: answer.title[lang] })}
      keyOf={(row) => `${row.role} ${row.id}`}
      rows={rows}
      columns={[
        { id: "bar", head: answer.counted[lang], names: true, cell: (row) => row.label[lang] },
        {
          id: "role",
          head: t("share"),
          headHidden: true,
          cell: (row) => (
            <span className="quiet">{answer.kind === "steps" ? "" : t(row.role)}</span>
          ),
        },
        { id: "n", head: t("count"), number: true, cell: (row) => row.n },
        ...(shares
          ? [
              {
                id: "share",
                head: t("share"),
                number: true,
                cell: (row: (typeof rows)[number]) =>
                  row.role === "yes" || row.role === "no" ? share(row.n) : "",
              },
            ]
          : []),
      ]}
    />
  );
}

/** The parts an indicator was divided in, each with the span its share may lie in by chance. */
export function PartsTable({ answer }: { readonly answer: IndicatorAnswer }): ReactNode {
  const t = useText(overviewText);
  const { lang } = useLang();
  const number = new Intl.NumberFormat(lang, { maximumFractionDigits: 0 });
  return (
    <DataTable
      caption={`${answer.title[lang]}`}
      keyOf={(part) => part.code}
      rows={answer.parts}
      columns={[
        {
          id: "part",
          head: t("part"),
          names: true,
          cell: (part) => (
            <>
              {part.label[lang]}
              {part.percent === null ? null : (
                <Bar
                  pieces={[
                    { id: "yes", role: "yes", n: part.yes },
                    { id: "no", role: "no", n: part.n - part.yes },
                  ]}
                  of={part.n}
                />
              )}
            </>
          ),
        },
        { id: "yes", head: t("count"), number: true, cell: (part) => part.yes },
        { id: "n", head: t("total"), number: true, cell: (part) => part.n },
        { id: "missing", head: t("missing"), number: true, cell: (part) => part.noAnswer },
        {
          id: "share",
          head: t("share"),
          number: true,
          cell: (part) => (part.percent === null ? "" : shareOf(part.yes, part.n, lang)),
        },
        {
          id: "interval",
          head: t("interval"),
          number: true,
          cell: ({ interval }) => {
            const [low, high] = interval ?? [];
            if (low === undefined || high === undefined) return "";
            return t("intervalValue", { low: number.format(low), high: number.format(high) });
          },
        },
      ]}
    />
  );
}

/** A share in whole per cent, as the language writes it. */
export function shareOf(count: number, n: number, lang: string): string {
  if (n === 0) return "";
  return new Intl.NumberFormat(lang, { style: "percent", maximumFractionDigits: 0 }).format(
    count / n,
  );
}
