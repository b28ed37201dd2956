import { useId, useState } from "react";
import type { judgeRow } from "../../../src/contract/log-review/change-review.ts";
import type { BodyOf } from "../../api/client.ts";
import { endpoints } from "../../api/endpoints.ts";
import { useCommand } from "../../api/use-command.ts";
import { ProblemNote } from "../../components/problem-note/problem-note.tsx";
import { useKeptWords } from "../../drafts/use-kept-words.ts";
import { logReviewText } from "../../text/log-review.ts";
import { useLang, useText } from "../../text/text.ts";
import type { ReviewAnswer, Row } from "./review.tsx";

type Verdict = BodyOf<typeof judgeRow>["verdict"];
const EXPECTED: Verdict = "expected";

/** The verdict on one row: what was expected is saved at once, anything else asks for a note. */
export function Judge({
  row,
  review,
  verdicts,
}: {
  readonly row: Row;
  readonly review: string;
  readonly verdicts: ReviewAnswer["verdicts"];
}) {
  const t = useText(logReviewText);
  const { lang } = useLang();
  const id = useId();
  const [verdict, setVerdict] = useState<string>(row.verdict ?? "");
  const [kept, keep] = useKeptWords(`log-review ${review} ${row.row}`);
  const [note, setNote] = useState(kept === "" ? (row.note ?? "") : kept);
  const [asked, setAsked] = useState(false);
  const { state, send } = useCommand(endpoints.judgeRow);
  const n = row.row;
  const lacks = asked && note.trim() === "";
  async function save(chosen: string): Promise<void> {
    if (!isVerdict(chosen)) return;
    const done = await send((commandId) => ({ commandId, review, row: n, verdict: chosen, note }));
    if (done !== undefined) keep("");
  }
  return (
    <form
      className="no-print"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (note.trim() !== "") void save(verdict);
      }}
    >
      <select
        aria-label={t("verdictOf", { n })}
        value={verdict}
        onChange={(event) => {
          setVerdict(event.target.value);
          if (event.target.value === EXPECTED) void save(EXPECTED);
        }}
      >
        <option value="">{t("choose")}</option>
        {verdicts.map((each) => (
          <option key={each.id} value={each.id}>
            {each[lang]}
          </option>
        ))}
      </select>
      {verdict === "" || verdict === EXPECTED ? null : (
        <>
          <textarea
            lang="sv"
            spellCheck
            rows={2}
            maxLength={2000}
            autoComplete="off"
            aria-label={t("noteOf", { n })}
            aria-invalid={lacks}
            aria-describedby={`${id}-problem`}
            value={note}
            onChange={(event) => {
              setNote(event.target.value);
              keep(event.target.value);
            }}
          />
          {lacks ? (
            <p id={`${id}-problem`} className="field-problem">
              {t("noteNeeded")}
            </p>
          ) : null}
          <button type="submit" aria-label={t("saveOf", { n })} aria-disabled={state.sending}>
            {t("save")}
          </button>
        </>
      )}
      <ProblemNote state={state} />
    </form>
  );
}

function isVerdict(text: string): text is Verdict {
  return text === "expected" || text === "asked" || text === "unauthorised";
}
