import { useState } from "react";
import { isForATime, mayBeTogether } from "../../../src/domain/unit/roles.ts";
import { parseRole } from "../../../src/domain/command.ts";
import type { grantRole } from "../../../src/contract/accounts/roles.ts";
import type { BodyOf } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import { useCommand } from "../../api/use-command.ts";
import { Notice } from "../../components/notice/notice.tsx";
import { ProblemNote } from "../../components/problem-note/problem-note.tsx";
import { accountsText } from "../../text/accounts.ts";
import { useText } from "../../text/text.ts";
import { Day } from "../staffing/fields.tsx";
import type { Accounts, Member } from "./page.tsx";
import { RolePick } from "./role-pick.tsx";
import { useRoleDays } from "./use-role-days.ts";
import { useRoleWords } from "./use-role-words.ts";

type GrantedRole = Member["grants"][number];

/** The roles somebody has beside the own one: listed, given for some days, and ended. */
export function MoreRoles({
  accounts,
  member,
}: {
  readonly accounts: Accounts;
  readonly member: Member;
}) {
  const t = useText(accountsText);
  const { grants, self } = member;
  return (
    <section className="accounts-part">
      <h3>{t("moreRoles")}</h3>
      {grants.length === 0 ? (
        <p className="quiet">{t("moreRolesNone")}</p>
      ) : (
        <ul className="accounts-roles">
          {grants.map((grant) => (
            <GrantedLine key={grant.grant} grant={grant} self={self} />
          ))}
        </ul>
      )}
      {self ? null : <GrantForm accounts={accounts} member={member} />}
    </section>
  );
}

function GrantedLine({ grant, self }: { readonly grant: GrantedRole; readonly self: boolean }) {
  const t = useText(accountsText);
  const roleOf = useRoleWords();
  const daysOf = useRoleDays();
  const { state, send } = useCommand(endpoints.endRole);
  return (
    <li>
      <span>
        {roleOf(grant.role)}
        <span className="accounts-quiet">{daysOf(grant)}</span>
      </span>
      {self ? null : (
        <button
          type="button"
          className="small no-print"
          aria-disabled={state.sending}
          onClick={() => void send((commandId) => ({ commandId, grant: grant.grant }))}
        >
          {t("endRole")}
          <span className="visually-hidden">: {roleOf(grant.role)}</span>
        </button>
      )}
      <ProblemNote state={state} />
    </li>
  );
}

function GrantForm({ accounts, member }: { readonly accounts: Accounts; readonly member: Member }) {
  const t = useText(accountsText);
  const roleOf = useRoleWords();
  const [role, setRole] = useState("");
  const [from, setFrom] = useState<string>(accounts.today);
  const [to, setTo] = useState("");
  const [asked, setAsked] = useState(false);
  const [done, setDone] = useState(false);
  const { state, send } = useCommand(endpoints.grantRole);
  const { open, apart } = rolesBeside(accounts, member);
  if (open.length === 0)
    return <p className="quiet">{t("alone", { role: roleOf(member.role) })}</p>;
  const needsEnd = role !== "" && isForATime(parseRole(role));
  const lacks = (value: string) => (asked && value === "" ? t("fill") : undefined);
  async function submit(): Promise<void> {
    setAsked(true);
    setDone(false);
    if (role === "" || from === "" || (needsEnd && to === "")) return;
    const given = await send((commandId) => ({
      commandId,
      grant: commandId,
      staff: member.id,
      // The list holds the roles the server offered.
      role: role as BodyOf<typeof grantRole>["role"],
      from,
      ...(to === "" ? {} : { to }),
    }));
    if (given === undefined) return;
    setDone(true);
    setAsked(false);
    setRole("");
    setTo("");
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
      <RolePick
        label={t("roleMore")}
        value={role}
        roles={open}
        apart={apart}
        apartLabel={t("apart", { role: roleOf(member.role) })}
        problem={lacks(role)}
        onPick={setRole}
      />
      <Day label={t("grantFrom")} value={from} problem={lacks(from)} onPick={setFrom} />
      <Day
        label={t("grantTo")}
        value={to}
        problem={needsEnd ? lacks(to) : undefined}
        onPick={setTo}
      />
      {needsEnd ? null : <p className="quiet accounts-line">{t("grantToHelp")}</p>}
      <button type="submit" aria-disabled={state.sending}>
        {t(state.sending ? "saving" : "grant")}
      </button>
      {done ? <Notice role="status">{t("granted")}</Notice> : null}
      <ProblemNote state={state} />
    </form>
  );
}

/** What may stand beside all somebody has today and later, and what may not; the server decides by the days. */
function rolesBeside(accounts: Accounts, { role, grants }: Member) {
  const had = [role, ...grants.map((each) => each.role)].map(parseRole);
  const others = accounts.roles.map(parseRole).filter((each) => !had.includes(each));
  const fits = (each: (typeof others)[number]) => had.every((one) => mayBeTogether(one, each));
  return { open: others.filter(fits), apart: others.filter((each) => !fits(each)) };
}
