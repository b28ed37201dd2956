import type { ReactNode } from "react";
import type { ProblemShape } from "../../../src/contract/shapes.ts";
import type { Field } from "../../../src/spec/types.ts";
import { mostTelling } from "../../components/error-summary/most-telling.ts";
import { formText } from "../../text/form.ts";
import { useLang, useText } from "../../text/text.ts";
import { useSay } from "../use-pack.ts";
import "./field.css";

export interface FieldFrame {
  readonly field: Field;
  readonly id: string;
  readonly problems: readonly ProblemShape[];
}

/** The ids that describe a control: its help and its problems. */
export function describedBy({ field, id, problems }: FieldFrame): string | undefined {
  const ids = [
    ...(field.help === undefined ? [] : [`${id}-help`]),
    ...(problems.length === 0 ? [] : [`${id}-problem`]),
  ];
  return ids.length === 0 ? undefined : ids.join(" ");
}

/** Label, help, demand and problems around a control. `group` makes it a fieldset with a legend. */
export function FieldShell({
  frame,
  group = false,
  children,
}: {
  readonly frame: FieldFrame;
  readonly group?: boolean;
  readonly children: ReactNode;
}) {
  const { field, id, problems } = frame;
  const say = useSay();
  const heading = (
    <>
      {say(field.label)} <Demand field={field} />
    </>
  );
  const inner = (
    <>
      {field.help === undefined ? null : (
        <p id={`${id}-help`} className="field-help">
          {say(field.help)}
        </p>
      )}
      <FieldProblems id={id} problems={problems} />
      {children}
    </>
  );
  if (group) {
    return (
      <fieldset className="field" id={id} tabIndex={-1} aria-describedby={describedBy(frame)}>
        <legend>{heading}</legend>
        {inner}
      </fieldset>
    );
  }
  return (
    <div className="field">
      <label htmlFor={id}>{heading}</label>
      {inner}
    </div>
  );
}

/** Who demands the answer, in words: nothing is marked by colour or a star alone. */
function Demand({ field }: { readonly field: Field }) {
  const t = useText(formText);
  const required = field.required;
  if (required === undefined || required.when !== undefined) return null;
  const words = { law: "law", "follow-up": "followUp", practice: "practice" } as const;
  if (required.level === "practice") return null;
  return <span className="field-demand">({t(words[required.level])})</span>;
}

function FieldProblems({
  id,
  problems,
}: {
  readonly id: string;
  readonly problems: readonly ProblemShape[];
}) {
  const { lang } = useLang();
  if (problems.length === 0) return null;
  return (
    <p id={`${id}-problem`} className="field-problem">
      {mostTelling(problems).map((found) => (
        <span key={found.id}>
          {found[lang]}
          {found.section === undefined ? null : (
            <span className="field-section"> {found.section}</span>
          )}
        </span>
      ))}
    </p>
  );
}
