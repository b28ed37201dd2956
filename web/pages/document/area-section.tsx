import type { Area, Field, Section } from "../../../src/spec/types.ts";
import type { AnswerItem } from "../../../src/domain/event.ts";
import { ListField } from "../../spec/field-view.tsx";
import { useForm } from "../../spec/form-context.ts";
import { useSay } from "../../spec/use-pack.ts";
import { actText } from "../../text/act.ts";
import { formText } from "../../text/form.ts";
import { useText } from "../../text/text.ts";

const statements = "statements";
const factors = "factors";

/** The section that is written area by area: each of the twelve opens to its statements and its factors. */
export function AreaSections({ section }: { readonly section: Section }) {
  const { pack } = useForm();
  return pack.areas.map((area) => <AreaBlock key={area.id} area={area} section={section} />);
}

function AreaBlock({ area, section }: { readonly area: Area; readonly section: Section }) {
  const form = useForm();
  const say = useSay();
  const t = useText(actText);
  const f = useText(formText);
  const told = itemsOfArea(form.answers[statements], area.id);
  const seen = itemsOfArea(form.answers[factors], area.id);
  const fieldNamed = (id: string): Field | undefined =>
    section.fields.find((field) => field.id === id);
  const statementField = fieldNamed(statements);
  const factorField = fieldNamed(factors);
  const count = told.length + seen.length;
  return (
    <details className="area" id={`area-${area.id}`} open={count > 0}>
      <summary>
        <h3>{say(area.name)}</h3>
        <span className="quiet">
          {count === 0
            ? t("nothingHere")
            : told.length === 1
              ? t("statementHere")
              : t("statementsHere", { n: told.length })}
        </span>
      </summary>
      <p className="field-help">{say(area.help)}</p>
      {statementField === undefined ? null : (
        <ListField
          field={statementField}
          items={listOf(form.answers[statements])}
          fixed={{ area: area.id }}
          addLabel={f("addStatement")}
        />
      )}
      {factorField === undefined ? null : (
        <div className="area-factors">
          <ListField
            field={onlyFactorsOf(factorField, area.id)}
            items={listOf(form.answers[factors])}
            fixed={{ area: area.id }}
            addLabel={f("addFactor")}
          />
        </div>
      )}
    </details>
  );
}

/** The factor list of an area offers the factors of that area only. */
function onlyFactorsOf(field: Field, area: string): Field {
  return {
    ...field,
    items: (field.items ?? []).map((item) =>
      item.codelist === "factor" ? { ...item, codelist: `factor:${area}` } : item,
    ),
  };
}

export function listOf(value: unknown): readonly AnswerItem[] {
  return Array.isArray(value)
    ? value.filter(
        (item): item is AnswerItem => typeof item === "object" && item !== null && "id" in item,
      )
    : [];
}

export function itemsOfArea(value: unknown, area: string): readonly AnswerItem[] {
  return listOf(value).filter((item) => item["area"] === area);
}
