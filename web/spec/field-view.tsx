import { memo, useEffect, useState } from "react";
import { evaluateTruth } from "../../src/kernel/expression/evaluate.ts";
import type { Expression, Facts } from "../../src/kernel/expression/types.ts";
import type { AnswerItem, Answers } from "../../src/domain/event.ts";
import type { Field } from "../../src/spec/types.ts";
import { formText } from "../text/form.ts";
import { useText } from "../text/text.ts";
import { OneOfField, SomeOfField, useChoices, YesNoField } from "./fields/choice-field.tsx";
import { type FieldFrame, FieldShell } from "./fields/field-shell.tsx";
import { KnownField } from "./fields/known-field.tsx";
import { DateField, LongTextField, NumberField, TextField } from "./fields/plain-field.tsx";
import { controlId, problemsAt, useForm } from "./form-context.ts";
import { namedAudiences } from "./named-audiences.ts";
import { formEnvironment } from "./form-environment.ts";
import { Conflict, TakenAway, Writing } from "./others-text.tsx";
import { codesOf, useSay } from "./use-pack.ts";

/** Whether a condition of the specification holds for the answers so far; an unsettled one hides nothing. */
export function holds(condition: Expression | undefined, answers: Answers, today: string): boolean {
  if (condition === undefined) return true;
  return evaluateTruth(condition, factsOf(answers), formEnvironment(today)) === true;
}

function factsOf(answers: Answers): Facts {
  const fields: Record<string, string | number | boolean | readonly string[]> = {};
  for (const [id, value] of Object.entries(answers)) {
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
      fields[id] = value;
    else if (Array.isArray(value) && value.every((code) => typeof code === "string"))
      fields[id] = value;
  }
  return { fields };
}

export interface FieldViewProps {
  readonly field: Field;
  /** `field`, or `list/<item>/<field>`. */
  readonly path: string;
  /** Place of the field in the answers, as problems point at it. */
  readonly place: string;
  readonly value: unknown;
}

/** One field of a document, drawn by its type, with the other text beside it where two people wrote at once. */
export const FieldView = memo(function FieldView({ field, path, place, value }: FieldViewProps) {
  const form = useForm();
  const id = controlId(path, form.scope);
  const frame: FieldFrame = { field, id, problems: problemsAt(form, place) };
  return (
    <>
      <Control field={field} frame={frame} path={path} value={value} />
      <Writing name={form.writers.get(path)} />
      {form.conflicts.has(path) ? (
        <Conflict
          other={form.conflicts.get(path)}
          onMine={() => form.choose(path, value)}
          onOther={() => form.choose(path, form.conflicts.get(path))}
        />
      ) : null}
    </>
  );
});

function Control({
  field,
  frame,
  path,
  value,
}: {
  readonly field: Field;
  readonly frame: FieldFrame;
  readonly path: string;
  readonly value: unknown;
}) {
  const form = useForm();
  const toChoices = useChoices();
  const onChange = (next: unknown): void => form.set(path, next);
  const control = { frame, value, onChange };
  switch (field.type) {
    case "text":
      if (field.choiceOf !== undefined) return <KnownField {...control} of={field.choiceOf} />;
      return <TextField {...control} />;
    case "longtext":
      return <LongTextField {...control} path={path} />;
    case "date":
      return <DateField {...control} withTime={false} />;
    case "datetime":
      return <DateField {...control} withTime />;
    case "integer":
      return <NumberField {...control} />;
    case "yesno":
      return <YesNoField {...control} />;
    case "code":
      return (
        <OneOfField
          {...control}
          choices={toChoices(
            form.pack,
            codesOf(form.pack, field.codelist ?? "", form.today),
            field.codelist ?? "",
          )}
        />
      );
    case "codes":
      return (
        <SomeOfField
          {...control}
          choices={namedAudiences(
            toChoices(
              form.pack,
              codesOf(form.pack, field.codelist ?? "", form.today),
              field.codelist ?? "",
            ),
            field.codelist,
            form.guardians,
          )}
        />
      );
    case "person":
      return <OneOfField {...control} choices={form.persons} />;
    case "persons":
      return <SomeOfField {...control} choices={form.persons} />;
    case "list":
      return <ListField field={field} items={itemsIn(value)} />;
  }
}

/** The items of a list as they were answered. */
export function itemsIn(value: unknown): readonly AnswerItem[] {
  return Array.isArray(value) ? (value as readonly AnswerItem[]) : [];
}

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
  const parts = [field.id, ...Object.values(fixed ?? {})].join("/");
  const id = controlId(parts, form.scope);
  const frame = { field, id, problems: problemsAt(form, `/${field.id}`) };
  const goToItem = useFocusOnItem(id);
  const shown = items
    .map((item, index) => ({ item, index }))
    .filter(({ item }) =>
      Object.entries(fixed ?? {}).every(([name, value]) => item[name] === value),
    );
  return (
    <FieldShell frame={frame} group>
      <ol className="items">
        {shown.map(({ item, index }, nth) => (
          <li className="item" key={item.id} id={itemId(id, item.id)}>
            <div className="item-head">
              <span className="quiet small">{t("number", { n: nth + 1 })}</span>
              <button
                type="button"
                className="plain small"
                onClick={() => {
                  form.removeItem(field.id, item.id);
                  document.getElementById(id)?.focus();
                }}
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
      <TakenAway field={field} fixed={fixed} />
      <AddButtons
        field={field}
        items={items}
        fixed={fixed}
        label={addLabel}
        onAdd={(values) => goToItem(form.addItem(field.id, values))}
      />
    </FieldShell>
  );
}

function itemId(list: string, item: string): string {
  return `${list}-${item}`;
}

/** Who adds an item goes on in it: the focus goes to its first field, as the button may be gone. */
function useFocusOnItem(list: string): (item: string) => void {
  const [item, setItem] = useState<string>();
  useEffect(() => {
    if (item === undefined) return;
    const row = document.getElementById(itemId(list, item));
    row?.querySelector<HTMLElement>("input, select, textarea")?.focus();
  }, [list, item]);
  return setItem;
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

interface AddButtonsProps {
  readonly field: Field;
  readonly items: readonly AnswerItem[];
  readonly fixed: Readonly<Record<string, string>> | undefined;
  readonly label: string | undefined;
  readonly onAdd: (values: Readonly<Record<string, string>> | undefined) => void;
}

/** The item field that says which guardian an item is about: one item for each guardian. */
const guardianField = "guardian";

/** One button, or one for each guardian that the list has nothing about yet. */
function AddButtons({ field, items, fixed, label, onAdd }: AddButtonsProps) {
  const form = useForm();
  const t = useText(formText);
  const say = useSay();
  if (field.max !== undefined && items.length >= field.max) return null;
  const perGuardian = field.items?.some(
    (item) => item.id === guardianField && item.type === "person",
  );
  const guardians = form.guardians.filter(
    (person) => !items.some((item) => item[guardianField] === person.id),
  );
  if (perGuardian === true && guardians.length > 0) {
    return (
      <div className="row">
        {guardians.map((person) => (
          <button
            type="button"
            key={person.id}
            onClick={() => onAdd({ ...fixed, [guardianField]: person.id })}
          >
            {t("addFor", { name: person.label })}
            <span className="visually-hidden"> {say(field.label)}</span>
          </button>
        ))}
      </div>
    );
  }
  return (
    <button type="button" onClick={() => onAdd(fixed)}>
      {label ?? t("add")}
      <span className="visually-hidden"> {say(field.label)}</span>
    </button>
  );
}
