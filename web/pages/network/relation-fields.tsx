import { useId } from "react";
import { codesOf, usePack } from "../../spec/use-pack.ts";
import { networkText } from "../../text/network.ts";
import { useLang, useText } from "../../text/text.ts";

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function ChoiceField({
  label,
  value,
  options,
  onChange,
}: FieldProps & { readonly options: readonly (readonly [string, string])[] }) {
  const t = useText(networkText);
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t("choose")}</option>
        {options.map(([code, words]) => (
          <option key={code} value={code}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

export function DayField({ label, value, onChange }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} type="date" value={value} onChange={(event) => onChange(event.target.value)} />
    </div>
  );
}

/** Who said so: the codes of the specification. */
export function SourceField({ value, onChange }: Pick<FieldProps, "value" | "onChange">) {
  const t = useText(networkText);
  const { lang } = useLang();
  const pack = usePack();
  const codes = codesOf(pack, "basic-data-source", "9999-12-31");
  return (
    <ChoiceField
      label={t("whoSaid")}
      value={value}
      options={codes.map((code) => [code.id, code.label[lang]])}
      onChange={onChange}
    />
  );
}
