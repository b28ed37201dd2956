import { useId } from "react";
import "../../../spec/fields/field.css";
import { overviewText } from "../../../text/overview.ts";
import { useText } from "../../../text/text.ts";
import { periodNames, type Chosen } from "./periods.ts";

export interface FiltersProps {
  readonly chosen: Chosen;
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (chosen: Chosen) => void;
}

/** Which period and which unit; the days of an own period are asked for only then. */
export function Filters({ chosen, units, onChange }: FiltersProps) {
  const t = useText(overviewText);
  const id = useId();
  return (
    <form className="overview-filters no-print" onSubmit={(event) => event.preventDefault()}>
      <div>
        <label htmlFor={`${id}-period`}>{t("period")}</label>
        <select
          id={`${id}-period`}
          value={chosen.name}
          onChange={(event) => {
            const name = periodNames.find((each) => each === event.target.value);
            if (name !== undefined) onChange({ ...chosen, name });
          }}
        >
          {periodNames.map((name) => (
            <option key={name} value={name}>
              {t(`period.${name}`)}
            </option>
          ))}
        </select>
      </div>
      {chosen.name === "own"
        ? (["from", "to"] as const).map((end) => (
            <div key={end}>
              <label htmlFor={`${id}-${end}`}>{t(end)}</label>
              <input
                id={`${id}-${end}`}
                type="date"
                value={chosen.own[end] ?? ""}
                onChange={(event) =>
                  onChange({ ...chosen, own: withDay(chosen.own, end, event.target.value) })
                }
              />
            </div>
          ))
        : null}
      {units.length > 1 ? (
        <div>
          <label htmlFor={`${id}-unit`}>{t("unit")}</label>
          <select
            id={`${id}-unit`}
            value={chosen.unit}
            onChange={(event) => onChange({ ...chosen, unit: event.target.value })}
          >
            <option value="">{t("unit.all")}</option>
            {units.map((unit) => (
              <option key={unit.id} value={unit.id}>
                {unit.name}
              </option>
            ))}
          </select>
        </div>
      ) : null}
    </form>
  );
}

function withDay(own: Chosen["own"], end: "from" | "to", day: string): Chosen["own"] {
  const { [end]: _before, ...rest } = own;
  return day === "" ? rest : { ...rest, [end]: day };
}
