import { type MouseEvent, useEffect, useId, useRef } from "react";
import type { ProblemShape } from "../../../src/contract/shapes.ts";
import { actText } from "../../text/act.ts";
import { useLang, useText } from "../../text/text.ts";
import { mostTelling } from "./most-telling.ts";
import "./error-summary.css";

export interface ErrorSummaryProps {
  readonly problems: readonly ProblemShape[];
  /** The id of the control a pointer means; undefined where the problem belongs to no field. */
  readonly controlOf: (pointer: string) => string | undefined;
  readonly title?: string;
  /** Where the answer comes while one still writes the focus stays in the field; it is read out all the same. */
  readonly takesFocus?: boolean;
}

/** What is wrong, on top of the page, with a link to each field. Takes the focus once for each refusal. */
export function ErrorSummary({ problems, controlOf, title, takesFocus = true }: ErrorSummaryProps) {
  const t = useText(actText);
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  // A refusal is known by its first problem: the list itself may be made anew each time the page is drawn.
  const [refusal] = problems;
  useEffect(() => {
    if (refusal !== undefined && takesFocus) box.current?.focus();
  }, [refusal, takesFocus]);
  if (problems.length === 0) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box} aria-labelledby={id}>
      <h2 id={id}>{title ?? t("errorsTitle")}</h2>
      <ul>
        {mostTelling(problems).map((found) => (
          <li key={`${found.id} ${found.pointer ?? ""}`}>
            <Words
              found={found}
              control={found.pointer === undefined ? undefined : controlOf(found.pointer)}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Words({
  found,
  control,
}: {
  readonly found: ProblemShape;
  readonly control: string | undefined;
}) {
  const { lang } = useLang();
  const section =
    found.section === undefined ? null : <span className="error-section"> {found.section}</span>;
  if (control === undefined) {
    return (
      <>
        {found[lang]}
        {section}
      </>
    );
  }
  return (
    <>
      <a href={`#${control}`} onClick={(event) => goToControl(event, control)}>
        {found[lang]}
      </a>
      {section}
    </>
  );
}

/** The link puts the cursor where the answer is given; in a group of choices that is the first of them. */
function goToControl(event: MouseEvent, id: string): void {
  const place = document.getElementById(id);
  if (place === null) return;
  event.preventDefault();
  const control =
    place.tagName === "FIELDSET"
      ? place.querySelector<HTMLElement>("input, select, textarea, button")
      : null;
  place.scrollIntoView({ block: "center" });
  (control ?? place).focus({ preventScroll: true });
}
