import { expect } from "vitest";

import { childPage } from "../../src/contract/views/child-page.ts";
import { searchPersons } from "../../src/contract/persons/search-persons.ts";
import { bare } from "../../src/print/testing/pdf-text.ts";
import { digestOf, type WatchedCast } from "./cast.ts";
import { makePrint, type Printed } from "./prints.ts";
import { canary, childsWords } from "./story.ts";
import { words } from "./journey.ts";

/** The child's file as the worker's page is told it. */
export async function fileOf(cast: WatchedCast, name: string = cast.family.child.name) {
  const api = await cast.world.apiOf("jonatan");
  const { hits } = await api.call(searchPersons, { body: { q: name } });
  const akt = hits.find((hit) => hit.name === name)?.akt;
  if (akt === undefined || akt === null) throw new Error(`There is no file of ${name}`);
  return api.call(childPage, { params: { akt } });
}

/** Everything of the child's matter is written with the specification that its id chose. */
export async function expectOneSpecification(cast: WatchedCast): Promise<void> {
  const { akt, matters } = await fileOf(cast);
  const digests = await cast.world.rows<{ spec_digest: string }>(
    "select distinct spec_digest from event where stream = $1 and matter = $2",
    [akt, matters[0]?.matter],
  );
  expect(digests).toEqual([{ spec_digest: await digestOf(cast.world, cast.later) }]);
}

/** The copies of the basis: the unit's own has everything, a guardian's nothing of who reported. */
export async function expectMaskedPrints(cast: WatchedCast): Promise<void> {
  const { worker, family } = cast;
  const whole = await makePrint(worker, "basis", "internal");
  expect(bare(whole.text)).toContain(bare(canary.name));
  expect(bare(whole.text)).toContain(bare("På kvällarna hörs det att någon skriker."));
  const mothers = await makePrint(worker, "basis", family.mother.name);
  expect(bare(mothers.text)).toContain(bare("På kvällarna hörs det att någon skriker."));
  expect(bare(mothers.text)).toContain(bare("uppgift från anmälare"));
  const fathers = await makePrint(worker, "basis", family.father.name);
  expect(bare(fathers.text)).not.toContain(bare("På kvällarna hörs det att någon skriker."));
  const decision = await makePrint(worker, "decision", family.mother.name);
  expect([mothers, fathers, decision].flatMap(secretsIn)).toEqual([]);
  const kept = await makePrint(worker, "decision", "internal");
  const names = [whole, mothers, fathers, decision, kept].map((copy) => copy.fileName);
  // The day of birth begins the number. Any eight digits can stand in a random id.
  const { family: name, number } = family.child;
  expect(names.join("\n")).not.toMatch(new RegExp(`${name}|${number.slice(0, 8)}`, "u"));
}

/** What a copy tells, anywhere in its file or in the name of it, that its recipient may not know. */
function secretsIn({ text, strings, fileName }: Printed): readonly string[] {
  const everything = bare(`${text}\n${strings}\n${fileName}`);
  return [canary.name, "Hemligsson", canary.contact, childsWords]
    .filter((secret) => everything.includes(bare(secret)))
    .map((secret) => `${fileName} for ${text.slice(0, 160)}: ${secret}`);
}

/** Nothing went wrong on the pages, and no title or address told who they were about. */
export function expectQuietPages({ watches, family }: WatchedCast): void {
  expect(watches.flatMap((watch) => watch.faults)).toEqual([]);
  // The end of a random id can be twelve digits.
  const ids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gu;
  const visited = watches.flatMap((watch) => [...watch.places]).join("\n");
  const places = visited.replaceAll(ids, "");
  expect(places).not.toMatch(/\d{8}-?\d{4}/u);
  for (const { given, family: name } of [family.child, family.mother, family.sibling]) {
    expect(decodeURIComponent(places)).not.toMatch(new RegExp(`${given}|${name}`, "iu"));
  }
}

/** A step that cannot be taken yet says what is missing and which section demands it. */
export async function expectWhyNot(
  { worker }: WatchedCast,
  command: string,
  section: RegExp,
): Promise<void> {
  const step = worker.page
    .locator("ul.steps-cannot > li")
    .filter({ has: worker.page.locator(`a[href*="/act/${command}"]`) });
  const why = await step.innerText();
  expect(why).toContain(words(worker, "child", "lacks"));
  expect(why).toMatch(section);
}
