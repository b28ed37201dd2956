import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { unitPlan } from "../../../src/contract/views/unit-plan.ts";
import type { AnswerOf } from "../../api/client.ts";
import { unitPlanQuery } from "../../api/queries.ts";
import { ClockRow } from "../../components/clock-row/clock-row.tsx";
import { shortDay } from "../../text/dates.ts";
import { shellText } from "../../text/shell.ts";
import { useLang, useText } from "../../text/text.ts";
import { unitText } from "../../text/unit.ts";
import { AwayToday } from "./away-today.tsx";
import { NotHeardTable, StaffTable, UnsignedTable } from "./plan-tables.tsx";

export type PlanAnswer = AnswerOf<typeof unitPlan>;

/** So many rows of a list stand there before the others are asked for. */
const firstRows = 10;

/** Who carries what, what will be late, who has not been heard and what is not signed: for planning. */
export function Plan(): ReactNode {
  const t = useText(unitText);
  const s = useText(shellText);
  const { lang } = useLang();
  const plan = useQuery(unitPlanQuery).data;
  if (plan === undefined) return <p className="quiet">{s("loading")}</p>;
  return (
    <>
      <section className="unit-section" aria-labelledby="unit-staff">
        <h2 id="unit-staff">{t("staff")}</h2>
        <AwayToday />
        <p className="quiet">{t("staffLead", { note: plan.weights.note[lang] })}</p>
        <StaffTable plan={plan} />
      </section>
      <section className="unit-section" aria-labelledby="unit-late">
        <h2 id="unit-late">{t("late")}</h2>
        <p className="quiet">{t(plan.late.length === 0 ? "lateEmpty" : "lateLead")}</p>
        <First rows={plan.late}>{(rows) => <Late rows={rows} />}</First>
      </section>
      <section className="unit-section" aria-labelledby="unit-not-heard">
        <h2 id="unit-not-heard">{t("notHeard")}</h2>
        <p className="quiet">{t(plan.notHeard.length === 0 ? "notHeardEmpty" : "notHeardLead")}</p>
        <First rows={plan.notHeard}>
          {(rows) => <NotHeardTable rows={rows} today={plan.today} />}
        </First>
      </section>
      <section className="unit-section" aria-labelledby="unit-unsigned">
        <h2 id="unit-unsigned">{t("unsigned")}</h2>
        <p className="quiet">{t(plan.unsigned.length === 0 ? "unsignedEmpty" : "unsignedLead")}</p>
        <First rows={plan.unsigned}>
          {(rows) => <UnsignedTable rows={rows} today={plan.today} />}
        </First>
      </section>
    </>
  );
}

/** The first rows of a list, and all of them when asked for. Nothing where there are none. */
export function First<Row>({
  rows,
  most = firstRows,
  children,
}: {
  readonly rows: readonly Row[];
  readonly most?: number;
  readonly children: (rows: readonly Row[]) => ReactNode;
}) {
  const t = useText(unitText);
  const [all, setAll] = useState(false);
  if (rows.length === 0) return null;
  return (
    <>
      {children(all ? rows : rows.slice(0, most))}
      {all || rows.length <= most ? null : (
        <p className="no-print">
          <button type="button" className="plain" onClick={() => setAll(true)}>
            {t("showAll", { n: rows.length })}
          </button>
        </p>
      )}
    </>
  );
}

/** Each time with who is away then and who stands in. */
function Late({ rows }: { readonly rows: readonly PlanAnswer["late"][number][] }) {
  const t = useText(unitText);
  const { lang } = useLang();
  return (
    <ul className="clock-list">
      {rows.map(({ clock, away, standsIn }) => {
        const said = { name: clock.worker ?? "", day: shortDay(away.to, lang) };
        return (
          <ClockRow
            key={`${clock.akt} ${clock.clock}`}
            clock={clock}
            note={
              standsIn === null
                ? t("lateNobody", said)
                : t("lateSomebody", { ...said, other: standsIn })
            }
          />
        );
      })}
    </ul>
  );
}
