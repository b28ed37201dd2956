import { useId } from "react";
import { reachText } from "../../text/reach.ts";
import { useText } from "../../text/text.ts";

interface WhyProps {
  readonly value: string;
  readonly problem: string | undefined;
  readonly onWrite: (text: string) => void;
}

/** Why somebody is let in, or kept out. */
export function Why({ value, problem, onWrite }: WhyProps) {
  const t = useText(reachText);
  const id = useId();
  return (
    <div className="work-field reach-why">
      <label htmlFor={id}>{t("why")}</label>
      <textarea
        lang="sv"
        spellCheck
        id={id}
        rows={3}
        autoComplete="off"
        value={value}
        {...(problem === undefined
          ? {}
          : { "aria-invalid": true, "aria-describedby": `${id}-problem` })}
        onChange={(event) => onWrite(event.target.value)}
      />
      {problem === undefined ? null : (
        <p className="field-problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  );
}
