import { useState } from "react";
import { endpoints } from "../../api/endpoints.ts";
import { useCommand } from "../../api/use-command.ts";
import { codeLabel, usePack } from "../../spec/use-pack.ts";
import { assignmentText } from "../../text/assignment.ts";
import { fullDay } from "../../text/dates.ts";
import { reachText } from "../../text/reach.ts";
import { useLang, useText } from "../../text/text.ts";
import { Day, Pick } from "../staffing/fields.tsx";
import type { ReachAnswer } from "./page.tsx";
import { ReachForm } from "./reach-form.tsx";
import { WaysIn } from "./ways-in.tsx";

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
    <WaysIn
      end={t("end")}
      mayEnd={ends}
      state={state}
      ways={reach.appointments.map(({ appointment, matter, types, staff, by, on, ...days }) => ({
        id: appointment,
        name: staff.name,
        words: t(days.since === null ? "linkWaits" : "link", {
          name: staff.name,
          what: typesOf(types),
          since: days.since === null ? "" : fullDay(days.since, lang),
          until: fullDay(days.until, lang),
          by: by.name,
          on: fullDay(on, lang),
        }),
        end: () =>
          send((commandId) => ({
            commandId,
            akt,
            matter,
            ids: { appointment },
            data: {},
            reasons: {},
          })),
      }))}
    />
  );
}

/** The first day a link begins with where nothing else is said: that of the measure, or today. */
function firstDay(measure: ReachAnswer["measures"][number] | undefined, today: string): string {
  return measure?.from !== null && measure?.from !== undefined && measure.from > today
    ? measure.from
    : today;
}

/** One measure for one provider between two days. */
export function AppointForm({ akt, reach }: PartProps) {
  const t = useText(assignmentText);
  const w = useText(reachText);
  const typesOf = useTypes();
  const { measures, performers } = reach;
  const [chosen, setChosen] = useState(measures.length === 1 ? (measures[0]?.measure ?? "") : "");
  const [staff, setStaff] = useState("");
  const [said, setSaid] = useState<string>();
  const [until, setUntil] = useState("");
  const [asked, setAsked] = useState(false);
  const { state, send } = useCommand(endpoints.appointProvider);
  const measure = measures.find((each) => each.measure === chosen);
  const from = said ?? firstDay(measure, reach.today);
  const lacks = (value: string) => (asked && value === "" ? w("fill") : undefined);
  async function save(): Promise<void> {
    setAsked(true);
    if (measure === undefined || staff === "" || from === "" || until === "") return;
    const done = await send((commandId) => ({
      commandId,
      akt,
      matter: measure.matter,
      ids: { appointment: commandId, staff, measure: measure.measure },
      data: { from, until },
      reasons: {},
    }));
    if (done === undefined) return;
    setStaff("");
    setSaid(undefined);
    setUntil("");
    setAsked(false);
  }
  return (
    <ReachForm
      title={t("doLinkTitle")}
      help={t(performers.length === 0 ? "noAccounts" : "doLinkHelp")}
      button={t("doLink")}
      state={state}
      onSave={save}
    >
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
      <Day label={t("fromDay")} value={from} problem={lacks(from)} onPick={setSaid} />
      <Day label={t("untilDay")} value={until} problem={lacks(until)} onPick={setUntil} />
    </ReachForm>
  );
}
