import { useId, useState } from "react";
import type { listReviews } from "../../../src/contract/log-review/list-reviews.ts";
import type { AnswerOf } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import { useCommand } from "../../api/use-command.ts";
import { Notice } from "../../components/notice/notice.tsx";
import { ProblemNote } from "../../components/problem-note/problem-note.tsx";
import { logReviewText } from "../../text/log-review.ts";
import { useText } from "../../text/text.ts";

/** What the board has decided about its log. Whoever checks it makes the check oftener and the time longer, no less. */
export function LogSettings({ answer }: { readonly answer: AnswerOf<typeof listReviews> }) {
  const t = useText(logReviewText);
  const id = useId();
  const [months, setMonths] = useState(String(answer.months));
  const [years, setYears] = useState(String(answer.keepYears));
  const [saved, setSaved] = useState(false);
  const { state, send } = useCommand(endpoints.tightenLog);
  async function save(): Promise<void> {
    setSaved(false);
    const done = await send((commandId) => ({
      commandId,
      reviewMonths: Number(months),
      keepYears: Number(years),
    }));
    setSaved(done !== undefined);
  }
  const fields = [
    { name: "settingMonths", value: months, set: setMonths, min: 1, max: answer.months },
    { name: "settingYears", value: years, set: setYears, min: answer.keepYears, max: 100 },
  ] as const;
  return (
    <section className="log-settings" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t("settings")}</h2>
      <p className="quiet">{t("settingsLead")}</p>
      <ul>
        <li>{t("settingSample", { n: answer.sample })}</li>
        <li>{t(answer.extractNames ? "settingNames" : "settingNoNames")}</li>
      </ul>
      <form
        className="work-form no-print"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {fields.map(({ name, value, set, min, max }) => (
          <div key={name} className="work-field">
            <label htmlFor={`${id}-${name}`}>{t(name)}</label>
            <input
              id={`${id}-${name}`}
              type="number"
              required
              min={min}
              max={max}
              value={value}
              onChange={(event) => set(event.target.value)}
            />
          </div>
        ))}
        <button type="submit" aria-disabled={state.sending}>
          {t("settingSave")}
        </button>
        {saved ? <Notice role="status">{t("settingSaved")}</Notice> : null}
        <ProblemNote state={state} />
      </form>
    </section>
  );
}
