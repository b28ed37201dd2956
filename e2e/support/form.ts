import type { Locator } from "playwright-core";

import { readSpec } from "../../src/contract/spec/read-spec.ts";
import type { Code, DocumentSpec, Field, Pack } from "../../src/spec/types.ts";
import type { Api } from "./api.ts";
import type { Hand } from "./hand.ts";

export type Lang = "sv" | "en";

/** An answer as a user gives it: codes by id, people by the name they see. */
export type Given =
  | string
  | number
  | boolean
  | readonly string[]
  | readonly Readonly<Record<string, string | boolean | readonly string[]>>[];

export type GivenAnswers = Readonly<Record<string, Given>>;

/** A form that the page has drawn from the specification, and who fills it in. */
export interface FormPlace {
  readonly hand: Hand;
  readonly scope: Locator;
  readonly pack: Pack;
  readonly lang: Lang;
}

/** A specification as the program serves it. */
export async function packOf(api: Api, digest: string): Promise<Pack> {
  return parsePack((await api.call(readSpec, { params: { digest } })).pack);
}

function parsePack(pack: unknown): Pack {
  return pack as Pack;
}

/** Fills in a document field by field in the order of the page, each found by its words as a user finds it. */
export async function fillDocument(
  place: FormPlace,
  document: string,
  answers: GivenAnswers,
): Promise<void> {
  const fields = fieldsOf(place.pack, document);
  const unknown = Object.keys(answers).filter((id) => !fields.some((field) => field.id === id));
  if (unknown.length > 0) throw new Error(`${document} has no field ${unknown.join(", ")}`);
  for (const field of fields) {
    const answer = answers[field.id];
    if (answer !== undefined) await fillField(place, field, answer);
  }
}

/** The fields of a document, in order. */
export function fieldsOf(pack: Pack, document: string): readonly Field[] {
  const found: DocumentSpec | undefined = pack.documents[document];
  if (found === undefined) throw new Error(`The specification has no document ${document}`);
  return found.sections.flatMap((section) => section.fields);
}

/** Gives one answer. */
export async function fillField(place: FormPlace, field: Field, answer: Given): Promise<void> {
  const { hand, scope, lang } = place;
  const label = labelled(field.label[lang]);
  const control = scope.getByLabel(label).and(scope.locator("input, textarea"));
  switch (field.type) {
    case "text":
      // A need or a goal is chosen by its words.
      if (field.choiceOf !== undefined) return chooseNamed(place, field, textOf(answer), "radio");
      return hand.write(control, textOf(answer));
    case "longtext":
    case "integer":
      return hand.write(control, textOf(answer));
    case "date":
    case "datetime":
      return hand.setDate(control, textOf(answer));
    case "yesno": {
      const yes = lang === "sv" ? "Ja" : "Yes";
      const no = lang === "sv" ? "Nej" : "No";
      const group = scope.getByRole("group", { name: label });
      return hand.tick(group.getByRole("radio", { name: answer === true ? yes : no, exact: true }));
    }
    case "code":
      return chooseCode(place, field, textOf(answer));
    case "codes":
      return chooseCodes(place, field, listOfText(answer));
    case "person":
      return chooseNamed(place, field, textOf(answer), "radio");
    case "persons":
      for (const name of listOfText(answer)) await chooseNamed(place, field, name, "checkbox");
      return undefined;
    case "list":
      return addItems(place, field, answer);
  }
}

function textOf(answer: Given): string {
  if (typeof answer !== "string" && typeof answer !== "number") throw new Error("Not a text");
  return String(answer);
}

function listOfText(answer: Given): readonly string[] {
  if (!Array.isArray(answer)) throw new Error("An answer with several codes is a list");
  return answer.map((each) => String(each));
}

/** The words of a field, with or without who demands the answer. */
export function labelled(words: string): RegExp {
  return new RegExp(`^${escaped(words)}\\s*(\\(|$)`, "u");
}

function escaped(words: string): string {
  // An apostrophe as it is confuses those who put locators together.
  return words
    .replaceAll(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`)
    .replaceAll("'", String.raw`\x27`);
}

/** A few codes are radio buttons, many are a select list. */
async function chooseCode(place: FormPlace, field: Field, code: string): Promise<void> {
  const { hand, scope, lang } = place;
  const label = labelled(field.label[lang]);
  const group = scope.getByRole("group", { name: label });
  const list = scope.getByLabel(label).and(scope.locator("select"));
  await group.or(list).first().waitFor();
  if ((await list.count()) > 0) return hand.pick(list, code);
  return hand.tick(group.locator(`input[type=radio][value="${code}"]`));
}

async function chooseCodes(
  place: FormPlace,
  field: Field,
  codes: readonly string[],
): Promise<void> {
  const { hand, scope, lang } = place;
  const group = scope.getByRole("group", { name: labelled(field.label[lang]) });
  for (const wanted of codes) {
    const code = codeOf(place.pack, field, wanted);
    const under = groupOf(place.pack, field, code);
    const where =
      under === undefined ? group : group.getByRole("group", { name: under[lang], exact: true });
    await hand.tick(where.getByRole("checkbox", { name: code.label[lang], exact: true }));
  }
}

function codeOf(pack: Pack, field: Field, id: string): Code {
  const code = pack.codelists[field.codelist ?? ""]?.codes.find((each) => each.id === id);
  if (code === undefined) throw new Error(`${field.id} has no code ${id}`);
  return code;
}

function groupOf(pack: Pack, field: Field, code: Code) {
  const list = pack.codelists[field.codelist ?? ""];
  return list?.groups?.find((each) => each.id === code.group)?.label;
}

async function chooseNamed(
  { hand, scope, lang }: FormPlace,
  field: Field,
  name: string,
  role: "radio" | "checkbox",
): Promise<void> {
  const group = scope.getByRole("group", { name: labelled(field.label[lang]) });
  await hand.tick(group.getByRole(role, { name: labelled(name) }));
}

async function addItems(place: FormPlace, field: Field, answer: Given): Promise<void> {
  const { hand, scope, pack, lang } = place;
  const list = scope.getByRole("group", { name: labelled(field.label[lang]) });
  if (!Array.isArray(answer)) throw new Error(`${field.id} is a list`);
  for (const item of answer) {
    const before = await list.locator("li.item").count();
    await hand.press(addButton(list, typeof item === "object" ? item["guardian"] : undefined));
    const row = list.locator("li.item").nth(before);
    await row.waitFor();
    for (const inner of field.items ?? []) {
      const value: unknown = typeof item === "object" ? item[inner.id] : undefined;
      if (value !== undefined && inner.id !== "guardian")
        await fillField({ hand, scope: row, pack, lang }, inner, value as Given);
    }
  }
}

/** One button, or one for each guardian the list says nothing about yet. */
function addButton(list: Locator, guardian: unknown): Locator {
  return typeof guardian === "string"
    ? list.locator(":scope > .row button", { hasText: guardian })
    : list.locator(":scope > button").last();
}
