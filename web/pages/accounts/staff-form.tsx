import { useId, useState } from "react";
import type { addStaff } from "../../../src/contract/accounts/staff.ts";
import { parseRole } from "../../../src/domain/command.ts";
import { isForATime } from "../../../src/domain/unit/roles.ts";
import type { BodyOf, Endpoint } from "../../api/client.ts";
import { useCommand } from "../../api/use-command.ts";
import { Notice } from "../../components/notice/notice.tsx";
import { ProblemNote } from "../../components/problem-note/problem-note.tsx";
import { accountsText } from "../../text/accounts.ts";
import { useText } from "../../text/text.ts";
import { Day, Pick } from "../staffing/fields.tsx";
import type { Accounts, Member } from "./page.tsx";
import { RolePick } from "./role-pick.tsx";

/** Both routes take and give the same. */
type StaffRoute = typeof addStaff;
type Role = BodyOf<StaffRoute>["role"];

/** Name, role, unit and qualification: of somebody new, or changed. */
export function StaffForm({
  accounts,
  member,
  endpoint,
}: {
  readonly accounts: Accounts;
  readonly member?: Member;
  readonly endpoint: Endpoint<StaffRoute>;
}) {
  const t = useText(accountsText);
  const [name, setName] = useState(member?.name ?? "");
  const [role, setRole] = useState<string>(member?.role ?? "");
  const [unit, setUnit] = useState<string>(member?.unit ?? "");
  const [qualified, setQualified] = useState(member?.qualified ?? false);
  const [from, setFrom] = useState<string>(member?.from ?? "");
  const [to, setTo] = useState<string>(member?.to ?? "");
  const [asked, setAsked] = useState(false);
  const [saved, setSaved] = useState(false);
  const { state, send } = useCommand(endpoint);
  const needsEnd = role !== "" && isForATime(parseRole(role));
  const lacks = (value: string) => (asked && value.trim() === "" ? t("fill") : undefined);
  async function submit(): Promise<void> {
    setAsked(true);
    setSaved(false);
    if (name.trim() === "" || role === "" || (needsEnd && to === "")) return;
    const done = await send((commandId) => ({
      commandId,
      staff: member?.id ?? commandId,
      name,
      // The list holds the roles the server offered.
      role: role as Role,
      qualified,
      ...(unit === "" ? {} : { unit }),
      ...(from === "" ? {} : { from }),
      ...(to === "" ? {} : { to }),
    }));
    if (done === undefined) return;
    setSaved(true);
    setAsked(false);
    if (member !== undefined) return;
    for (const empty of [setName, setRole, setUnit, setFrom, setTo]) empty("");
    setQualified(false);
  }
  return (
    <form
      className="work-form accounts-form no-print"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <NameField name={name} problem={lacks(name)} onName={setName} />
      <RolePick
        label={t("role")}
        value={role}
        roles={accounts.roles}
        problem={lacks(role)}
        onPick={setRole}
      />
      <Pick
        label={t("unit")}
        value={unit}
        empty={t("noUnit")}
        choices={accounts.units}
        onPick={setUnit}
      />
      <Day label={t("from")} value={from} onPick={setFrom} />
      <Day
        label={t("to")}
        value={to}
        problem={needsEnd && asked && to === "" ? t("lastDayMissing") : undefined}
        onPick={setTo}
      />
      <label className="accounts-check">
        <input
          type="checkbox"
          checked={qualified}
          onChange={(event) => setQualified(event.target.checked)}
        />
        {t("qualified")}
      </label>
      <button type="submit" aria-disabled={state.sending}>
        {t(state.sending ? "saving" : member === undefined ? "register" : "save")}
      </button>
      {saved ? <Notice role="status">{t("saved")}</Notice> : null}
      <ProblemNote state={state} />
    </form>
  );
}

function NameField({
  name,
  problem,
  onName,
}: {
  readonly name: string;
  readonly problem: string | undefined;
  readonly onName: (name: string) => void;
}) {
  const t = useText(accountsText);
  const id = useId();
  return (
    <div className="work-field">
      <label htmlFor={id}>{t("name")}</label>
      <input
        id={id}
        type="text"
        value={name}
        maxLength={200}
        aria-invalid={problem !== undefined}
        onChange={(event) => onName(event.target.value)}
      />
      {problem === undefined ? null : <p className="field-problem">{problem}</p>}
    </div>
  );
}
