import { useEffect, useId, useRef } from "react";
import { identityText } from "../../text/identity.ts";
import { useText } from "../../text/text.ts";

/** Why something about a person's identity is changed. */
export function WhyField({
  value,
  onChange,
  first = true,
}: {
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** It is the first field of its form. */
  readonly first?: boolean;
}) {
  const t = useText(identityText);
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (first) field.current?.focus();
  }, [first]);
  return (
    <>
      <label htmlFor={id}>{t("why")}</label>
      <textarea
        id={id}
        ref={field}
        lang="sv"
        spellCheck
        rows={2}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </>
  );
}
