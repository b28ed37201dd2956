import { useMemo } from "react";
import type { ProblemShape } from "../../src/contract/shapes.ts";
import type { DocumentSpec, Pack } from "../../src/spec/types.ts";
import type { DraftHandle } from "../drafts/use-draft.ts";
import { FieldView, holds } from "./field-view.tsx";
import type { Choice } from "./fields/choice-field.tsx";
import { FormContext, type FormContextValue } from "./form-context.ts";
import { useSay } from "./use-pack.ts";

export type FormHandle = Pick<
  DraftHandle,
  "answers" | "conflicts" | "set" | "choose" | "addItem" | "removeItem"
>;

export interface SpecFormProps {
  readonly pack: Pack;
  readonly document: DocumentSpec;
  readonly handle: FormHandle;
  readonly today: string;
  readonly persons: readonly Choice[];
  readonly guardians?: readonly Choice[];
  readonly staff?: readonly Choice[];
  readonly problems: readonly ProblemShape[];
  readonly pointer?: string;
  readonly scope?: string;
  readonly hidden?: readonly string[];
}

/** The context of a form, for pages that place its fields themselves. */
export function useFormContext(props: SpecFormProps): FormContextValue {
  const {
    pack,
    handle,
    today,
    persons,
    guardians,
    staff,
    problems,
    pointer = "/data",
    scope = "",
    hidden,
  } = props;
  return useMemo(
    () => ({
      pack,
      today,
      persons,
      guardians: guardians ?? [],
      staff: staff ?? [],
      problems,
      pointer,
      scope,
      hidden: hidden ?? [],
      ...handle,
    }),
    [pack, handle, today, persons, guardians, staff, problems, pointer, scope, hidden],
  );
}

/** A document of the specification as a form: its sections and fields, those that apply to the answers so far. */
export function SpecForm(props: SpecFormProps) {
  const { document, handle, today, scope = "", hidden = [] } = props;
  const value = useFormContext(props);
  const say = useSay();
  return (
    <FormContext value={value}>
      {document.sections
        .filter((section) => holds(section.visibleWhen, handle.answers, today))
        .map((section) => (
          <section
            key={section.id}
            className="form-section"
            aria-labelledby={`s-${scope}${section.id}`}
          >
            <h2 id={`s-${scope}${section.id}`}>{say(section.title)}</h2>
            {section.help === undefined ? null : <p className="field-help">{say(section.help)}</p>}
            {section.fields
              .filter(
                (field) =>
                  !hidden.includes(field.id) && holds(field.visibleWhen, handle.answers, today),
              )
              .map((field) => (
                <FieldView
                  key={field.id}
                  field={field}
                  path={field.id}
                  place={`/${field.id}`}
                  value={handle.answers[field.id]}
                />
              ))}
          </section>
        ))}
    </FormContext>
  );
}
