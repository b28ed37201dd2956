import { useId } from "react";
import type { Catalogue } from "../../../api/queries.ts";
import "../../../spec/fields/field.css";
import { followupText } from "../../../text/followup.ts";
import { useText } from "../../../text/text.ts";
import { percentsOf, type TableQuery } from "../question-search.ts";
import { partnersOf, withChosen, withFlag, withRows } from "./change-query.ts";
import { CompareChoice } from "./compare-choice.tsx";
import { Conditions } from "./conditions.tsx";
import { FillRate } from "./fill-rate.tsx";
import { VariableSelect } from "./variable-select.tsx";

export interface ChoicesProps {
  readonly catalogue: Catalogue;
  readonly query: TableQuery;
  readonly onChange: (query: TableQuery) => void;
}

/** What to count: a variable, perhaps crossed with others of the same kind of row, over a period, where. */
export function Choices({ catalogue, query, onChange }: ChoicesProps) {
  const t = useText(followupText);
  const id = useId();
  const { variables } = catalogue;
  const rows = variables.find((variable) => variable.id === query.rows);
  const partners = partnersOf(variables, query);
  const crosses = query.columns !== undefined;
  return (
    <form
      className="followup-choices"
      aria-label={t("choices")}
      onSubmit={(event) => event.preventDefault()}
    >
      <div className="field">
        <label htmlFor={`${id}-rows`}>{t("variable")}</label>
        <VariableSelect
          id={`${id}-rows`}
          catalogue={catalogue}
          variables={variables}
          value={query.rows}
          onPick={(picked) => onChange(withRows(query, picked, variables))}
        />
        <FillRate variable={rows} />
      </div>
      <div className="field">
        <label htmlFor={`${id}-columns`}>{t("cross")}</label>
        <VariableSelect
          id={`${id}-columns`}
          catalogue={catalogue}
          variables={partners.filter(({ id: each }) => each !== query.layers)}
          value={query.columns ?? ""}
          empty={t("noCross")}
          onPick={(picked) => onChange(withChosen(query, "columns", picked))}
        />
      </div>
      {crosses ? (
        <div className="field">
          <label htmlFor={`${id}-layers`}>{t("layers")}</label>
          <VariableSelect
            id={`${id}-layers`}
            catalogue={catalogue}
            variables={partners.filter(({ id: each }) => each !== query.columns)}
            value={query.layers ?? ""}
            empty={t("noCross")}
            onPick={(picked) => onChange(withChosen(query, "layers", picked))}
          />
        </div>
      ) : null}
      <Period query={query} onChange={onChange} />
      {query.layers === undefined ? <CompareChoice query={query} onChange={onChange} /> : null}
      <Units catalogue={catalogue} query={query} onChange={onChange} />
      <Conditions catalogue={catalogue} partners={partners} query={query} onChange={onChange} />
      <div className="field">
        <label htmlFor={`${id}-percent`}>{t("percentOf")}</label>
        <select
          id={`${id}-percent`}
          value={query.percent ?? "column"}
          onChange={(event) =>
            onChange(
              withChosen(
                query,
                "percent",
                event.target.value === "column" ? "" : event.target.value,
              ),
            )
          }
        >
          {percentsOf.map((percent) => (
            <option key={percent} value={percent}>
              {t(`percent-${percent}`)}
            </option>
          ))}
        </select>
        <label className="choice">
          <input
            type="checkbox"
            checked={query.withMissing === true}
            onChange={(event) => onChange(withFlag(query, "withMissing", event.target.checked))}
          />
          {t("withMissing")}
        </label>
      </div>
    </form>
  );
}

type PartProps = Pick<ChoicesProps, "query" | "onChange">;

function Period({ query, onChange }: PartProps) {
  const t = useText(followupText);
  const id = useId();
  return (
    <fieldset className="field">
      <legend>{t("period")}</legend>
      <div className="dates">
        {(["from", "to"] as const).map((end) => (
          <div key={end}>
            <label className="small" htmlFor={`${id}-${end}`}>
              {t(end)}
            </label>
            <input
              id={`${id}-${end}`}
              type="date"
              value={query[end] ?? ""}
              onChange={(event) => onChange(withChosen(query, end, event.target.value))}
            />
          </div>
        ))}
      </div>
    </fieldset>
  );
}

/** Only rows of some units; all where none is chosen. */
function Units({ catalogue: { units }, query, onChange }: ChoicesProps) {
  const t = useText(followupText);
  const { units: before, ...rest } = query;
  const chosen = before ?? [];
  if (units.length < 2) return null;
  return (
    <fieldset className="field">
      <legend>{t("units")}</legend>
      {units.map((unit) => (
        <label className="choice" key={unit.id}>
          <input
            type="checkbox"
            checked={chosen.includes(unit.id)}
            onChange={(event) => {
              const next = event.target.checked
                ? [...chosen, unit.id]
                : chosen.filter((other) => other !== unit.id);
              onChange(next.length === 0 ? rest : { ...rest, units: next });
            }}
          />
          {unit.name}
        </label>
      ))}
    </fieldset>
  );
}
