import { useSuspenseQuery } from "@tanstack/react-query";
import { useId } from "react";
import { meQuery } from "../../../api/queries.ts";
import { followupText } from "../../../text/followup.ts";
import { useText } from "../../../text/text.ts";
import { seriesOf, type TableQuery } from "../question-search.ts";
import { type Comparing, comparingOf, withCompare, withFlag } from "./change-query.ts";

interface CompareChoiceProps {
  readonly query: TableQuery;
  readonly onChange: (query: TableQuery) => void;
}

const comparisons: readonly Comparing[] = ["", ...seriesOf, "periods", "units"];

/** Over time, unit by unit, or one period beside another. */
export function CompareChoice({ query, onChange }: CompareChoiceProps) {
  const t = useText(followupText);
  const id = useId();
  const { today } = useSuspenseQuery(meQuery).data;
  const { compare, series } = query;
  return (
    <div className="field">
      <label htmlFor={id}>{t("compare")}</label>
      <select
        id={id}
        value={comparingOf(query)}
        onChange={(event) => {
          const comparing = comparisons.find((each) => each === event.target.value) ?? "";
          onChange(withCompare(query, comparing, today));
        }}
      >
        {comparisons.map((each) => (
          <option key={each} value={each}>
            {t(each === "" ? "compareNothing" : `compare-${each}`)}
          </option>
        ))}
      </select>
      {series === undefined ? null : (
        <label className="choice">
          <input
            type="checkbox"
            checked={query.pool === true}
            onChange={(event) => onChange(withFlag(query, "pool", event.target.checked))}
          />
          {t("pool")}
        </label>
      )}
      {compare?.by === "periods" ? (
        <fieldset className="dates other-period">
          <legend className="small">{t("otherPeriod")}</legend>
          {(["from", "to"] as const).map((end) => (
            <div key={end}>
              <label className="small" htmlFor={`${id}-${end}`}>
                {t(end)}
              </label>
              <input
                id={`${id}-${end}`}
                type="date"
                required
                value={compare[end]}
                onChange={(event) =>
                  event.target.value === ""
                    ? undefined
                    : onChange({ ...query, compare: { ...compare, [end]: event.target.value } })
                }
              />
            </div>
          ))}
        </fieldset>
      ) : null}
    </div>
  );
}
