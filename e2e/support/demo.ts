import type { Page } from "playwright-core";

import { searchPersons } from "../../src/contract/persons/search-persons.ts";
import { childPage } from "../../src/contract/views/child-page.ts";
import type { Api } from "./api.ts";

/** A child of the demo board with its running matter, as somebody who may see it is told. */
export async function demoMatter(
  api: Api,
  name: string,
): Promise<{ readonly akt: string; readonly matter: string; readonly person: string }> {
  const { hits } = await api.call(searchPersons, { body: { q: name } });
  const hit = hits.find((each) => each.name === name);
  if (hit === undefined || hit.akt === null) throw new Error(`There is no file of ${name}`);
  const { matters } = await api.call(childPage, { params: { akt: hit.akt } });
  const running = matters.find((matter) => matter.closedOn === null);
  if (running === undefined) throw new Error(`${name} has no running matter`);
  return { akt: hit.akt, matter: running.matter, person: hit.person };
}

/** The address of the form of a step. */
export function actPath(
  { akt, matter }: { readonly akt: string; readonly matter: string },
  command: string,
): string {
  return `/child/${akt}/${matter}/act/${command}`;
}

/**
 * Opens the form of a step as a link does: the page of the program stays loaded, and nothing of the form before is left
 * on it.
 */
export async function openStep(page: Page, path: string): Promise<void> {
  const follow = (to: string) => page.evaluate((address) => history.pushState({}, "", address), to);
  await follow("/search");
  await page.locator(".act-page").waitFor({ state: "detached" });
  await follow(path);
  await page.locator(".act-page form button[type=submit]").first().waitFor();
}
