import { useState } from "react";
import { endpoints } from "../../api/endpoints.ts";
import { useCommand } from "../../api/use-command.ts";
import { ProblemNote } from "../../components/problem-note/problem-note.tsx";
import { codeLabel, usePack } from "../../spec/use-pack.ts";
import { assignmentText } from "../../text/assignment.ts";
import { fullDay } from "../../text/dates.ts";
import { reachText } from "../../text/reach.ts";
import { useLang, useText } from "../../text/text.ts";
import { Day, Pick } from "../staffing/fields.tsx";
import type { ReachAnswer } from "./page.tsx";

interface PartProps {
  readonly akt: string;
  readonly reach: ReachAnswer;
}

function useTypes(): (types: readonly string[]) => string {
  const pack = usePack();
  const { lang } = useLang();
  return (types) => types.map((type) => codeLabel(pack, "measure-type", type)[lang]).join(", ");
}

/** Who outside the board reaches an assignment of the child, and until when. */
export function Appointments({ akt, reach }: PartProps) {
  const t = useText(assignmentText);
  const { lang } = useLang();
  const typesOf = useTypes();
  const { state, send } = useCommand(endpoints.endAppointment);
  const ends = reach.measures.length > 0;
  if (reach.appointments.length === 0) return <p>{t("noPerformers")}</p>;
  return (
    <>
      <ul className="reach-list">
        {reach.appointments.map(({ appointment, matter, types, staff, by, on, until }) => (
          <li key={appointment}>
            <p>
              {t("link", {
                name: staff.name,
                what: typesOf(types),
                until: fullDay(until, lang),
                by: by.name,
                on: fullDay(on, lang),
              })}
            </p>
            {ends ? (
              <button
                type="button"
                className="small no-print"
                aria-disabled={state.sending}
                aria-label={`${t("end")}: ${staff.name}`}
                onClick={() =>
                  void send((commandId) => ({
                    commandId,
                    akt,
                    matter,
                    ids: { appointment },
                    data: {},
                    reasons: {},
                  }))
                }
              >
                {t("end")}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      <ProblemNote state={state} />
    </>
  );
}

/** One measure for one provider until a day. */
export function AppointForm({ akt, reach }: PartProps) {
  const t = useText(assignmentText);
  const w = useText(reachText);
  const typesOf = useTypes();
  const { measures, performers } = reach;
  const [chosen, setChosen] = useState(measures.length === 1 ? (measures[0]?.measure ?? "") : "");
  const [staff, setStaff] = useState("");
  const [until, setUntil] = useState("");
  const [asked, setAsked] = useState(false);
  const { state, send } = useCommand(endpoints.appointProvider);
  const measure = measures.find((each) => each.measure === chosen);
  const lacks = (value: string) => (asked && value === "" ? w("fill") : undefined);
  async function save(): Promise<void> {
    setAsked(true);
    if (measure === undefined || staff === "" || until === "") return;
    const done = await send((commandId) => ({
      commandId,
      akt,
      matter: measure.matter,
      ids: { appointment: crypto.randomUUID(), staff, measure: measure.measure },
      data: { until },
      reasons: {},
    }));
    if (done === undefined) return;
    setStaff("");
    setUntil("");
    setAsked(false);
  }
  return (
    <form
      className="work-form reach-form no-print"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2>{t("doLinkTitle")}</h2>
      <p className="quiet">{t(performers.length === 0 ? "noAccounts" : "doLinkHelp")}</p>
      <Pick
        label={t("whichMeasure")}
        value={chosen}
        empty={w("choose")}
        choices={measures.map((each) => ({ id: each.measure, name: typesOf(each.types) }))}
        problem={lacks(chosen)}
        onPick={setChosen}
      />
      <Pick
        label={t("toWhom")}
        value={staff}
        empty={w("choose")}
        choices={performers}
        problem={lacks(staff)}
        onPick={setStaff}
      />
      <Day label={t("untilDay")} value={until} problem={lacks(until)} onPick={setUntil} />
      <ProblemNote state={state} />
      <div className="row">
        <button type="submit" className="primary" aria-disabled={state.sending}>
          {t("doLink")}
        </button>
      </div>
    </form>
  );
}
