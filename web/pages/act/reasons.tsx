import type { ProblemShape } from "../../../src/contract/shapes.ts";
import { actText } from "../../text/act.ts";
import { useLang, useText } from "../../text/text.ts";
import type { ReasonsGiven } from "./use-reasons.ts";

export interface ReasonsProps {
  readonly warnings: readonly ProblemShape[];
  readonly reasons: ReasonsGiven;
}

/** Good practice that was not followed: the writer says why, in words, and goes on. */
export function Reasons({ warnings, reasons }: ReasonsProps) {
  const t = useText(actText);
  const { lang } = useLang();
  const asked = warnings.filter((found) => found.ruleId !== undefined);
  if (asked.length === 0) return null;
  return (
    <section className="reasons" aria-labelledby="reasons-title">
      <h2 id="reasons-title">{t("reasonsTitle")}</h2>
      {asked.map((found) => {
        const id = `reason-${found.ruleId}`;
        return (
          <div className="field" key={found.id}>
            <p id={`${id}-about`}>
              {found[lang]} <span className="quiet">{found.section}</span>
            </p>
            <label htmlFor={id}>{t("reasonFor")}</label>
            <textarea
              lang="sv"
              spellCheck
              id={id}
              className="short"
              aria-describedby={`${id}-about`}
              value={reasons.given[found.ruleId ?? ""] ?? ""}
              onChange={(event) => reasons.write(found.ruleId ?? "", event.target.value)}
            />
          </div>
        );
      })}
    </section>
  );
}
