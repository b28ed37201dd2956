import type { ReactNode } from "react";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { meQuery } from "../../api/queries.ts";
import { AssignmentList } from "../../components/assignment-list/assignment-list.tsx";
import { OpenedList } from "../../components/opened-list/opened-list.tsx";
import { paths } from "../../paths.ts";
import { roleText } from "../../text/clock.ts";
import { startText } from "../../text/start.ts";
import { useText } from "../../text/text.ts";
import "./start.css";

const commands = [
  ["verify", "verify"],
  ["rebuild --check", "rebuild"],
  ["spec check", "spec"],
  ["help", "help"],
] as const;

/** Where those begin who run the system: what they can do, and that they see no matters. */
export function Page(): ReactNode {
  const t = useText(startText);
  const roleOf = useText(roleText);
  const me = useSuspenseQuery(meQuery).data;
  const role = me.role in roleText ? roleOf(me.role as keyof typeof roleText & string) : me.role;
  const reads = me.actions.includes("akt.read");
  return (
    <div className="start">
      <h1 tabIndex={-1}>{t("title")}</h1>
      <p className="lead">
        {t("signedIn", { role, board: me.board.name })} {t(leadOf(me))}
      </p>
      {reads ? <OpenedList /> : null}
      {me.actions.includes("assignment.read") ? <AssignmentList /> : null}
      {me.actions.includes("staffing.set") ? (
        <>
          <h2>{t("staffing")}</h2>
          <p>
            {t("staffingLead")} <Link {...paths.staffing}>{t("toStaffing")}</Link>
          </p>
        </>
      ) : null}
      {me.actions.includes("account.manage") ? (
        <>
          <h2>{t("accounts")}</h2>
          <p>
            {t("accountsLead")} <Link {...paths.accounts}>{t("accounts")}</Link>
          </p>
        </>
      ) : null}
      {me.role === "system-administrator" ? <Commands /> : null}
    </div>
  );
}

/** What somebody finds here, in a sentence. */
function leadOf({ role, actions }: { readonly role: string; readonly actions: readonly string[] }) {
  if (actions.includes("akt.read")) return "leadReader";
  if (role === "system-administrator" || role === "user-administrator") return "leadRuns";
  if (actions.includes("assignment.read")) return "leadPerforms";
  if (role === "log-reviewer") return "leadReviews";
  return "leadNothing";
}

function Commands() {
  const t = useText(startText);
  return (
    <>
      <h2>{t("commands")}</h2>
      <p>{t("commandsLead")}</p>
      <dl className="start-commands">
        {commands.map(([command, words]) => (
          <div key={command}>
            <dt>
              <code>npm run -s mittpunkt -- {command}</code>
            </dt>
            <dd>{t(words)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
