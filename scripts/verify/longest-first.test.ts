import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { expect, test } from "vitest";

import { LONGEST, placeOf } from "./longest-first.ts";

test("what takes long comes before what does not, and every file named is there", () => {
  expect(placeOf("/clone/e2e/axe.e2e.test.ts")).toBeLessThan(
    placeOf("/clone/e2e/chain.e2e.test.ts"),
  );
  expect(placeOf("/clone/e2e/faults.e2e.test.ts")).toBeLessThan(
    placeOf("/clone/src/kernel/a.test.ts"),
  );
  const root = new URL("../../", import.meta.url);
  const gone = LONGEST.filter((file) => !existsSync(fileURLToPath(new URL(file, root))));
  expect(gone).toEqual([]);
});
