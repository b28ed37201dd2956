import type { ChoiceOf } from "../../../src/spec/types.ts";
import { formText } from "../../text/form.ts";
import { useText } from "../../text/text.ts";
import { useForm } from "../form-context.ts";
import { OneOfField } from "./choice-field.tsx";
import { FieldShell } from "./field-shell.tsx";
import type { ControlProps } from "./plain-field.tsx";

const noneYet = { need: "noNeedYet", goal: "noGoalYet" } as const;

/** Names a need, a goal or a document that stands already: chosen, never typed again. */
export function KnownField({ of, ...control }: ControlProps & { readonly of: ChoiceOf }) {
  const t = useText(formText);
  const choices = useForm().known[of];
  if (choices.length > 0) return <OneOfField {...control} choices={choices} />;
  // Citing is never asked for: where nothing has come in there is nothing to say.
  if (of === "received" || of === "picture") return null;
  return (
    <FieldShell frame={control.frame} group>
      <p className="field-help">{t(noneYet[of])}</p>
    </FieldShell>
  );
}
