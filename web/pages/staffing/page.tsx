import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { readStaffing } from "../../../src/contract/staffing/read-staffing.ts";
import type { AnswerOf } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import { meQuery, staffingQuery } from "../../api/queries.ts";
import { useCommand } from "../../api/use-command.ts";
import { ProblemNote } from "../../components/problem-note/problem-note.tsx";
import { paths } from "../../paths.ts";
import { fullDay } from "../../text/dates.ts";
import { staffingText } from "../../text/staffing.ts";
import { useLang, useText } from "../../text/text.ts";
import { AbsenceForm } from "./absence-form.tsx";
import { DutyForm } from "./duty-form.tsx";
import "./staffing.css";

export type StaffingAnswer = AnswerOf<typeof readStaffing>;

/** Who is away and who stands in; who has which function of a unit. Nothing about children. */
export function Page(): ReactNode {
  const t = useText(staffingText);
  const staffing = useSuspenseQuery(staffingQuery).data;
  const me = useSuspenseQuery(meQuery).data;
  return (
    <div className="staffing-page">
      <h1 tabIndex={-1}>{t("title")}</h1>
      <p>{t("lead")}</p>
      {me.actions.includes("unit.read") ? (
        <p className="no-print">
          <Link {...paths.unit}>{t("toUnit")}</Link>
        </p>
      ) : null}
      <section aria-labelledby="staffing-absences">
        <h2 id="staffing-absences">{t("absences")}</h2>
        {staffing.absences.length === 0 ? <p className="quiet">{t("absencesEmpty")}</p> : null}
        <ul className="work-list">
          {staffing.absences.map((absence) => (
            <AbsenceRow key={absence.absence} absence={absence} />
          ))}
        </ul>
        <AbsenceForm staffing={staffing} />
      </section>
      <section aria-labelledby="staffing-functions">
        <h2 id="staffing-functions">{t("functions")}</h2>
        <p className="quiet">{t("functionsLead")}</p>
        {staffing.duties.length === 0 ? <p className="quiet">{t("functionsEmpty")}</p> : null}
        <ul className="work-list">
          {staffing.duties.map((duty) => (
            <DutyRow key={duty.duty} duty={duty} />
          ))}
        </ul>
        <DutyForm staffing={staffing} />
      </section>
    </div>
  );
}

function Days({ from, to }: { readonly from: string; readonly to: string }) {
  const t = useText(staffingText);
  const { lang } = useLang();
  return <span>{t("days", { from: fullDay(from, lang), to: fullDay(to, lang) })}</span>;
}

function AbsenceRow({ absence }: { readonly absence: StaffingAnswer["absences"][number] }) {
  const t = useText(staffingText);
  const { state, send } = useCommand(endpoints.endAbsence);
  const { staff, substitute, standsIn, runs } = absence;
  const named = substitute?.name ?? t("byDuty");
  const now = standsIn === null ? t("nobodyStandsIn") : t("standsIn", { name: standsIn.name });
  return (
    <li className="staffing-row">
      <span>
        <strong>{staff.name}</strong>
        <br />
        <Days from={absence.from} to={absence.to} />
      </span>
      <span className={runs && standsIn === null ? "missing-stand-in" : undefined}>
        {runs ? now : t("standsIn", { name: named })}
        {runs ? null : <span className="quiet">, {t("later").toLowerCase()}</span>}
      </span>
      <button
        type="button"
        aria-disabled={state.sending}
        onClick={() => void send((commandId) => ({ commandId, absence: absence.absence }))}
      >
        {runs ? t("back") : t("take")}
        <span className="visually-hidden"> {t("of", { name: staff.name })}</span>
      </button>
      <ProblemNote state={state} />
    </li>
  );
}

function DutyRow({ duty }: { readonly duty: StaffingAnswer["duties"][number] }) {
  const t = useText(staffingText);
  const { lang } = useLang();
  const { state, send } = useCommand(endpoints.endDuty);
  const { holder, substitute, has, runs } = duty;
  const who =
    substitute === null
      ? holder.name
      : t("withSubstitute", { name: holder.name, substitute: substitute.name });
  const today = has === null ? t("nobodyHas") : t("has", { name: has.name });
  return (
    <li className="staffing-row">
      <span>
        <strong>{duty.function[lang]}</strong>, {duty.unit.name}
        <br />
        <Days from={duty.from} to={duty.to} />
      </span>
      <span>
        {who}
        <br />
        <span className={runs && has === null ? "missing-stand-in" : "quiet"}>
          {runs ? today : t("later")}
        </span>
      </span>
      <button
        type="button"
        aria-disabled={state.sending}
        onClick={() => void send((commandId) => ({ commandId, duty: duty.duty }))}
      >
        {t("take")}
        <span className="visually-hidden"> {t("of", { name: holder.name })}</span>
      </button>
      <ProblemNote state={state} />
    </li>
  );
}
