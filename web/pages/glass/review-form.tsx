import { useId, useState } from "react";
import { endpoints } from "../../api/endpoints.ts";
import { useCommand } from "../../api/use-command.ts";
import { ProblemNote } from "../../components/problem-note/problem-note.tsx";
import { useKeptWords } from "../../drafts/use-kept-words.ts";
import { glassText } from "../../text/glass.ts";
import { useLang, useText } from "../../text/text.ts";
import type { GlassAnswer, Opening } from "./page.tsx";

/** Whether an opening was justified, with a note. */
export function ReviewForm({
  opening,
  outcomes,
}: {
  readonly opening: Opening;
  readonly outcomes: GlassAnswer["outcomes"];
}) {
  const t = useText(glassText);
  const { lang } = useLang();
  const id = useId();
  const [outcome, setOutcome] = useState("");
  const [note, setNote] = useKeptWords(`glass-review ${opening.opening}`);
  const [asked, setAsked] = useState(false);
  const { state, send } = useCommand(endpoints.reviewGlass);
  async function save(): Promise<void> {
    setAsked(true);
    if (outcome === "" || note.trim() === "") return;
    const { akt, opening: which } = opening;
    const done = await send((commandId) => ({ commandId, akt, opening: which, outcome, note }));
    if (done !== undefined) setNote("");
  }
  return (
    <form
      className="glass-review no-print"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <fieldset>
        <legend>{t("outcome")}</legend>
        {outcomes.map((each) => (
          <label key={each.id} className="choice">
            <input
              type="radio"
              name={`${id}-outcome`}
              value={each.id}
              checked={outcome === each.id}
              onChange={() => setOutcome(each.id)}
            />
            {each[lang]}
          </label>
        ))}
        {asked && outcome === "" ? <p className="field-problem">{t("fill")}</p> : null}
      </fieldset>
      <label htmlFor={`${id}-note`}>{t("note")}</label>
      <textarea
        lang="sv"
        spellCheck
        id={`${id}-note`}
        rows={3}
        maxLength={2000}
        autoComplete="off"
        value={note}
        aria-invalid={asked && note.trim() === ""}
        onChange={(event) => setNote(event.target.value)}
      />
      {asked && note.trim() === "" ? <p className="field-problem">{t("fill")}</p> : null}
      <ProblemNote state={state} />
      <button type="submit" aria-disabled={state.sending}>
        {state.sending ? t("saving") : t("save")}
      </button>
    </form>
  );
}
