import { Link } from "@tanstack/react-router";
import { DataTable } from "../../components/data-table/data-table.tsx";
import { PersonLabel } from "../../components/person-label/person-label.tsx";
import { paths } from "../../paths.ts";
import { clockText } from "../../text/clock.ts";
import { shortDay } from "../../text/dates.ts";
import { useLang, useText } from "../../text/text.ts";
import { unitText } from "../../text/unit.ts";
import type { UnitAnswer } from "./allocation.tsx";
import { useMatterColumns } from "./matter-columns.tsx";

/** Decisions that nothing but a decision is missing for. */
export function ToDecide({ rows }: { readonly rows: UnitAnswer["toDecide"] }) {
  const c = useText(clockText);
  const { lang } = useLang();
  return (
    <ul className="work-list">
      {rows.map((row) => (
        <li className="decide-row" key={row.matter}>
          <PersonLabel person={row.child} />
          <Link data-row="" {...paths.child(row.akt)}>
            {row.what[lang]}
          </Link>
          <span className="quiet">
            {row.target === null ? null : c("by", { day: shortDay(row.target, lang) })}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Every running matter of the unit with its next time. */
export function MatterTable({ matters }: { readonly matters: UnitAnswer["matters"] }) {
  const t = useText(unitText);
  const c = useText(clockText);
  const columns = useMatterColumns();
  return (
    <DataTable
      caption={t("matters")}
      captionHidden
      rows={matters}
      keyOf={(row) => row.matter}
      columns={[
        columns.child,
        columns.number,
        columns.phase,
        {
          id: "worker",
          head: t("worker"),
          cell: (row) => row.worker?.name ?? <span className="quiet">{c("nobody")}</span>,
        },
        columns.next,
        {
          id: "hand-over",
          head: t("handOver"),
          headHidden: true,
          cell: (row) =>
            row.handedTo === null ? (
              <Link
                className="no-print hand-over-link"
                {...paths.act(row.akt, row.matter, "matter.hand-over")}
              >
                {t("handOver")}
                <span className="visually-hidden"> {t("of", { name: row.child.name })}</span>
              </Link>
            ) : (
              <span className="quiet">{t("waitsFor", { unit: row.handedTo })}</span>
            ),
        },
      ]}
    />
  );
}
