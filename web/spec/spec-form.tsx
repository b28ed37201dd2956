import { Fragment, type ReactNode, useMemo, useState } from "react";
import type { ProblemShape } from "../../src/contract/shapes.ts";
import { writtenSections } from "../../src/spec/source-sections.ts";
import type { DocumentSpec, Pack, Section } from "../../src/spec/types.ts";
import type { DraftHandle } from "../drafts/use-draft.ts";
import { FieldView } from "./field-view.tsx";
import { holds } from "./holds.ts";
import type { Choice } from "./fields/choice-field.tsx";
import { FormAround } from "./form-around.tsx";
import { type FormContextValue, type KnownItems, useAnswers, useForm } from "./form-context.ts";
import { useSay } from "./use-pack.ts";

export type FormHandle = Pick<
  DraftHandle,
  "answers" | "set" | "choose" | "addItem" | "removeItem"
> &
  Partial<Pick<DraftHandle, "draftId" | "live" | "takenAway" | "type">>;

export interface SpecFormProps {
  readonly pack: Pack;
  readonly document: DocumentSpec;
  readonly handle: FormHandle;
  readonly today: string;
  readonly persons: readonly Choice[];
  readonly guardians?: readonly Choice[];
  readonly staff?: readonly Choice[];
  /** Needs and goals of earlier documents. */
  readonly known?: Partial<KnownItems>;
  readonly problems: readonly ProblemShape[];
  readonly pointer?: string;
  readonly scope?: string;
  readonly hidden?: readonly string[];
  /** What stands after a section, by its id. */
  readonly after?: Readonly<Record<string, ReactNode>>;
  /** What stands around the fields, for all that they need besides the form. */
  readonly around?: (fields: ReactNode) => ReactNode;
}

/** The context of a form, for pages that place its fields themselves. */
export function useFormContext(props: SpecFormProps): FormContextValue {
  const { pack, handle, today, known, pointer = "/data", scope = "" } = props;
  const { set, type = set, choose, addItem, removeItem, live, draftId } = handle;
  // None is the same as none, so that nothing is drawn anew for it.
  const takenAway = handle.takenAway?.size === 0 ? undefined : handle.takenAway;
  const persons = useSame(props.persons);
  const guardians = useSame(props.guardians ?? none);
  const staff = useSame(props.staff ?? none);
  const problems = useSame(props.problems);
  const hidden = useSame(props.hidden ?? none);
  return useMemo(
    () => ({
      pack,
      today,
      persons,
      guardians,
      staff,
      known: {
        need: known?.need ?? [],
        goal: known?.goal ?? [],
        received: known?.received ?? [],
        picture: known?.picture ?? [],
      },
      problems,
      pointer,
      scope,
      hidden,
      set,
      type,
      choose,
      addItem,
      removeItem,
      live,
      ...(takenAway === undefined ? {} : { takenAway }),
      ...(draftId === undefined ? {} : { draftId }),
    }),
    [
      pack,
      set,
      type,
      choose,
      addItem,
      removeItem,
      live,
      takenAway,
      draftId,
      today,
      persons,
      guardians,
      staff,
      known,
      problems,
      pointer,
      scope,
      hidden,
    ],
  );
}

const none: readonly never[] = [];

/** A list as the one it was while it has the same in it, so that nothing is drawn anew for it. */
export function useSame<T>(list: readonly T[]): readonly T[] {
  const [kept, keep] = useState(list);
  if (list === kept) return kept;
  if (list.length === kept.length && list.every((each, at) => each === kept[at])) return kept;
  keep(list);
  return list;
}

/** A document of the specification as a form: its sections and fields, those that apply to the answers so far. */
export function SpecForm(props: SpecFormProps) {
  const { document, handle, today, after } = props;
  const value = useFormContext(props);
  const fields = (
    <>
      {writtenSections(document)
        .filter((section) => holds(section.visibleWhen, handle.answers, today))
        .map((section) => (
          <Fragment key={section.id}>
            <SectionView section={section} />
            {after?.[section.id]}
          </Fragment>
        ))}
    </>
  );
  return (
    <FormAround form={value} answers={handle.answers}>
      {props.around?.(fields) ?? fields}
    </FormAround>
  );
}

/** A section with the fields that apply; none where the page shows all of them in another way. */
function SectionView({ section }: { readonly section: Section }) {
  const say = useSay();
  const { today, scope, hidden } = useForm();
  const answers = useAnswers();
  const fields = section.fields.filter(
    (field) => !hidden.includes(field.id) && holds(field.visibleWhen, answers, today),
  );
  if (fields.length === 0) return null;
  return (
    <section className="form-section" aria-labelledby={`s-${scope}${section.id}`}>
      <h2 id={`s-${scope}${section.id}`}>{say(section.title)}</h2>
      {section.help === undefined ? null : <p className="field-help">{say(section.help)}</p>}
      {fields.map((field) => (
        <FieldView
          key={field.id}
          field={field}
          path={field.id}
          place={`/${field.id}`}
          value={answers[field.id]}
        />
      ))}
    </section>
  );
}
