import type { ReactNode } from "react";
import type { AnswerItem, Answers } from "../../src/domain/event.ts";
import { OCCASIONS } from "../../src/domain/notes/occasions.ts";
import { OCCASIONS_SECTION, readSections } from "../../src/spec/source-sections.ts";
import type { DocumentSpec, Field, Pack, Section } from "../../src/spec/types.ts";
import { fullDay, momentInWords } from "../text/dates.ts";
import { formText } from "../text/form.ts";
import { AUDIENCES } from "./named-audiences.ts";
import { type Lang, useLang, useText } from "../text/text.ts";
import { OccasionsView } from "./occasions-view.tsx";
import { SourcesView } from "./sources-view.tsx";
import "./answers-view.css";

export interface AnswersViewProps {
  readonly pack: Pack;
  readonly document: DocumentSpec;
  readonly answers: Answers;
  /** Names of the people the answers mention, by id, and of guardians by their code of `visible-to`. */
  readonly names: ReadonlyMap<string, string>;
  /** What stands beside a paragraph of a list, or a field: what somebody has said of it. */
  readonly beside?: Beside;
  /** What stands under the heading of a part: `section/<id>`, or `area/<id>` where it is written area by area. */
  readonly under?: Under;
}

export type Under = (part: string, name: string) => ReactNode;

/** Gives what stands beside a part of the text; null where nothing does. */
export type Beside = (place: {
  readonly field: string | null;
  readonly item: string | null;
}) => ReactNode;

/** What was answered in a document, to read: only headings and fields in use, narrative in the serif. */
export function AnswersView({ pack, document, answers, names, beside, under }: AnswersViewProps) {
  const { lang } = useLang();
  const context = { pack, names, lang, beside, under };
  return (
    <div className="answers">
      {readSections(document)
        .filter((section) => section.fields.some((field) => isGiven(answers[field.id])))
        .map((section) => (
          <section key={section.id}>
            <h3>{section.title[lang]}</h3>
            {under?.(`section/${section.id}`, section.title[lang])}
            {section.id === OCCASIONS_SECTION ? (
              <OccasionsView
                pack={pack}
                document={document}
                items={itemsOf(answers[OCCASIONS])}
                names={names}
                beside={(item) => beside?.({ field: null, item })}
              />
            ) : section.perArea === true ? (
              <ByArea section={section} answers={answers} context={context} />
            ) : (
              <Fields fields={section.fields} answers={answers} context={context} />
            )}
          </section>
        ))}
      <SourcesView pack={pack} document={document} answers={answers} />
    </div>
  );
}

interface Context {
  readonly pack: Pack;
  readonly names: ReadonlyMap<string, string>;
  readonly lang: Lang;
  readonly beside?: Beside | undefined;
  readonly under?: Under | undefined;
}

interface FieldsProps {
  readonly fields: readonly Field[];
  readonly answers: Answers;
  readonly context: Context;
}

function Fields({ fields, answers, context }: FieldsProps) {
  const given = fields.filter((field) => isGiven(answers[field.id]));
  return (
    <dl>
      {given.map((field) => (
        <div key={field.id} className={field.type === "longtext" ? "answer long" : "answer"}>
          <dt>{field.label[context.lang]}</dt>
          <dd>
            <Value field={field} value={answers[field.id]} context={context} />
            {context.beside?.({ field: field.id, item: null })}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({
  field,
  value,
  context,
}: {
  readonly field: Field;
  readonly value: unknown;
  readonly context: Context;
}) {
  if (field.type === "list") {
    return (
      <ul className="answer-items">
        {itemsOf(value).map((item) => (
          <li key={item.id}>
            <Item fields={field.items ?? []} item={item} context={context} />
          </li>
        ))}
      </ul>
    );
  }
  if (field.type === "longtext")
    return <p className="narrative">{typeof value === "string" ? value : ""}</p>;
  return <AnswerWords field={field} value={value} context={context} />;
}

/** An answer in words, whatever it is of: codes by their labels, people by name. */
export function AnswerWords({
  field,
  value,
  context,
}: {
  readonly field: Field;
  readonly value: unknown;
  readonly context: Pick<Context, "pack" | "names" | "lang">;
}) {
  const t = useText(formText);
  if (typeof value === "boolean") return value ? t("yes") : t("no");
  if (Array.isArray(value))
    return value.map((each) => wordsOf(field, String(each), context)).join(", ");
  if (typeof value === "string") return wordsOf(field, value, context);
  return typeof value === "number" ? String(value) : t("unknown");
}

/** One answer in words: a code by its label, a person by name, a day as people write it. */
export function wordsOf(
  field: Field,
  value: string,
  { pack, names, lang }: Pick<Context, "pack" | "names" | "lang">,
): string {
  switch (field.type) {
    case "code":
    case "codes":
      if (field.codelist === AUDIENCES && names.has(value)) return names.get(value) ?? value;
      return (
        pack.codelists[field.codelist ?? ""]?.codes.find((code) => code.id === value)?.label[
          lang
        ] ?? value
      );
    case "person":
    case "persons":
      return names.get(value) ?? "–";
    case "date":
      return fullDay(value, lang);
    case "datetime":
      return momentInWords(value, lang);
    default:
      return value;
  }
}

/** An item of a list reads as text first, then what is known of it in one quiet line. */
function Item({
  fields,
  item,
  context,
}: {
  readonly fields: readonly Field[];
  readonly item: AnswerItem;
  readonly context: Context;
}) {
  const given = fields.filter((field) => isGiven(item[field.id]));
  const texts = given.filter((field) => field.type === "longtext");
  const facts = given.filter((field) => field.type !== "longtext" && field.type !== "list");
  const lists = given.filter((field) => field.type === "list");
  return (
    <>
      {texts.map((field) => (
        <Value key={field.id} field={field} value={item[field.id]} context={context} />
      ))}
      <p className="item-facts">
        {facts.map((field, index) => (
          <span key={field.id}>
            {index === 0 ? null : " · "}
            <span className="item-label">{field.label[context.lang]}:</span>{" "}
            <AnswerWords field={field} value={item[field.id]} context={context} />
          </span>
        ))}
      </p>
      {lists.length === 0 ? null : <Fields fields={lists} answers={item} context={context} />}
      {context.beside?.({ field: null, item: item.id })}
    </>
  );
}

/** Lists written area by area are read area by area. */
function ByArea({
  section,
  answers,
  context,
}: {
  readonly section: Section;
  readonly answers: Answers;
  readonly context: Context;
}) {
  return context.pack.areas.map((area) => {
    const lists = section.fields
      .map((field) => ({
        field,
        items: itemsOf(answers[field.id]).filter((item) => item["area"] === area.id),
      }))
      .filter(({ items }) => items.length > 0);
    if (lists.length === 0) return null;
    return (
      <section key={area.id} className="answer-area">
        <h4>{area.name[context.lang]}</h4>
        {context.under?.(`area/${area.id}`, area.name[context.lang])}
        {lists.map(({ field, items }) => (
          <ul key={field.id} className="answer-items">
            {items.map((item) => (
              <li key={item.id}>
                <Item
                  fields={(field.items ?? []).filter((inner) => inner.id !== "area")}
                  item={item}
                  context={context}
                />
              </li>
            ))}
          </ul>
        ))}
      </section>
    );
  });
}

function itemsOf(value: unknown): readonly AnswerItem[] {
  return Array.isArray(value)
    ? value.filter((item): item is AnswerItem => typeof item === "object" && item !== null)
    : [];
}

export function isGiven(value: unknown): boolean {
  if (value === undefined || value === null || value === "") return false;
  return !Array.isArray(value) || value.length > 0;
}
