import type { Person } from "./family.ts";
import { goToRoom, words, type Traveller } from "./journey.ts";

/** *Enheten*: gives a matter without a caseworker to somebody. */
export async function allocate(
  who: Traveller,
  child: Pick<Person, "name">,
  worker: string,
): Promise<void> {
  const { page, hand } = who;
  await goToRoom(who, "unit");
  const of = words(who, "unit", "of", { name: child.name });
  const list = page.getByRole("combobox", {
    name: `${words(who, "unit", "worker")} ${of}`,
    exact: true,
  });
  await hand.pick(list, worker);
  const assign = page.getByRole("button", { name: `${words(who, "unit", "assign")} ${of}` });
  await hand.press(assign);
  await assign.waitFor({ state: "detached" });
}

/** *Enheten*: reads a fixed decision basis beside the list, and says it may be communicated. */
export async function readBasis(
  who: Traveller,
  child: Pick<Person, "name">,
  expected: string,
): Promise<void> {
  const { page, hand } = who;
  await goToRoom(who, "unit");
  const of = words(who, "unit", "of", { name: child.name });
  await hand.press(page.getByRole("button", { name: `${words(who, "unit", "read")} ${of}` }));
  await page.getByText(expected).first().waitFor();
  const approve = page.getByRole("button", { name: words(who, "unit", "approve") });
  await hand.press(approve);
  await approve.waitFor({ state: "detached" });
}
