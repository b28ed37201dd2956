import { useMemo } from "react";
import type { ChoiceOf } from "../../../src/spec/types.ts";
import { formText } from "../../text/form.ts";
import { useLang, useText } from "../../text/text.ts";
import { useAnswers, useForm } from "../form-context.ts";
import { itemsIn } from "../items-in.ts";
import { type Choice, OneOfField } from "./choice-field.tsx";
import { FieldShell } from "./field-shell.tsx";
import type { ControlProps } from "./plain-field.tsx";

const noneYet = { need: "noNeedYet", goal: "noGoalYet" } as const;

interface KnownFieldProps extends ControlProps {
  readonly of: ChoiceOf;
}

/** Names a need, a goal or a document that stands already: chosen, never typed again. */
export function KnownField(props: KnownFieldProps) {
  const known = useForm().known[props.of];
  return props.of === "need" ? (
    <NeedField {...props} earlier={known} />
  ) : (
    <OneOfKnown {...props} choices={known} />
  );
}

/** The needs written in this form so far, by their own words, else the name of their area; then earlier ones. */
function NeedField({
  earlier,
  ...props
}: KnownFieldProps & { readonly earlier: readonly Choice[] }) {
  const { pack } = useForm();
  const { lang } = useLang();
  const list = useAnswers()["centralNeeds"];
  const choices = useMemo(() => {
    const written = itemsIn(list).map((item, at) => {
      const area = pack.areas.find(({ id }) => id === item["area"]);
      const words = typeof item["words"] === "string" ? item["words"].trim() : "";
      const named = words === "" && area !== undefined ? area.name[lang] : words;
      return { id: item.id, label: named === "" ? `${at + 1}` : named };
    });
    return [...written, ...earlier];
  }, [pack, list, lang, earlier]);
  return <OneOfKnown {...props} choices={choices} />;
}

function OneOfKnown({
  of,
  choices,
  ...control
}: KnownFieldProps & { readonly choices: readonly Choice[] }) {
  const t = useText(formText);
  if (choices.length > 0) return <OneOfField {...control} choices={choices} />;
  // Citing is never asked for: where nothing has come in there is nothing to say.
  if (of === "received" || of === "picture") return null;
  return (
    <FieldShell frame={control.frame} group>
      <p className="field-help">{t(noneYet[of])}</p>
    </FieldShell>
  );
}
