import { useId } from "react";
import type { Catalogue, CatalogueVariable } from "../../../api/queries.ts";
import { followupText } from "../../../text/followup.ts";
import { useLang, useText } from "../../../text/text.ts";
import type { Filter, TableQuery } from "../question-search.ts";
import { NumberCondition } from "./number-condition.tsx";
import { VariableSelect } from "./variable-select.tsx";

interface ConditionsProps {
  readonly catalogue: Catalogue;
  /** Variables that fit the question. */
  readonly partners: readonly CatalogueVariable[];
  readonly query: TableQuery;
  readonly onChange: (query: TableQuery) => void;
}

/** Only where some variables have some values: any variable that fits the question. */
export function Conditions({ catalogue, partners, query, onChange }: ConditionsProps) {
  const t = useText(followupText);
  const id = useId();
  const { filters: before, ...rest } = query;
  const filters = before ?? [];
  const change = (next: Filter[]): void =>
    onChange(next.length === 0 ? rest : { ...rest, filters: next });
  return (
    <>
      {filters.map((filter, index) => (
        <Condition
          key={filter.variable}
          filter={filter}
          catalogue={catalogue}
          onChange={(next) =>
            change(
              filters.flatMap((each, at) =>
                at === index ? (next === undefined ? [] : [next]) : [each],
              ),
            )
          }
        />
      ))}
      <div className="field">
        <label htmlFor={`${id}-filter`}>{t("addFilter")}</label>
        <VariableSelect
          id={`${id}-filter`}
          catalogue={catalogue}
          variables={partners.filter(
            (variable) => !filters.some((filter) => filter.variable === variable.id),
          )}
          value=""
          empty={t("chooseFilter")}
          onPick={(picked) =>
            picked === "" ? undefined : change([...filters, { variable: picked, in: [] }])
          }
        />
      </div>
    </>
  );
}

interface ConditionProps {
  readonly filter: Filter;
  readonly catalogue: Catalogue;
  readonly onChange: (next: Filter | undefined) => void;
}

function Condition({ filter, catalogue, onChange }: ConditionProps) {
  const t = useText(followupText);
  const { lang } = useLang();
  const variable = catalogue.variables.find((entry) => entry.id === filter.variable);
  const codes = variable?.codes ?? [];
  const reasons = catalogue.missing;
  return (
    <fieldset className="field filter">
      <legend>
        {t("filter")}: {variable?.label[lang] ?? filter.variable}
      </legend>
      {codes.length === 0 ? (
        <NumberCondition variable={variable} filter={filter} onChange={onChange} />
      ) : null}
      {[...codes, ...reasons].map((code) => (
        <label className={reasons.includes(code) ? "choice is-missing" : "choice"} key={code.id}>
          <input
            type="checkbox"
            checked={filter.in.includes(code.id)}
            onChange={(event) =>
              onChange({
                ...filter,
                in: event.target.checked
                  ? [...filter.in, code.id]
                  : filter.in.filter((other) => other !== code.id),
              })
            }
          />
          {code.label[lang]}
        </label>
      ))}
      <button type="button" className="plain small" onClick={() => onChange(undefined)}>
        {t("removeFilter")}
        <span className="visually-hidden"> {variable?.label[lang]}</span>
      </button>
    </fieldset>
  );
}
