import { useState } from "react";
import { endpoints } from "../../api/endpoints.ts";
import { useCommand } from "../../api/use-command.ts";
import { useKeptWords } from "../../drafts/use-kept-words.ts";
import { roleText } from "../../text/clock.ts";
import { reachText } from "../../text/reach.ts";
import { useText } from "../../text/text.ts";
import { Day, Pick } from "../staffing/fields.tsx";
import type { ReachAnswer } from "./page.tsx";
import { ReachForm } from "./reach-form.tsx";
import { Why } from "./why.tsx";

/** A choice of colleagues with what each is. */
export function useChoices(staff: ReachAnswer["staff"]) {
  const role = useText(roleText);
  return staff.map((each) => ({
    id: each.id,
    name:
      each.role in roleText
        ? `${each.name}, ${role(each.role as keyof typeof roleText & string)}`
        : each.name,
  }));
}

/** One matter for one colleague until a day, and why. */
export function LoanForm({ akt, reach }: { readonly akt: string; readonly reach: ReachAnswer }) {
  const t = useText(reachText);
  const [matter, setMatter] = useState(reach.matters[0]?.matter ?? "");
  const [staff, setStaff] = useState("");
  const [until, setUntil] = useState("");
  const [why, setWhy] = useKeptWords(`loan ${akt}`);
  const [asked, setAsked] = useState(false);
  const { state, send } = useCommand(endpoints.lendAccess);
  const readers = useChoices(reach.readers);
  const lacks = (value: string) => (asked && value.trim() === "" ? t("fill") : undefined);
  async function save(): Promise<void> {
    setAsked(true);
    if ([matter, staff, until, why].some((value) => value.trim() === "")) return;
    const done = await send((commandId) => ({
      commandId,
      akt,
      matter,
      ids: { loan: commandId, staff },
      data: { until, reachReason: why },
      reasons: {},
    }));
    if (done === undefined) return;
    setStaff("");
    setUntil("");
    setWhy("");
    setAsked(false);
  }
  return (
    <ReachForm
      title={t("open")}
      help={t("openHelp")}
      button={t("doOpen")}
      state={state}
      onSave={save}
    >
      {reach.matters.length > 1 ? (
        <Pick
          label={t("whichMatter")}
          value={matter}
          empty={t("choose")}
          choices={reach.matters.map(({ matter: id, number }) => ({ id, name: number ?? id }))}
          problem={lacks(matter)}
          onPick={setMatter}
        />
      ) : null}
      <Pick
        label={t("forWhom")}
        value={staff}
        empty={t("choose")}
        choices={readers}
        problem={lacks(staff)}
        onPick={setStaff}
      />
      <Day label={t("untilDay")} value={until} problem={lacks(until)} onPick={setUntil} />
      <Why value={why} problem={lacks(why)} onWrite={setWhy} />
    </ReachForm>
  );
}
