import { useEffect, useState } from "react";
import type { StaffRow } from "./who-may.ts";
import { actText } from "../../text/act.ts";
import { useText } from "../../text/text.ts";

/** Staff ids that go with a command: who decides, who investigates. */
export type StaffChoice = Readonly<
  Partial<Record<"decider" | "investigator" | "coInvestigator", string>>
>;

export interface StaffChoicesProps {
  readonly command: string;
  readonly staff: readonly StaffRow[];
  /** Who can be named as the one who decides, and who else may decide. */
  readonly deciders: { readonly offered: readonly StaffRow[]; readonly ask: readonly StaffRow[] };
  readonly me: string;
  readonly onChange: (choice: StaffChoice) => void;
}

/** The roles whose matter an investigation may be. */
const investigates: readonly string[] = ["caseworker", "first-social-worker"];

/** Who decides (oneself or a body) and, when an investigation opens, who investigates. */
export function StaffChoices({ command, staff, deciders, me, onChange }: StaffChoicesProps) {
  const t = useText(actText);
  const [choice, setChoice] = useState<StaffChoice>(() => firstChoice(deciders.offered, me));
  useEffect(() => onChange(choice), [choice, onChange]);
  const investigators = staff.filter((row) => investigates.includes(row.role) && row.qualified);
  const opening = command === "investigation.open";
  return (
    <section className="form-section">
      <Pick
        id="decider"
        label={t("decider")}
        help={t("deciderHelp")}
        rows={deciders.offered}
        {...(deciders.offered.some((row) => row.id === me) ? {} : { empty: t("nobody") })}
        value={choice.decider}
        onPick={(decider) =>
          setChoice(({ decider: _before, ...rest }) =>
            decider === undefined ? rest : { ...rest, decider },
          )
        }
      />
      {deciders.ask.length === 0 ? null : (
        <p className="quiet">
          {t("askDecider", { names: deciders.ask.map((row) => row.name).join(", ") })}
        </p>
      )}
      {opening ? (
        <>
          <Pick
            id="investigator"
            label={t("investigator")}
            rows={investigators}
            value={choice.investigator}
            empty={t("nobody")}
            onPick={(investigator) =>
              setChoice(({ investigator: _before, ...rest }) =>
                investigator === undefined ? rest : { ...rest, investigator },
              )
            }
          />
          <Pick
            id="coInvestigator"
            label={t("coInvestigator")}
            rows={investigators}
            value={choice.coInvestigator}
            empty={t("nobody")}
            onPick={(coInvestigator) =>
              setChoice(({ coInvestigator: _before, ...rest }) =>
                coInvestigator === undefined ? rest : { ...rest, coInvestigator },
              )
            }
          />
        </>
      ) : null}
    </section>
  );
}

/** Oneself, where one may decide; a body is chosen by hand. */
function firstChoice(offered: readonly StaffRow[], me: string): StaffChoice {
  return offered.some((row) => row.id === me) ? { decider: me } : {};
}

interface PickProps {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  readonly empty?: string;
  readonly rows: readonly StaffRow[];
  readonly value: string | undefined;
  readonly onPick: (id: string | undefined) => void;
}

function Pick({ id, label, help, empty, rows, value, onPick }: PickProps) {
  return (
    <div className="field">
      <label htmlFor={`staff-${id}`}>{label}</label>
      {help === undefined ? null : (
        <p className="field-help" id={`staff-${id}-help`}>
          {help}
        </p>
      )}
      <select
        id={`staff-${id}`}
        aria-describedby={help === undefined ? undefined : `staff-${id}-help`}
        value={value ?? ""}
        onChange={(event) => onPick(event.target.value === "" ? undefined : event.target.value)}
      >
        {empty === undefined ? null : <option value="">{empty}</option>}
        {rows.map((row) => (
          <option key={row.id} value={row.id}>
            {row.name}
          </option>
        ))}
      </select>
    </div>
  );
}
