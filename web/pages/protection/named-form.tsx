import { useState } from "react";
import { endpoints } from "../../api/endpoints.ts";
import { useCommand } from "../../api/use-command.ts";
import { ErrorSummary } from "../../components/error-summary/error-summary.tsx";
import { protectionText } from "../../text/protection.ts";
import { useText } from "../../text/text.ts";
import type { ProtectionAnswer } from "./page.tsx";

/** Which members of staff a protected person is open to by name. */
export function NamedForm({ answer }: { readonly answer: ProtectionAnswer }) {
  const t = useText(protectionText);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(
    () => new Set(answer.named.map(({ staff }) => staff)),
  );
  const [saved, setSaved] = useState(false);
  const { state, send } = useCommand(endpoints.changePerson);
  function tick(staff: string): void {
    const next = new Set(ticked);
    if (!next.delete(staff)) next.add(staff);
    setTicked(next);
    setSaved(false);
  }
  async function submit(): Promise<void> {
    const data = { protectionStaff: [...ticked] };
    const { person } = answer.label;
    const done = await send((commandId) => ({ commandId, person, data, relations: [] }));
    setSaved(done !== undefined);
  }
  return (
    <form
      className="no-print"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <ErrorSummary problems={[...state.problems]} controlOf={() => undefined} />
      <fieldset className="protection-named">
        <legend>{t("choose")}</legend>
        <p className="quiet">{t("chooseHelp")}</p>
        {answer.staff.map(({ staff, name }) => (
          <label key={staff} className="check">
            <input
              type="checkbox"
              autoComplete="off"
              checked={ticked.has(staff)}
              onChange={() => tick(staff)}
            />{" "}
            {name}
          </label>
        ))}
      </fieldset>
      <div className="row">
        <button type="submit" className="primary" aria-disabled={state.sending}>
          {state.sending ? t("saving") : t("save")}
        </button>
        <span role="status">{saved ? t("saved") : ""}</span>
      </div>
    </form>
  );
}
