import type { Catalogue, CatalogueVariable } from "../../../api/queries.ts";
import { followupText } from "../../../text/followup.ts";
import { useLang, useText } from "../../../text/text.ts";

interface VariableSelectProps {
  readonly id: string;
  readonly catalogue: Pick<Catalogue, "steps">;
  readonly variables: readonly CatalogueVariable[];
  readonly value: string;
  /** What no choice is called; without it there always is one. */
  readonly empty?: string;
  readonly onPick: (id: string) => void;
}

/** One of the variables that can be counted: those of the starter set first, then the others step by step. */
export function VariableSelect(props: VariableSelectProps) {
  const { id, catalogue, variables, value, empty, onPick } = props;
  const t = useText(followupText);
  const { lang } = useLang();
  const countable = variables.filter((variable) => variable.available || variable.id === value);
  const groups = [
    { label: t("starter"), of: countable.filter((variable) => variable.starter) },
    ...catalogue.steps.map((step) => ({
      label: step.label[lang],
      of: countable.filter((variable) => !variable.starter && variable.step === step.id),
    })),
  ];
  return (
    <select id={id} value={value} onChange={(event) => onPick(event.target.value)}>
      {empty === undefined ? null : <option value="">{empty}</option>}
      {groups.map(({ label, of }) =>
        of.length === 0 ? null : (
          <optgroup key={label} label={label}>
            {of.map((variable) => (
              <option key={variable.id} value={variable.id}>
                {variable.label[lang]} ({variable.id})
              </option>
            ))}
          </optgroup>
        ),
      )}
    </select>
  );
}
