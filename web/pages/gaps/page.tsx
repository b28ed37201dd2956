import type { ReactNode } from "react";
import { useSuspenseQuery } from "@tanstack/react-query";
import { gapsQuery } from "../../api/queries.ts";
import { DataTable } from "../../components/data-table/data-table.tsx";
import { ListMarks } from "../../components/person-label/list-marks.tsx";
import { ChildLink } from "../../components/person-label/child-link.tsx";
import { shortDay } from "../../text/dates.ts";
import { gapsText } from "../../text/gaps.ts";
import { useLang, useText } from "../../text/text.ts";
import "./gaps.css";

/** One's own matters with what follow-up has no answer to: nobody is shown anybody else's. */
export function Page(): ReactNode {
  const t = useText(gapsText);
  const { lang } = useLang();
  const { rows, today } = useSuspenseQuery(gapsQuery).data;
  return (
    <ListMarks persons={rows.map((row) => row.child)}>
      <div className="gaps">
        <h1 tabIndex={-1}>{t("title")}</h1>
        <p className="lead">{t(rows.length === 0 ? "empty" : "lead")}</p>
        {rows.length === 0 ? null : (
          <DataTable
            caption={t("title")}
            captionHidden
            rows={rows}
            keyOf={(row) =>
              `${row.matter} ${row.kind.sv} ${row.on} ${row.missing.map(({ id }) => id).join(" ")}`
            }
            columns={[
              {
                id: "child",
                head: t("child"),
                names: true,
                cell: (row) => <ChildLink akt={row.akt} child={row.child} />,
              },
              {
                id: "about",
                head: t("about"),
                cell: (row) => `${row.kind[lang]} ${shortDay(row.on, lang, today)}`,
              },
              {
                id: "missing",
                head: t("missing"),
                cell: (row) => (
                  <ul className="gaps-missing">
                    {row.missing.map(({ id, label }) => (
                      <li key={id}>{label[lang]}</li>
                    ))}
                  </ul>
                ),
              },
            ]}
          />
        )}
      </div>
    </ListMarks>
  );
}
