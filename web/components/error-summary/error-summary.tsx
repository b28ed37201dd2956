import { useEffect, useRef } from "react";
import type { ProblemShape } from "../../../src/contract/shapes.ts";
import { actText } from "../../text/act.ts";
import { useLang, useText } from "../../text/text.ts";
import "./error-summary.css";

export interface ErrorSummaryProps {
  readonly problems: readonly ProblemShape[];
  /** The id of the control a pointer means; undefined where the problem belongs to no field. */
  readonly controlOf: (pointer: string) => string | undefined;
  readonly title?: string;
}

/** What is wrong, on top of the page, with a link to each field. Takes focus when it appears. */
export function ErrorSummary({ problems, controlOf, title }: ErrorSummaryProps) {
  const { lang } = useLang();
  const t = useText(actText);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [problems]);
  if (problems.length === 0) return null;
  return (
    <div
      className="error-summary"
      role="alert"
      tabIndex={-1}
      ref={box}
      aria-labelledby="error-summary-title"
    >
      <h2 id="error-summary-title">{title ?? t("errorsTitle")}</h2>
      <ul>
        {problems.map((found, index) => {
          const control = found.pointer === undefined ? undefined : controlOf(found.pointer);
          const words = (
            <>
              {found[lang]}
              {found.section === undefined ? null : (
                <span className="error-section"> {found.section}</span>
              )}
            </>
          );
          return (
            <li key={`${found.id}-${index}`}>
              {control === undefined ? words : <a href={`#${control}`}>{words}</a>}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
