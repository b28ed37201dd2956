import { type ReactNode, useId } from "react";
import type { Code, Pack } from "../../../src/spec/types.ts";
import { formText } from "../../text/form.ts";
import { useText } from "../../text/text.ts";
import { useSay } from "../use-pack.ts";
import { describedBy, FieldShell } from "./field-shell.tsx";
import type { ControlProps } from "./plain-field.tsx";

export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  readonly group?: string;
  /** Of a person: the code of codelist `visible-to` that stands for them in this akt. */
  readonly audience?: string;
}

/** More choices than this become a select list instead of radio buttons. */
const mostRadios = 6;

/** Turns codes to choices in the chosen language. */
export function useChoices(): (
  pack: Pack,
  codes: readonly Code[],
  codelist: string,
) => readonly Choice[] {
  const say = useSay();
  return (pack, codes, codelist) =>
    codes.map((code) => {
      const group = pack.codelists[codelist]?.groups?.find((entry) => entry.id === code.group);
      return {
        id: code.id,
        label: say(code.label),
        ...(code.help === undefined ? {} : { help: say(code.help) }),
        ...(group === undefined ? {} : { group: say(group.label) }),
      };
    });
}

export function YesNoField({ frame, value, onChange }: ControlProps) {
  const t = useText(formText);
  return (
    <FieldShell frame={frame} group>
      <div className="choices inline">
        {[true, false].map((answer) => (
          <label className="choice" key={String(answer)}>
            <input
              type="radio"
              name={frame.id}
              checked={value === answer}
              onChange={() => onChange(answer)}
            />
            {answer ? t("yes") : t("no")}
          </label>
        ))}
      </div>
    </FieldShell>
  );
}

/** One of several: radio buttons while they are few, a select list when they are many. */
export function OneOfField({
  frame,
  value,
  onChange,
  choices,
}: ControlProps & { readonly choices: readonly Choice[] }) {
  const t = useText(formText);
  if (choices.length <= mostRadios) {
    return (
      <FieldShell frame={frame} group>
        <div className="choices">
          {choices.map((choice) => (
            <label className="choice" key={choice.id}>
              <input
                type="radio"
                name={frame.id}
                value={choice.id}
                checked={value === choice.id}
                onChange={() => onChange(choice.id)}
              />
              <span>
                {choice.label}
                {choice.help === undefined ? null : (
                  <span className="field-help"> {choice.help}</span>
                )}
              </span>
            </label>
          ))}
        </div>
      </FieldShell>
    );
  }
  return (
    <FieldShell frame={frame}>
      <select
        id={frame.id}
        aria-describedby={describedBy(frame)}
        {...(frame.problems.length > 0 ? { "aria-invalid": true } : {})}
        value={typeof value === "string" ? value : ""}
        onChange={(event) => onChange(event.target.value === "" ? null : event.target.value)}
      >
        <option value="">{t("choose")}</option>
        <GroupedOptions choices={choices} />
      </select>
    </FieldShell>
  );
}

function GroupedOptions({ choices }: { readonly choices: readonly Choice[] }) {
  const groups = [...new Set(choices.map((choice) => choice.group ?? ""))];
  return groups.map((group) => {
    const options = choices
      .filter((choice) => (choice.group ?? "") === group)
      .map((choice) => (
        <option key={choice.id} value={choice.id}>
          {choice.label}
        </option>
      ));
    return group === "" ? (
      options
    ) : (
      <optgroup key={group} label={group}>
        {options}
      </optgroup>
    );
  });
}

/** Several of several. */
export function SomeOfField({
  frame,
  value,
  onChange,
  choices,
}: ControlProps & { readonly choices: readonly Choice[] }) {
  const chosen = Array.isArray(value)
    ? value.filter((code): code is string => typeof code === "string")
    : [];
  const groups = [...new Set(choices.map((choice) => choice.group ?? ""))];
  return (
    <FieldShell frame={frame} group>
      {groups.map((group) => (
        <ChoiceGroup key={group} name={group}>
          <div className={choices.length > mostRadios ? "choices columns" : "choices"}>
            {choices
              .filter((choice) => (choice.group ?? "") === group)
              .map((choice) => (
                <label className="choice" key={choice.id}>
                  <input
                    type="checkbox"
                    checked={chosen.includes(choice.id)}
                    onChange={(event) =>
                      onChange(
                        event.target.checked
                          ? [...chosen, choice.id]
                          : chosen.filter((code) => code !== choice.id),
                      )
                    }
                  />
                  {choice.label}
                </label>
              ))}
          </div>
        </ChoiceGroup>
      ))}
    </FieldShell>
  );
}

/** Choices under a heading of their own: the same words may stand under two, and are told apart by it. */
function ChoiceGroup({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const id = useId();
  if (name === "") return <div>{children}</div>;
  return (
    <div role="group" aria-labelledby={id}>
      <p className="choice-group" id={id}>
        {name}
      </p>
      {children}
    </div>
  );
}
