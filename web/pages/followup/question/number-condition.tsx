import { useId } from "react";
import type { CatalogueVariable } from "../../../api/queries.ts";
import { followupText } from "../../../text/followup.ts";
import { useText } from "../../../text/text.ts";
import type { Filter } from "../question-search.ts";
import { monthIn, rangeIn, withMonth, withRange } from "./ranges.ts";

interface NumberConditionProps {
  readonly variable: CatalogueVariable | undefined;
  readonly filter: Filter;
  readonly onChange: (next: Filter) => void;
}

/** From a number to a number, or a month; either end may be left open. */
export function NumberCondition({ variable, filter, onChange }: NumberConditionProps) {
  const t = useText(followupText);
  const id = useId();
  if (variable?.type === "date" || variable?.type === "datetime") {
    return (
      <div className="range">
        <label className="small" htmlFor={id}>
          {t("month")}
        </label>
        <input
          id={id}
          type="month"
          placeholder="2026-01"
          value={monthIn(filter.in)}
          onChange={(event) =>
            onChange({ ...filter, in: withMonth(filter.in, event.target.value) })
          }
        />
      </div>
    );
  }
  const range = rangeIn(filter.in);
  return (
    <div className="dates">
      {(["from", "to"] as const).map((end) => (
        <div key={end}>
          <label className="small" htmlFor={`${id}-${end}`}>
            {t(end === "from" ? "atLeast" : "atMost")}
          </label>
          <input
            id={`${id}-${end}`}
            className="number"
            inputMode="numeric"
            value={range[end]}
            onChange={(event) =>
              onChange({
                ...filter,
                in: withRange(filter.in, { ...range, [end]: event.target.value }),
              })
            }
          />
        </div>
      ))}
    </div>
  );
}
