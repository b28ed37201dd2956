import { Fragment, type ReactNode, useMemo } from "react";
import type { ProblemShape } from "../../src/contract/shapes.ts";
import { writtenSections } from "../../src/spec/source-sections.ts";
import type { DocumentSpec, Pack, Section } from "../../src/spec/types.ts";
import type { DraftHandle } from "../drafts/use-draft.ts";
import { FieldView, holds, itemsIn } from "./field-view.tsx";
import type { Choice } from "./fields/choice-field.tsx";
import { FormContext, type FormContextValue, type KnownItems, useForm } from "./form-context.ts";
import { useLang } from "../text/text.ts";
import { useSay } from "./use-pack.ts";

export type FormHandle = Pick<
  DraftHandle,
  "answers" | "conflicts" | "writers" | "set" | "choose" | "addItem" | "removeItem"
> &
  Partial<Pick<DraftHandle, "draftId" | "takenAway">>;

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
  const {
    pack,
    handle,
    today,
    persons,
    guardians,
    staff,
    known,
    problems,
    pointer = "/data",
    scope = "",
    hidden,
  } = props;
  const needs = useNeedsWritten(pack, handle.answers["centralNeeds"]);
  return useMemo(
    () => ({
      pack,
      today,
      persons,
      guardians: guardians ?? [],
      staff: staff ?? [],
      known: {
        need: [...needs, ...(known?.need ?? [])],
        goal: known?.goal ?? [],
        received: known?.received ?? [],
        picture: known?.picture ?? [],
      },
      problems,
      pointer,
      scope,
      hidden: hidden ?? [],
      ...handle,
    }),
    [
      pack,
      handle,
      today,
      persons,
      guardians,
      staff,
      known,
      needs,
      problems,
      pointer,
      scope,
      hidden,
    ],
  );
}

/** The needs written in this form so far: their own words, else the name of their area. */
function useNeedsWritten(pack: Pack, list: unknown): readonly Choice[] {
  const { lang } = useLang();
  return useMemo(
    () =>
      itemsIn(list).map((item, at) => {
        const area = pack.areas.find(({ id }) => id === item["area"]);
        const words = typeof item["words"] === "string" ? item["words"].trim() : "";
        const named = words === "" && area !== undefined ? area.name[lang] : words;
        return { id: item.id, label: named === "" ? `${at + 1}` : named };
      }),
    [pack, list, lang],
  );
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
  return <FormContext value={value}>{props.around?.(fields) ?? fields}</FormContext>;
}

/** A section with the fields that apply; none where the page shows all of them in another way. */
function SectionView({ section }: { readonly section: Section }) {
  const say = useSay();
  const { answers, today, scope, hidden } = useForm();
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
