import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { roleHistoryQuery } from "../../api/queries.ts";
import { accountsText } from "../../text/accounts.ts";
import { momentInWords } from "../../text/dates.ts";
import { useLang, useText } from "../../text/text.ts";
import { useRoleDays } from "./use-role-days.ts";
import { useRoleWords } from "./use-role-words.ts";

/** What was done to somebody's roles, newest first; read when it is opened. */
export function RoleHistory({ staff }: { readonly staff: string }) {
  const t = useText(accountsText);
  const { lang } = useLang();
  const roleOf = useRoleWords();
  const daysOf = useRoleDays();
  const [open, setOpen] = useState(false);
  const history = useQuery({ ...roleHistoryQuery(staff), enabled: open }).data?.history;
  return (
    <details className="accounts-part" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("history")}</summary>
      <p className="quiet">{t("historyLead")}</p>
      <ol className="accounts-history" reversed>
        {(history ?? []).map((act) => {
          const about = [
            ...(act.unit === null ? [] : [act.unit]),
            ...(act.qualified === true ? [t("qualifiedShort")] : []),
            ...(act.did === "ended" ? [] : [daysOf(act)].filter((words) => words !== "")),
          ];
          return (
            <li key={act.seq}>
              {momentInWords(act.at, lang)}: {t(`did.${act.did}`, { role: roleOf(act.role) })}
              {about.length === 0 ? "" : ` (${about.join(", ")})`}{" "}
              <span className="quiet">{t("by", { name: act.by })}</span>
            </li>
          );
        })}
      </ol>
    </details>
  );
}
