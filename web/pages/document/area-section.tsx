import { memo, useMemo } from "react";
import type { Area, Field, Section } from "../../../src/spec/types.ts";
import type { AnswerItem } from "../../../src/domain/event.ts";
import { ListField } from "../../spec/field-view.tsx";
import { useAnswers, useForm } from "../../spec/form-context.ts";
import { useSay } from "../../spec/use-pack.ts";
import { actText } from "../../text/act.ts";
import { formText } from "../../text/form.ts";
import { useText } from "../../text/text.ts";
import { CommentsHere } from "./comments.tsx";

const statements = "statements";
const factors = "factors";

/** The section that is written area by area: each of the twelve opens to its statements and its factors. */
export function AreaSections({ section }: { readonly section: Section }) {
  const { pack } = useForm();
  const answers = useAnswers();
  const [told, seen] = [listOf(answers[statements]), listOf(answers[factors])];
  return pack.areas.map((area) => (
    <AreaBlock key={area.id} area={area} section={section} told={told} seen={seen} />
  ));
}

interface AreaBlockProps {
  readonly area: Area;
  readonly section: Section;
  /** The statements and the factors of all areas. */
  readonly told: readonly AnswerItem[];
  readonly seen: readonly AnswerItem[];
}

const AreaBlock = memo(function AreaBlock(props: AreaBlockProps) {
  const { area, section } = props;
  const say = useSay();
  const t = useText(actText);
  const f = useText(formText);
  const told = itemsOfArea(props.told, area.id);
  const seen = itemsOfArea(props.seen, area.id);
  const fixed = useMemo(() => ({ area: area.id }), [area.id]);
  const fieldNamed = (id: string): Field | undefined =>
    section.fields.find((field) => field.id === id);
  const statementField = fieldNamed(statements);
  const allFactors = fieldNamed(factors);
  const factorField = useMemo(
    () => (allFactors === undefined ? undefined : onlyFactorsOf(allFactors, area.id)),
    [allFactors, area.id],
  );
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
      <CommentsHere part={`area/${area.id}`} />
      {statementField === undefined ? null : (
        <ListField
          field={statementField}
          items={props.told}
          fixed={fixed}
          addLabel={f("addStatement")}
        />
      )}
      {factorField === undefined ? null : (
        <div className="area-factors">
          <ListField
            field={factorField}
            items={props.seen}
            fixed={fixed}
            addLabel={f("addFactor")}
          />
        </div>
      )}
    </details>
  );
});

/** The factor list of an area offers the factors of that area only. */
function onlyFactorsOf(field: Field, area: string): Field {
  return {
    ...field,
    items: (field.items ?? []).map((item) =>
      item.codelist === "factor" ? { ...item, codelist: `factor:${area}` } : item,
    ),
  };
}

const none: readonly AnswerItem[] = [];

/** The items of a list; the list itself where it is one, so that nothing is drawn anew for it. */
export function listOf(value: unknown): readonly AnswerItem[] {
  return isItems(value) ? value : none;
}

function isItems(value: unknown): value is readonly AnswerItem[] {
  return (
    Array.isArray(value) &&
    value.every((item) => typeof item === "object" && item !== null && "id" in item)
  );
}

export function itemsOfArea(value: unknown, area: string): readonly AnswerItem[] {
  return listOf(value).filter((item) => item["area"] === area);
}
