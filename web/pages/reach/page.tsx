import { useSuspenseQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { readReach } from "../../../src/contract/reach/reach-routes.ts";
import type { AnswerOf } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import { reachQuery } from "../../api/queries.ts";
import { useCommand } from "../../api/use-command.ts";
import { useAddress } from "../../shell/use-address.ts";
import { codeLabel, usePack } from "../../spec/use-pack.ts";
import { fullDay } from "../../text/dates.ts";
import { assignmentText } from "../../text/assignment.ts";
import { reachText } from "../../text/reach.ts";
import { useLang, useText } from "../../text/text.ts";
import { AppointForm, Appointments } from "./appointments.tsx";
import { BarForm, LiftForm } from "./bar-forms.tsx";
import { LoanForm } from "./loan-form.tsx";
import "../act/act-form.css";
import { WaysIn } from "./ways-in.tsx";
import "./reach.css";

export type ReachAnswer = AnswerOf<typeof readReach>;

/** Who reads an akt because a manager opened it by name, and who is kept out of it. */
export function Page(): ReactNode {
  const { akt } = useAddress();
  const t = useText(reachText);
  const p = useText(assignmentText);
  const reach = useSuspenseQuery(reachQuery(akt)).data;
  return (
    <div className="reach">
      <h1 tabIndex={-1}>{t("title")}</h1>
      <p className="quiet">{t("lead")}</p>
      <section aria-labelledby="reach-loans">
        <h2 id="reach-loans">{t("readers")}</h2>
        <Loans akt={akt} reach={reach} />
      </section>
      {reach.lends ? <LoanForm akt={akt} reach={reach} /> : null}
      {reach.appointments.length === 0 && reach.measures.length === 0 ? null : (
        <section aria-labelledby="reach-performers">
          <h2 id="reach-performers">{p("performers")}</h2>
          <Appointments akt={akt} reach={reach} />
        </section>
      )}
      {reach.measures.length === 0 ? null : <AppointForm akt={akt} reach={reach} />}
      <section aria-labelledby="reach-bars">
        <h2 id="reach-bars">{t("keptOut")}</h2>
        <Bars akt={akt} reach={reach} />
      </section>
      {reach.staff.length === 0 ? null : <BarForm akt={akt} reach={reach} />}
    </div>
  );
}

interface PartProps {
  readonly akt: string;
  readonly reach: ReachAnswer;
}

function Loans({ akt, reach }: PartProps) {
  const t = useText(reachText);
  const { lang } = useLang();
  const { state, send } = useCommand(endpoints.endLoan);
  if (reach.loans.length === 0) return <p>{t("noReaders")}</p>;
  return (
    <WaysIn
      end={t("end")}
      mayEnd={reach.lends}
      state={state}
      ways={reach.loans.map(({ loan, matter, number, staff, by, on, until }) => ({
        id: loan,
        name: staff.name,
        words: (
          <>
            {t("loan", {
              name: staff.name,
              until: fullDay(until, lang),
              by: by.name,
              on: fullDay(on, lang),
            })}{" "}
            {number === null ? null : <span className="quiet">{t("matter", { number })}</span>}
          </>
        ),
        end: () =>
          send((commandId) => ({ commandId, akt, matter, ids: { loan }, data: {}, reasons: {} })),
      }))}
    />
  );
}

function Bars({ akt, reach }: PartProps) {
  const t = useText(reachText);
  const { lang } = useLang();
  const pack = usePack();
  if (reach.bars.length === 0) return <p>{t("noKeptOut")}</p>;
  return (
    <ul className="reach-list">
      {reach.bars.map(({ bar, matter, staff, by, on, ground }) => (
        <li key={bar}>
          <p>
            {t("bar", { name: staff.name, by: by.name, on: fullDay(on, lang) })}{" "}
            {ground === null ? null : (
              <span className="quiet">{codeLabel(pack, "conflict-ground", ground)[lang]}</span>
            )}
          </p>
          {reach.lends ? <LiftForm akt={akt} matter={matter} bar={bar} name={staff.name} /> : null}
        </li>
      ))}
    </ul>
  );
}
