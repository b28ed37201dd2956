import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { fillQuery } from "../../api/queries.ts";
import { DataTable } from "../../components/data-table/data-table.tsx";
import { useLang, useText } from "../../text/text.ts";
import { unitText } from "../../text/unit.ts";

/** How much of what follow-up asks has an answer, unit by unit. Of people there is nothing here. */
export function FillRates(): ReactNode {
  const t = useText(unitText);
  const { lang } = useLang();
  const fill = useQuery(fillQuery).data;
  if (fill === undefined) return null;
  const kinds = fill.kinds.filter(({ id }) =>
    fill.units.some((unit) => unit.kinds.some(({ kind, n }) => kind === id && n > 0)),
  );
  return (
    <section className="unit-section" aria-labelledby="unit-fill">
      <h2 id="unit-fill">{t("fill")}</h2>
      <p className="quiet">{t(kinds.length === 0 ? "fillEmpty" : "fillLead")}</p>
      {kinds.length === 0 ? null : (
        <DataTable
          caption={t("fill")}
          captionHidden
          rows={fill.units}
          keyOf={(row) => row.unit ?? ""}
          columns={[
            {
              id: "unit",
              head: t("unitHead"),
              names: true,
              cell: (row) => row.name ?? t("noUnit"),
            },
            ...kinds.map((kind) => ({
              id: kind.id,
              head: kind.name[lang],
              number: true,
              cell: (row: (typeof fill.units)[number]) => {
                const found = row.kinds.find((each) => each.kind === kind.id);
                if (found === undefined || found.n === 0) return "–";
                const percent = Math.round((100 * found.filled) / found.n);
                return t("fillCell", { percent, n: found.n });
              },
            })),
          ]}
        />
      )}
    </section>
  );
}
