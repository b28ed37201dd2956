import type { AnswerItem } from "../../src/domain/event.ts";
import type { Field } from "../../src/spec/types.ts";
import { formText } from "../text/form.ts";
import { useText } from "../text/text.ts";
import { FieldView, holds } from "./field-view.tsx";
import { FieldShell } from "./fields/field-shell.tsx";
import { controlId, problemsAt, useForm } from "./form-context.ts";
import { useSay } from "./use-pack.ts";

export interface ListFieldProps {
  readonly field: Field;
  readonly items: readonly AnswerItem[];
  /** Shows only the items that belong here, and gives new ones these values (the area of a section). */
  readonly fixed?: Readonly<Record<string, string>>;
  readonly addLabel?: string;
}

/** A list of items, each with its own fields; an item keeps its id for ever. */
export function ListField({ field, items, fixed, addLabel }: ListFieldProps) {
  const form = useForm();
  const t = useText(formText);
  const say = useSay();
  const frame = { field, id: controlId(field.id), problems: problemsAt(form, `/${field.id}`) };
  const shown = items
    .map((item, index) => ({ item, index }))
    .filter(({ item }) =>
      Object.entries(fixed ?? {}).every(([name, value]) => item[name] === value),
    );
  return (
    <FieldShell frame={frame} group>
      <ol className="items">
        {shown.map(({ item, index }, nth) => (
          <li className="item" key={item.id}>
            <div className="item-head">
              <span className="quiet small">{t("number", { n: nth + 1 })}</span>
              <button
                type="button"
                className="plain small"
                onClick={() => form.removeItem(field.id, item.id)}
              >
                {t("remove")}
                <span className="visually-hidden">
                  {" "}
                  {say(field.label)} {t("number", { n: nth + 1 })}
                </span>
              </button>
            </div>
            <ItemFields field={field} item={item} index={index} fixed={fixed ?? {}} />
          </li>
        ))}
      </ol>
      {field.max !== undefined && items.length >= field.max ? null : (
        <button type="button" onClick={() => form.addItem(field.id, fixed)}>
          {addLabel ?? t("add")}
          <span className="visually-hidden"> {say(field.label)}</span>
        </button>
      )}
    </FieldShell>
  );
}

function ItemFields({
  field,
  item,
  index,
  fixed,
}: {
  readonly field: Field;
  readonly item: AnswerItem;
  readonly index: number;
  readonly fixed: Readonly<Record<string, string>>;
}) {
  const { today } = useForm();
  const { id, ...answers } = item;
  return (field.items ?? [])
    .filter((inner) => fixed[inner.id] === undefined && holds(inner.visibleWhen, answers, today))
    .map((inner) => (
      <FieldView
        key={inner.id}
        field={inner}
        path={`${field.id}/${id}/${inner.id}`}
        place={`/${field.id}/${index}/${inner.id}`}
        value={item[inner.id]}
      />
    ));
}
