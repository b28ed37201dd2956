import { useId, useState } from "react";
import { endpoints } from "../../api/endpoints.ts";
import { useCommand } from "../../api/use-command.ts";
import { ProblemNote } from "../../components/problem-note/problem-note.tsx";
import { dayOf, fullDay } from "../../text/dates.ts";
import { retentionText } from "../../text/retention.ts";
import { useLang, useText } from "../../text/text.ts";
import { Line } from "./line.tsx";
import type { RetentionAnswer } from "./page.tsx";

/** Which municipality the board is of: asked for once, corrected where it was wrong, and what it was before. */
export function Municipality({ answer }: { readonly answer: RetentionAnswer }) {
  const t = useText(retentionText);
  const { lang } = useLang();
  const id = useId();
  const { municipality: code, corrections, run } = answer;
  if (code === null) return <CodeForm key="first" was={null} />;
  return (
    <section aria-labelledby={id} className="retention-code">
      <h2 id={id}>{t("municipalityTitle")}</h2>
      <p>{t("municipalityIs", { code })}</p>
      {corrections.length === 0 ? null : (
        <ul className="work-list quiet">
          {corrections.map(({ from, to, by, at }) => (
            <li key={at}>
              {t("corrected", { from, to, name: by.name, day: fullDay(dayOf(at), lang) })}
            </li>
          ))}
        </ul>
      )}
      {run === null ? (
        <details key={code} className="no-print">
          <summary>{t("correctCode")}</summary>
          <CodeForm was={code} />
        </details>
      ) : (
        <p className="quiet no-print">{t("codeInUse")}</p>
      )}
    </section>
  );
}

function CodeForm({ was }: { readonly was: string | null }) {
  const t = useText(retentionText);
  const [value, setValue] = useState("");
  const [asked, setAsked] = useState(false);
  const { state, send } = useCommand(endpoints.setMunicipality);
  const isCode = /^[0-9]{4}$/u.test(value.trim());
  return (
    <form
      className="work-form no-print"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (isCode) void send(() => ({ municipality: value.trim(), was }));
      }}
    >
      <p className="quiet">{t(was === null ? "municipalityWhy" : "correctWhy")}</p>
      <Line
        label={t("municipality")}
        value={value}
        problem={asked && !isCode ? t("municipalityShape") : undefined}
        onWrite={setValue}
      />
      <button type="submit" aria-disabled={state.sending}>
        {t(was === null ? "save" : "correctDo")}
      </button>
      <ProblemNote state={state} />
    </form>
  );
}
