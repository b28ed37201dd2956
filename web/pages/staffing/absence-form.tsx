import { useState } from "react";
import { mayStandInFor } from "../../../src/domain/unit/stand-in.ts";
import { parseRole } from "../../../src/domain/command.ts";
import { endpoints } from "../../api/endpoints.ts";
import { useCommand } from "../../api/use-command.ts";
import { ProblemNote } from "../../components/problem-note/problem-note.tsx";
import { staffingText } from "../../text/staffing.ts";
import { useText } from "../../text/text.ts";
import { Day, Pick } from "./fields.tsx";
import type { StaffingAnswer } from "./page.tsx";

/** Who is away, which days, and who stands in. */
export function AbsenceForm({ staffing }: { readonly staffing: StaffingAnswer }) {
  const t = useText(staffingText);
  const [staff, setStaff] = useState("");
  const [substitute, setSubstitute] = useState("");
  const [from, setFrom] = useState<string>(staffing.today);
  const [to, setTo] = useState("");
  const [asked, setAsked] = useState(false);
  const { state, send } = useCommand(endpoints.setAbsence);
  const units = new Set(staffing.units.map(({ id }) => id));
  const away = staffing.staff.find(({ id }) => id === staff);
  const able = staffing.staff.filter(
    ({ id, role }) =>
      away !== undefined && id !== away.id && mayStandInFor(parseRole(role), parseRole(away.role)),
  );
  const lacks = (value: string) => (asked && value === "" ? t("fill") : undefined);
  async function save(): Promise<void> {
    setAsked(true);
    if (staff === "" || from === "" || to === "") return;
    const done = await send((commandId) => ({
      commandId,
      absence: commandId,
      staff,
      from,
      to,
      ...(substitute === "" ? {} : { substitute }),
    }));
    if (done === undefined) return;
    setStaff("");
    setSubstitute("");
    setTo("");
    setAsked(false);
  }
  return (
    <form
      className="work-form staffing-form no-print"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Pick
        label={t("who")}
        value={staff}
        empty={t("choose")}
        choices={staffing.staff.filter(({ unit }) => unit !== null && units.has(unit))}
        problem={lacks(staff)}
        onPick={(id) => {
          setStaff(id);
          setSubstitute("");
        }}
      />
      <Pick
        label={t("standIn")}
        value={substitute}
        empty={t("byDuty")}
        choices={able}
        onPick={setSubstitute}
      />
      <Day label={t("from")} value={from} problem={lacks(from)} onPick={setFrom} />
      <Day label={t("to")} value={to} problem={lacks(to)} onPick={setTo} />
      <button type="submit" aria-disabled={state.sending}>
        {state.sending ? t("saving") : t("save")}
      </button>
      <ProblemNote state={state} />
    </form>
  );
}
