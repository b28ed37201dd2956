import { expect, test } from "vitest";
import { parseUuid } from "../../../src/kernel/ids.ts";
import { pairedDraft } from "./paired-draft.ts";

const report = "019cad58-c61b-4eb4-9a52-e0dc5f40ffc9";
const children = ["019cad58-c61a-70e0-98a4-fe89441e1856", "019cad58-c61b-7eb4-9a52-e0dc5f40ffc8"];

test("is a UUID of its own for each child, the same each time", () => {
  const drafts = children.map((child) => pairedDraft(report, child));
  expect(new Set([report, ...drafts]).size).toBe(3);
  expect(drafts.map((draft) => parseUuid(draft))).toEqual(drafts);
  expect(children.map((child) => pairedDraft(report, child))).toEqual(drafts);
});
