import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { listIncidents } from "../../../src/contract/incidents/incident-routes.ts";
import type { AnswerOf } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import { incidentsQuery, meQuery } from "../../api/queries.ts";
import { EmptyNote } from "../../components/notice/notice.tsx";
import { Tag } from "../../components/tag/tag.tsx";
import { AnswerForm } from "../../spec/answer-form.tsx";
import { codeLabel, usePack } from "../../spec/use-pack.ts";
import { fullDay, momentInWords } from "../../text/dates.ts";
import { incidentsText } from "../../text/incidents.ts";
import { type Lang, useLang, useText } from "../../text/text.ts";
import "./incidents.css";

type Incident = AnswerOf<typeof listIncidents>["incidents"][number];
type Duty = Incident["clocks"][number];

/** What went wrong with data or systems: anybody notes it, those who see to it follow its clocks. */
export function Page(): ReactNode {
  const t = useText(incidentsText);
  const me = useSuspenseQuery(meQuery).data;
  const manages = me.actions.includes("incident.manage");
  const writes = me.actions.includes("draft.write");
  const answer = useQuery({ ...incidentsQuery, enabled: manages }).data;
  return (
    <div className="incidents-page">
      <h1 tabIndex={-1}>{t("title")}</h1>
      <p>{t("lead")}</p>
      {answer === undefined ? null : (
        <section aria-labelledby="incidents-list">
          <h2 id="incidents-list">{t("running")}</h2>
          {answer.incidents.length === 0 ? (
            <EmptyNote title={t("none")}>{t("noneHelp")}</EmptyNote>
          ) : (
            <ul className="incident-list">
              {answer.incidents.map((incident) => (
                <IncidentRow
                  key={incident.incident}
                  incident={incident}
                  today={me.today}
                  writes={writes}
                />
              ))}
            </ul>
          )}
        </section>
      )}
      {writes ? <NewIncident today={me.today} me={me.staff} /> : <p>{t("askManager")}</p>}
    </div>
  );
}

function NewIncident({ today, me }: { readonly today: string; readonly me: string }) {
  const t = useText(incidentsText);
  const [incident, setIncident] = useState(() => crypto.randomUUID());
  const [noted, setNoted] = useState(false);
  return (
    <section aria-labelledby="incidents-new" className="no-print">
      <h2 id="incidents-new">{t("newOne")}</h2>
      <p role="status">{noted ? t("noted") : null}</p>
      <AnswerForm
        key={incident}
        document="incident"
        keptAs={`incident ${me}`}
        endpoint={endpoints.noteIncident}
        body={({ commandId, data }) => ({ commandId, incident, data })}
        today={today}
        verb={t("note")}
        onDone={() => {
          setNoted(true);
          setIncident(crypto.randomUUID());
        }}
      />
    </section>
  );
}

function IncidentRow({
  incident,
  today,
  writes,
}: {
  readonly incident: Incident;
  readonly today: string;
  readonly writes: boolean;
}) {
  const t = useText(incidentsText);
  const { lang } = useLang();
  const pack = usePack();
  const { concerns, knownAt, by, text, closed, clocks, steps } = incident;
  return (
    <li className="incident">
      <h3>
        {concerns.map((code) => codeLabel(pack, "incident-concerns", code)[lang]).join(", ")}
        {closed ? <Tag>{t("closed")}</Tag> : null}
      </h3>
      <p className="quiet">{t("known", { at: moment(knownAt, lang), by })}</p>
      <p className="incident-text" lang="sv">
        {text}
      </p>
      <h4>{t("duties")}</h4>
      <ul>
        {clocks.map((clock) => (
          <DutyLine key={clock.ruleId} clock={clock} />
        ))}
      </ul>
      <h4>{t("steps")}</h4>
      {steps.length === 0 ? (
        <p className="quiet">{t("noSteps")}</p>
      ) : (
        <ol>
          {steps.map((step) => (
            <li key={`${step.at} ${step.step}`}>
              {moment(step.at, lang)}: {codeLabel(pack, "incident-step", step.step)[lang]}{" "}
              <span className="quiet">({step.by})</span>
              {step.text === "" ? null : (
                <p className="incident-text" lang="sv">
                  {step.text}
                </p>
              )}
            </li>
          ))}
        </ol>
      )}
      {closed || !writes ? null : <NewStep incident={incident.incident} today={today} />}
    </li>
  );
}

/** A duty with its hour, and in words whether it is done. */
function DutyLine({ clock }: { readonly clock: Duty }) {
  const t = useText(incidentsText);
  const { lang } = useLang();
  const open = clock.status === "open" || clock.status === "missed";
  const state = open ? (clock.isLate ? "late" : "open") : clock.isLate ? "doneLate" : "done";
  const tone = clock.isLate ? "danger" : open ? "warn" : "good";
  return (
    <li>
      {clock.name[lang]}, {t("by", { due: moment(clock.due, lang) })}{" "}
      <span className="quiet">{clock.section}</span> <Tag tone={tone}>{t(state)}</Tag>
    </li>
  );
}

function NewStep({ incident, today }: { readonly incident: string; readonly today: string }) {
  const t = useText(incidentsText);
  const [n, setN] = useState(0);
  return (
    <details className="no-print">
      <summary>{t("step")}</summary>
      <AnswerForm
        key={n}
        document="incident-step"
        keptAs={`step ${incident}`}
        item={incident}
        scope={`${incident}-`}
        endpoint={endpoints.recordStep}
        body={({ commandId, data }) => ({ commandId, incident, data })}
        today={today}
        verb={t("noteStep")}
        onDone={() => setN(n + 1)}
      />
    </details>
  );
}

/** A local time or a day in words. */
function moment(local: string, lang: Lang): string {
  return local.includes("T") ? momentInWords(local, lang) : fullDay(local, lang);
}
