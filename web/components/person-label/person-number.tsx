import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { personQuery } from "../../api/queries.ts";
import { personText } from "../../text/person.ts";
import { useText } from "../../text/text.ts";

/** A number as people write it: `20140217-9814`. */
export function writtenNumber(number: string): string {
  return /^\d{12}$/u.test(number) ? `${number.slice(0, 8)}-${number.slice(8)}` : number;
}

/** The identity number: masked until somebody asks for it, because the look is logged. */
export function PersonNumber({
  person,
  masked,
}: {
  readonly person: string;
  readonly masked: string | null;
}) {
  const t = useText(personText);
  const [shown, setShown] = useState(false);
  const asked = useQuery({ ...personQuery(person), enabled: shown, retry: false });
  if (masked === null) return null;
  const full = shown ? asked.data?.number : undefined;
  return (
    <span className="person-number">
      <span aria-live="polite">
        <span className="visually-hidden">{t("number")} </span>
        {full === undefined || full === null ? masked : writtenNumber(full)}
        {asked.error === null ? null : <span className="quiet"> {t("numberWithheld")}</span>}
      </span>
      <button
        type="button"
        className="plain small no-print"
        aria-pressed={shown}
        onClick={() => setShown((before) => !before)}
      >
        {shown ? t("hideNumber") : t("showNumber")}
      </button>
    </span>
  );
}
