import type { ReactNode } from "react";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { meQuery } from "../../api/queries.ts";
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
  return (
    <div className="start">
      <h1 tabIndex={-1}>{t("title")}</h1>
      <p className="lead">{t("lead", { role, board: me.board.name })}</p>
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
    </div>
  );
}
