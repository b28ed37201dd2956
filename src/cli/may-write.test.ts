import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { whyNotInto, whyNotWritten } from "./may-write.ts";

const folder = mkdtempSync(join(tmpdir(), "may-write-"));
const file = join(folder, "file");
writeFileSync(file, "");

afterAll(() => rmSync(folder, { recursive: true }));

test("a file can be written into a folder that is there", async () => {
  expect(await whyNotInto(folder)).toBeUndefined();
  expect(await whyNotWritten(join(folder, "new"))).toBeUndefined();
  expect(await whyNotWritten(file)).toBeUndefined();
});

test("what stands in the way is told before anything is made", async () => {
  expect(await whyNotInto(join(folder, "none"))).toMatch(/There is no folder .*none/u);
  expect(await whyNotInto(file)).toMatch(/is no folder/u);
  expect(await whyNotWritten(folder)).toMatch(/is a folder/u);
  expect(await whyNotWritten(join(folder, "none", "report.pdf"))).toMatch(/There is no folder/u);
});
