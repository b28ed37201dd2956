import type { CommandState } from "../../api/use-command.ts";
import { shellText } from "../../text/shell.ts";
import { useLang, useText } from "../../text/text.ts";
import { Notice } from "../notice/notice.tsx";

/** Why a command did not happen, beside its button; for forms with fields the error summary is used instead. */
export function ProblemNote({ state }: { readonly state: CommandState }) {
  const t = useText(shellText);
  const { lang } = useLang();
  const problems = [...state.problems, ...state.warnings];
  if (problems.length === 0 && !state.noContact) return null;
  return (
    <Notice tone="danger" role="alert">
      {state.noContact ? (
        <p>
          <strong>{t("noContactTitle")}.</strong> {t("noContact")}
        </p>
      ) : null}
      {problems.map((problem) => (
        <p key={`${problem.id} ${problem.pointer ?? ""}`}>
          {problem[lang]}{" "}
          {problem.section === undefined ? null : <span className="quiet">{problem.section}</span>}
        </p>
      ))}
    </Notice>
  );
}
