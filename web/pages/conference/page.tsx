import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { unitQuery } from "../../api/queries.ts";
import { DataTable } from "../../components/data-table/data-table.tsx";
import { paths } from "../../paths.ts";
import { clockText } from "../../text/clock.ts";
import { conferenceText } from "../../text/conference.ts";
import { fullDay } from "../../text/dates.ts";
import { useLang, useText } from "../../text/text.ts";
import type { UnitAnswer } from "../unit/allocation.tsx";
import { useMatterColumns } from "../unit/matter-columns.tsx";
import { waitsOf } from "./waits.ts";
import "./conference.css";

type Row = UnitAnswer["matters"][number];

/** The matters to talk about, unit by unit, to print and take along: never why a matter runs. */
export function Page(): ReactNode {
  const t = useText(conferenceText);
  const { lang } = useLang();
  const unit = useSuspenseQuery(unitQuery).data;
  const units = Map.groupBy(unit.matters, (row) => row.unit ?? t("noUnit"));
  return (
    <div className="conference-page">
      <h1 tabIndex={-1}>{t("title")}</h1>
      <p className="quiet">
        {t("lead", { n: unit.matters.length, day: fullDay(unit.today, lang) })}
      </p>
      <div className="row no-print">
        <button type="button" onClick={() => window.print()}>
          {t("print")}
        </button>
        <Link {...paths.unit}>{t("back")}</Link>
      </div>
      {unit.matters.length === 0 ? <p>{t("empty")}</p> : null}
      {[...units].map(([name, rows]) => (
        <section key={name} className="conference-unit">
          <UnitTable name={name} rows={rows} unit={unit} />
        </section>
      ))}
    </div>
  );
}

interface UnitTableProps {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly unit: UnitAnswer;
}

function UnitTable({ name, rows, unit }: UnitTableProps) {
  const t = useText(conferenceText);
  const columns = useMatterColumns();
  return (
    <DataTable
      caption={name}
      rows={rows}
      keyOf={(row) => row.matter}
      columns={[
        columns.child,
        columns.number,
        columns.phase,
        { id: "worker", head: t("worker"), cell: (row) => <Workers row={row} /> },
        columns.next,
        { id: "waits", head: t("waits"), cell: (row) => <WaitsCell row={row} unit={unit} /> },
      ]}
    />
  );
}

function Workers({ row: { worker, coWorker } }: { readonly row: Row }) {
  const t = useText(conferenceText);
  const c = useText(clockText);
  if (worker === null) return <span className="quiet">{c("nobody")}</span>;
  if (coWorker === null) return worker.name;
  return t("with", { worker: worker.name, coWorker: coWorker.name });
}

function WaitsCell({ row, unit }: { readonly row: Row; readonly unit: UnitAnswer }) {
  const t = useText(conferenceText);
  const { lang } = useLang();
  const waits = waitsOf(row, unit);
  if (waits.for === "decide") return t("decide", { what: waits.what[lang] });
  if (waits.for === "duty") return t("duty", { what: waits.what[lang], name: waits.name });
  return t(waits.for);
}
