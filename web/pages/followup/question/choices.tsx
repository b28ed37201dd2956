import { useId } from "react";
import type { CatalogueVariable } from "../../../api/queries.ts";
import "../../../spec/fields/field.css";
import { followupText } from "../../../text/followup.ts";
import { useLang, useText } from "../../../text/text.ts";
import type { Filter, TableQuery } from "../question-search.ts";

export interface ChoicesProps {
  readonly variables: readonly CatalogueVariable[];
  readonly query: TableQuery;
  readonly onChange: (query: TableQuery) => void;
}

/** What to count: a variable, perhaps crossed with another of the same kind of row, over a period, where. */
export function Choices({ variables, query, onChange }: ChoicesProps) {
  const t = useText(followupText);
  const id = useId();
  const { filters = [] } = query;
  const rows = variables.find((variable) => variable.id === query.rows);
  const partners = variables.filter(
    (variable) =>
      sameRow(variable, rows) && variable.id !== query.rows && variable.codes.length > 0,
  );
  return (
    <form className="followup-choices" onSubmit={(event) => event.preventDefault()}>
      <div className="field">
        <label htmlFor={`${id}-rows`}>{t("variable")}</label>
        <VariableSelect
          id={`${id}-rows`}
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
          variables={partners}
          value={query.columns ?? ""}
          empty={t("noCross")}
          onPick={(picked) => onChange(withColumns(query, picked))}
        />
      </div>
      <fieldset className="field">
        <legend>{t("period")}</legend>
        <div className="dates">
          <label className="small" htmlFor={`${id}-from`}>
            {t("from")}
          </label>
          <label className="small" htmlFor={`${id}-to`}>
            {t("to")}
          </label>
          <input
            id={`${id}-from`}
            type="date"
            value={query.from ?? ""}
            onChange={(event) => onChange(withDate(query, "from", event.target.value))}
          />
          <input
            id={`${id}-to`}
            type="date"
            value={query.to ?? ""}
            onChange={(event) => onChange(withDate(query, "to", event.target.value))}
          />
        </div>
      </fieldset>
      {filters.map((filter, index) => (
        <Condition
          key={filter.variable}
          filter={filter}
          variables={partners}
          onChange={(next) => onChange({ ...query, filters: replaced(filters, index, next) })}
        />
      ))}
      <div className="field">
        <label htmlFor={`${id}-filter`}>{t("addFilter")}</label>
        <VariableSelect
          id={`${id}-filter`}
          variables={partners.filter(
            (variable) => !filters.some((filter) => filter.variable === variable.id),
          )}
          value=""
          empty={t("chooseFilter")}
          onPick={(picked) =>
            picked === ""
              ? undefined
              : onChange({ ...query, filters: [...filters, { variable: picked, in: [] }] })
          }
        />
      </div>
    </form>
  );
}

function sameRow(variable: CatalogueVariable, rows: CatalogueVariable | undefined): boolean {
  return (
    rows === undefined ||
    variable.grain === rows.grain ||
    variable.grain === "background" ||
    rows.grain === "background"
  );
}

function withRows(
  query: TableQuery,
  rows: string,
  variables: readonly CatalogueVariable[],
): TableQuery {
  const next = variables.find((variable) => variable.id === rows);
  const fits = (id: string): boolean =>
    variables.some((variable) => variable.id === id && sameRow(variable, next) && id !== rows);
  const { columns, filters = [], ...rest } = query;
  return {
    ...rest,
    rows,
    filters: filters.filter((filter) => fits(filter.variable)),
    ...(columns !== undefined && fits(columns) ? { columns } : {}),
  };
}

function withColumns(query: TableQuery, columns: string): TableQuery {
  const { columns: _before, ...rest } = query;
  return columns === "" ? rest : { ...rest, columns };
}

function withDate(query: TableQuery, which: "from" | "to", day: string): TableQuery {
  const { [which]: _before, ...rest } = query;
  return day === "" ? rest : { ...rest, [which]: day };
}

function replaced(filters: readonly Filter[], index: number, next: Filter | undefined): Filter[] {
  return filters.flatMap((filter, at) =>
    at === index ? (next === undefined ? [] : [next]) : [filter],
  );
}

interface ConditionProps {
  readonly filter: Filter;
  readonly variables: readonly CatalogueVariable[];
  readonly onChange: (next: Filter | undefined) => void;
}

function Condition({ filter, variables, onChange }: ConditionProps) {
  const t = useText(followupText);
  const { lang } = useLang();
  const variable = variables.find((entry) => entry.id === filter.variable);
  return (
    <fieldset className="field filter">
      <legend>
        {t("filter")}: {variable?.label[lang]}
      </legend>
      {(variable?.codes ?? []).map((code) => (
        <label className="choice" key={code.id}>
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
      </button>
    </fieldset>
  );
}

interface VariableSelectProps {
  readonly id: string;
  readonly variables: readonly CatalogueVariable[];
  readonly value: string;
  readonly empty?: string;
  readonly onPick: (id: string) => void;
}

function VariableSelect({ id, variables, value, empty, onPick }: VariableSelectProps) {
  const t = useText(followupText);
  const { lang } = useLang();
  const countable = variables.filter(
    (variable) => variable.codes.length > 0 || variable.id === value,
  );
  const group = (label: string, starter: boolean) => (
    <optgroup label={label}>
      {countable
        .filter((variable) => variable.starter === starter)
        .map((variable) => (
          <option key={variable.id} value={variable.id}>
            {variable.label[lang]} ({variable.id})
          </option>
        ))}
    </optgroup>
  );
  return (
    <select id={id} value={value} onChange={(event) => onPick(event.target.value)}>
      {empty === undefined ? null : <option value="">{empty}</option>}
      {group(t("starter"), true)}
      {group(t("more"), false)}
    </select>
  );
}

function FillRate({ variable }: { readonly variable: CatalogueVariable | undefined }) {
  const t = useText(followupText);
  if (variable === undefined) return null;
  const fill = variable.fill;
  if (fill === null || fill.n === 0) return <p className="fill">{t("fillNone")}</p>;
  return (
    <p className="fill">
      {t("fill", { percent: Math.round((fill.filled / fill.n) * 100), n: fill.n })}
    </p>
  );
}
