import type { Locator } from "playwright-core";

import { fieldsOf, fillDocument, fillField, type GivenAnswers } from "./form.ts";
import { childPage, draftIsRead, formOf, roomIsThere, type Traveller } from "./journey.ts";

/** One thing somebody has said about an area of the child's situation. */
export type Statement = Readonly<Record<string, string | readonly string[]>>;

/** Opens the decision basis from the child's page. */
export async function openBasis(who: Traveller): Promise<void> {
  await who.hand.press(who.page.locator('#now a[href$="/document/decision-basis"]').first());
  await who.page.locator(".document-outline").waitFor();
  await roomIsThere(who);
  await draftIsRead(who);
}

/** Writes the parts of the basis that stand outside the areas. */
export async function writeBasis(who: Traveller, answers: GivenAnswers): Promise<void> {
  await fillDocument(formOf(who, who.page.locator(".document-main")), "decision-basis", answers);
}

/** Opens an area and writes a statement with its source, or a factor, in it. */
export async function writeInArea(
  who: Traveller,
  area: string,
  list: "statements" | "factors",
  item: Statement,
): Promise<void> {
  const { page, hand, lang, pack } = who;
  const block = page.locator(`#area-${area}`);
  if ((await block.getAttribute("open")) === null) await hand.press(block.locator("summary"));
  const field = fieldsOf(pack, "decision-basis").find((each) => each.id === list);
  if (field === undefined) throw new Error(`The basis has no ${list}`);
  const group = block.getByRole("group", { name: field.label[lang] });
  const before = await group.locator("li.item").count();
  await hand.press(group.locator(":scope > button"));
  const row = group.locator("li.item").nth(before);
  await row.waitFor();
  for (const inner of field.items ?? []) {
    const value = item[inner.id];
    if (value === undefined) continue;
    if (inner.id === "factor") await hand.pick(selectOf(row, inner.label[lang]), String(value));
    else await fillField(formOf(who, row), inner, value);
  }
}

function selectOf(scope: Locator, label: string): Locator {
  return scope.getByLabel(label).and(scope.locator("select"));
}

/** Fixes the version the parties read, or makes the basis final; the child's page follows. */
export async function finishBasis(who: Traveller, button: string): Promise<void> {
  const { page, hand } = who;
  await hand.press(page.getByRole("button", { name: button, exact: true }));
  await childPage(who);
}
