import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseUuid, type Uuid } from "../kernel/ids.ts";
import { copyFor, type Recipient, shieldedSource } from "./copy.ts";

function id(n: number): Uuid {
  const parsed = parseUuid(`01900000-0000-7000-8000-${String(n).padStart(12, "0")}`);
  if (parsed === undefined) throw new Error("bad id");
  return parsed;
}
const karin = id(1);
const robert = id(2);
const forRobert: Recipient = { kind: "party", person: robert, audience: "guardian-b" };
const forKarin: Recipient = { kind: "party", person: karin, audience: "guardian-a" };

const content = {
  proposal: "Förslaget",
  statements: [
    {
      id: id(10),
      area: "BU2",
      kind: "other-informant",
      text: "Går på Kastanjeskolan",
      hiddenFrom: [robert],
    },
    {
      id: id(11),
      area: "BU1",
      kind: "childs-words",
      text: "Jag vill sova",
      visibleTo: ["child", "guardian-a"],
    },
    {
      id: id(12),
      area: "FF4",
      kind: "fact",
      text: "Skrik på kvällen",
      sourceKind: "reporter",
      sourceText: "Sune A, grannen",
    },
  ],
  factors: [{ id: id(13), area: "BU1", factor: "x", childsWords: "Aj" }],
};

describe("copyFor", () => {
  test("leaves out what is hidden from the recipient and tells the internal copy about it", () => {
    const copy = copyFor(content, forRobert, true);
    expect(JSON.stringify(copy.content)).not.toContain("Kastanjeskolan");
    expect(copy.omitted).toContainEqual({
      pointer: "/statements/0",
      reason: "hidden-from-recipient",
    });
    expect(JSON.stringify(copyFor(content, forKarin, true).content)).toContain("Kastanjeskolan");
  });

  test("shows the child's words only to those the child has allowed", () => {
    expect(JSON.stringify(copyFor(content, forKarin, true).content)).toContain("Jag vill sova");
    expect(JSON.stringify(copyFor(content, forRobert, true).content)).not.toContain(
      "Jag vill sova",
    );
    expect(JSON.stringify(copyFor(content, forRobert, true).content)).not.toContain("Aj");
  });

  test("replaces the source of what a shielded reporter has told", () => {
    const shielded = JSON.stringify(copyFor(content, forKarin, true).content);
    expect(shielded).not.toContain("Sune");
    expect(shielded).toContain(shieldedSource);
    expect(JSON.stringify(copyFor(content, forKarin, false).content)).toContain("Sune");
  });

  test("gives the internal copy whole", () => {
    expect(copyFor(content, { kind: "internal" }, true)).toEqual({ content, omitted: [] });
  });

  test("never passes a hidden text on, whatever the content", () => {
    const statement = fc.record({
      id: fc.uuid(),
      kind: fc.constantFrom("fact", "childs-words", "assessment"),
      text: fc.string({ minLength: 1 }).map((text) => `secret ${text}`),
      hiddenFrom: fc.subarray([karin, robert]),
      visibleTo: fc.subarray(["child", "guardian-a", "guardian-b"]),
    });
    fc.assert(
      fc.property(fc.array(statement), fc.boolean(), (statements, shielded) => {
        const copy = copyFor({ statements }, forRobert, shielded);
        const passed = JSON.stringify(copy.content);
        const kept = statements.filter(
          (item) =>
            !item.hiddenFrom.includes(robert) &&
            (item.kind !== "childs-words" || item.visibleTo.includes("guardian-b")),
        );
        const secret = statements.filter((item) => !kept.includes(item));
        expect(copy.omitted).toHaveLength(secret.length);
        for (const item of secret) expect(passed).not.toContain(item.id);
        for (const item of kept) expect(passed).toContain(item.id);
        expect(passed).not.toContain("hiddenFrom");
      }),
    );
  });
});
