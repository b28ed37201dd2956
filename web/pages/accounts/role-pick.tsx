import { useId } from "react";
import { roleHelp } from "../../text/role-help.ts";
import { accountsText } from "../../text/accounts.ts";
import { useText } from "../../text/text.ts";
import { useRoleWords } from "./use-role-words.ts";

/** A role to choose, with what it opens in a sentence; those that can't be had together stand last, and why. */
export function RolePick({
  label,
  value,
  roles,
  apart = [],
  apartLabel,
  problem,
  onPick,
}: {
  readonly label: string;
  readonly value: string;
  readonly roles: readonly string[];
  readonly apart?: readonly string[];
  readonly apartLabel?: string;
  readonly problem?: string | undefined;
  readonly onPick: (role: string) => void;
}) {
  const t = useText(accountsText);
  const roleOf = useRoleWords();
  const help =
    useText<Readonly<Record<string, { readonly sv: string; readonly en: string }>>>(roleHelp);
  const id = useId();
  const says = value in roleHelp;
  const described = [
    ...(says ? [`${id}-help`] : []),
    ...(problem === undefined ? [] : [`${id}-problem`]),
  ];
  const options = (ids: readonly string[]) =>
    ids.map((each) => (
      <option key={each} value={each}>
        {roleOf(each)}
      </option>
    ));
  return (
    <div className="work-field accounts-role">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        {...(problem === undefined ? {} : { "aria-invalid": true })}
        {...(described.length === 0 ? {} : { "aria-describedby": described.join(" ") })}
        onChange={(event) => onPick(event.target.value)}
      >
        <option value="">{t("choose")}</option>
        {options(roles)}
        {apart.length === 0 ? null : (
          <optgroup label={apartLabel} disabled>
            {options(apart)}
          </optgroup>
        )}
      </select>
      {says ? (
        <p className="field-help" id={`${id}-help`}>
          {help(value)}
        </p>
      ) : null}
      {problem === undefined ? null : (
        <p className="field-problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  );
}
