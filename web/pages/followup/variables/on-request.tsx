import type { ReactNode } from "react";
import { useId } from "react";
import type { Catalogue } from "../../../api/queries.ts";
import { endpoints } from "../../../api/endpoints.ts";
import { useCommand } from "../../../api/use-command.ts";
import { ProblemNote } from "../../../components/problem-note/problem-note.tsx";
import { catalogueText } from "../../../text/catalogue.ts";
import { fullDay } from "../../../text/dates.ts";
import { followupText } from "../../../text/followup.ts";
import { useLang, useText } from "../../../text/text.ts";

/** What nobody is asked for until the board follows it up: switched on and off by who follows up. */
export function OnRequest({
  variables,
  asked,
  since,
}: {
  readonly variables: readonly string[];
  readonly asked: readonly string[];
  readonly since: Catalogue["switchedOn"];
}): ReactNode {
  const t = useText(followupText);
  const c = useText(catalogueText);
  const { lang } = useLang();
  const id = useId();
  const { state, send } = useCommand(endpoints.askVariables);
  const [first] = variables;
  const last = variables.at(-1);
  if (first === undefined || last === undefined) return null;
  const [latest] = since;
  const on = asked.length > 0;
  return (
    <details className="how no-print">
      <summary>{t("onRequest")}</summary>
      <label className="choice">
        <input
          type="checkbox"
          checked={on}
          aria-describedby={`${id}-help`}
          aria-disabled={state.sending}
          onChange={() =>
            void send((commandId) => ({ commandId, variables: on ? [] : [...variables] }))
          }
        />
        {t("areaLevels", { first, last })}
      </label>
      <p className="quiet small" id={`${id}-help`}>
        {t("areaLevelsHelp")}
      </p>
      {latest === undefined ? null : (
        <p className="small">{c("onSince", { day: fullDay(latest.on, lang), name: latest.by })}</p>
      )}
      <ProblemNote state={state} />
    </details>
  );
}
