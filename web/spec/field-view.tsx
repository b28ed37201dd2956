import { memo, useEffect, useState } from "react";
import type { AnswerItem } from "../../src/domain/event.ts";
import type { Field } from "../../src/spec/types.ts";
import { formText } from "../text/form.ts";
import { useText } from "../text/text.ts";
import { OneOfField, SomeOfField, useChoices, YesNoField } from "./fields/choice-field.tsx";
import { type FieldFrame, FieldShell } from "./fields/field-shell.tsx";
import { KnownField } from "./fields/known-field.tsx";
import { LongTextField } from "./fields/long-text-field.tsx";
import { type ControlProps, DateField, NumberField, TextField } from "./fields/plain-field.tsx";
import { controlId, problemsAt, useAnswer, useForm } from "./form-context.ts";
import { holds } from "./holds.ts";
import { itemsIn } from "./items-in.ts";
import { namedAudiences } from "./named-audiences.ts";
import { OthersText, TakenAway } from "./others-text.tsx";
import { codesOf, useSay } from "./use-pack.ts";

export interface FieldViewProps {
  readonly field: Field;
  /** `field`, or `list/<item>/<field>`. */
  readonly path: string;
  /** Place of the field in the answers, as problems point at it. */
  readonly place: string;
  /** As it was when the writer last rested. */
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
      <OthersText field={field} path={path} value={value} />
    </>
  );
});

interface FieldControlProps {
  readonly field: Field;
  readonly frame: FieldFrame;
  readonly path: string;
  readonly value: unknown;
}

function Control(props: FieldControlProps) {
  const { field, frame, path, value } = props;
  if (field.type === "list") return <ListField field={field} items={itemsIn(value)} />;
  if (field.type === "longtext") return <LongTextField frame={frame} path={path} given={value} />;
  return <AnswerControl {...props} />;
}

/** The control of a short answer: drawn anew when its own answer changes. */
function AnswerControl({ field, frame, path, value: given }: FieldControlProps) {
  const form = useForm();
  const value = useAnswer(path, given);
  const control = { frame, value, onChange: (next: unknown): void => form.set(path, next) };
  const typed = { ...control, onChange: (next: unknown): void => form.type(path, next) };
  switch (field.type) {
    case "text":
      if (field.choiceOf !== undefined) return <KnownField {...control} of={field.choiceOf} />;
      return <TextField {...typed} />;
    case "date":
      return <DateField {...control} withTime={false} />;
    case "datetime":
      return <DateField {...control} withTime />;
    case "integer":
      return <NumberField {...typed} />;
    case "yesno":
      return <YesNoField {...control} />;
    case "code":
      return <CodeControl {...control} codelist={field.codelist ?? ""} />;
    case "codes":
      return <CodeControl {...control} codelist={field.codelist ?? ""} several />;
    case "person":
      return <OneOfField {...control} choices={form.persons} />;
    case "persons":
      return <SomeOfField {...control} choices={form.persons} />;
    default:
      return null;
  }
}

function CodeControl({
  codelist,
  several = false,
  ...control
}: ControlProps & { readonly codelist: string; readonly several?: boolean }) {
  const { pack, today, guardians } = useForm();
  const choices = useChoices()(pack, codesOf(pack, codelist, today), codelist);
  if (!several) return <OneOfField {...control} choices={choices} />;
  return <SomeOfField {...control} choices={namedAudiences(choices, codelist, guardians)} />;
}

export interface ListFieldProps {
  readonly field: Field;
  readonly items: readonly AnswerItem[];
  /** Shows only the items that belong here, and gives new ones these values (the area of a section). */
  readonly fixed?: Readonly<Record<string, string>>;
  readonly addLabel?: string;
}

const nothingFixed: Readonly<Record<string, string>> = {};

/** A list of items, each with its own fields; an item keeps its id for ever. */
export function ListField({ field, items, fixed = nothingFixed, addLabel }: ListFieldProps) {
  const form = useForm();
  const parts = [field.id, ...Object.values(fixed)].join("/");
  const id = controlId(parts, form.scope);
  const frame = { field, id, problems: problemsAt(form, `/${field.id}`) };
  const goToItem = useFocusOnItem(id);
  const shown = items
    .map((item, index) => ({ item, index }))
    .filter(({ item }) => Object.entries(fixed).every(([name, value]) => item[name] === value));
  return (
    <FieldShell frame={frame} group>
      <ol className="items">
        {shown.map(({ item, index }, nth) => (
          <ItemView
            key={item.id}
            list={id}
            field={field}
            item={item}
            index={index}
            nth={nth}
            fixed={fixed}
          />
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

interface ItemViewProps {
  /** The id of the list on the page. */
  readonly list: string;
  readonly field: Field;
  readonly item: AnswerItem;
  /** Its place among all items of the list, and among those that are shown here. */
  readonly index: number;
  readonly nth: number;
  readonly fixed: Readonly<Record<string, string>>;
}

/** One item of a list, drawn anew when something in it changes. */
const ItemView = memo(function ItemView(props: ItemViewProps) {
  const { list, field, item, index, nth, fixed } = props;
  const form = useForm();
  const t = useText(formText);
  const say = useSay();
  return (
    <li className="item" id={itemId(list, item.id)}>
      <div className="item-head">
        <span className="quiet small">{t("number", { n: nth + 1 })}</span>
        <button
          type="button"
          className="plain small"
          onClick={() => {
            form.removeItem(field.id, item.id);
            document.getElementById(list)?.focus();
          }}
        >
          {t("remove")}
          <span className="visually-hidden">
            {" "}
            {say(field.label)} {t("number", { n: nth + 1 })}
          </span>
        </button>
      </div>
      <ItemFields field={field} item={item} index={index} fixed={fixed} />
    </li>
  );
});

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
  readonly fixed: Readonly<Record<string, string>>;
  readonly label: string | undefined;
  readonly onAdd: (values: Readonly<Record<string, string>>) => void;
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
