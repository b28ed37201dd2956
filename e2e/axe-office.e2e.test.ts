import { beforeAll, expect, test, vi } from "vitest";

import { demoMatter } from "./support/demo.ts";
import { lookFaults } from "./support/surface.ts";
import { walkFaults } from "./support/walk.ts";
import { worldOfFile, type Username } from "./support/world.ts";

/** The pages of what an office does beside its matters, each by who has it, as `axe.e2e.test.ts` looks at the others. */

vi.setConfig({ testTimeout: 400_000 });

const world = worldOfFile();
let child: string;

beforeAll(async () => {
  const elmer = await demoMatter(await world().apiOf("jonatan"), "Elmer Granvik");
  child = `/child/${elmer.akt}`;
});

const pages: readonly (readonly [Username, readonly string[]])[] = [
  ["carina", ["/glass", "/incidents", "/retention", "CHILD/reach", "CHILD/disclosures"]],
  ["jonatan", ["/sign-ins", "CHILD/protection/CHILD"]],
  ["kajsa", ["/accounts", "/start", "/incidents"]],
  ["lova", ["/log-review"]],
  ["lena", ["/start"]],
];

test.each(pages)("%s", async (username, paths) => {
  const { page, context, watch } = await world().pageOf(username);
  const persons = await world().rows<{ person: string }>(
    "select person from akt where akt = '" + child.slice("/child/".length) + "'",
  );
  for (const template of paths) {
    const person = persons[0]?.person ?? "";
    const path = template.replace("CHILD/protection/CHILD", `CHILD/protection/${person}`);
    await page.goto(path.replace("CHILD", child));
    await page.locator("main h1").first().waitFor();
    await page.waitForLoadState("networkidle");
    expect(await lookFaults(page, template)).toEqual([]);
    expect(await walkFaults(page, template)).toEqual([]);
  }
  expect(watch.faults).toEqual([]);
  await context.close();
});
