import { useState } from "react";
import { endpoints } from "../../api/endpoints.ts";
import { useCommand } from "../../api/use-command.ts";
import { ProblemNote } from "../../components/problem-note/problem-note.tsx";
import { staffingText } from "../../text/staffing.ts";
import { useLang, useText } from "../../text/text.ts";
import { Day, Pick } from "./fields.tsx";
import type { StaffingAnswer } from "./page.tsx";

/** Which function, who has it and for how long, and who has it when that one is away. */
export function DutyForm({ staffing }: { readonly staffing: StaffingAnswer }) {
  const t = useText(staffingText);
  const { lang } = useLang();
  const [first] = staffing.units;
  const [unit, setUnit] = useState<string>(first?.id ?? "");
  const [duty, setDuty] = useState("");
  const [holder, setHolder] = useState("");
  const [substitute, setSubstitute] = useState("");
  const [from, setFrom] = useState<string>(staffing.today);
  const [to, setTo] = useState("");
  const [asked, setAsked] = useState(false);
  const { state, send } = useCommand(endpoints.setDuty);
  const members = staffing.staff.filter((member) => member.unit === unit);
  const lacks = (value: string) => (asked && value === "" ? t("fill") : undefined);
  async function give(): Promise<void> {
    setAsked(true);
    if ([unit, duty, holder, from, to].includes("")) return;
    const done = await send((commandId) => ({
      commandId,
      duty: commandId,
      unit,
      function: duty,
      holder,
      from,
      to,
      ...(substitute === "" ? {} : { substitute }),
    }));
    if (done === undefined) return;
    setHolder("");
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
        void give();
      }}
    >
      {staffing.units.length > 1 ? (
        <Pick
          label={t("unit")}
          value={unit}
          empty={t("choose")}
          choices={staffing.units}
          problem={lacks(unit)}
          onPick={setUnit}
        />
      ) : null}
      <Pick
        label={t("function")}
        value={duty}
        empty={t("choose")}
        choices={staffing.functions.map((each) => ({ id: each.id, name: each[lang] }))}
        problem={lacks(duty)}
        onPick={setDuty}
      />
      <Pick
        label={t("holder")}
        value={holder}
        empty={t("choose")}
        choices={members}
        problem={lacks(holder)}
        onPick={setHolder}
      />
      <Pick
        label={t("substitute")}
        value={substitute}
        empty={t("noSubstitute")}
        choices={members.filter(({ id }) => id !== holder)}
        onPick={setSubstitute}
      />
      <Day label={t("from")} value={from} problem={lacks(from)} onPick={setFrom} />
      <Day label={t("to")} value={to} problem={lacks(to)} onPick={setTo} />
      <button type="submit" aria-disabled={state.sending}>
        {state.sending ? t("saving") : t("give")}
      </button>
      <ProblemNote state={state} />
    </form>
  );
}
