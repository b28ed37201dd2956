import { describe, expect, test } from "vitest";
import { loadPack } from "./load.ts";
import { findField, getDocument, labelOf } from "./lookup.ts";
import { linesOf, readNextPack, readShippedPack, readSpecFiles } from "./testing/pack-files.ts";

const base = readShippedPack();

describe("a pack of files", () => {
  test("needs its main files", () => {
    const files = readSpecFiles("mittpunkt/2026-1");
    files.delete("areas.json");
    files.delete("texts/en.json");
    const loaded = loadPack(files);
    expect(
      loaded.ok ? [] : loaded.problems.map(({ id, params }) => `${id} ${params?.["file"]}`),
    ).toEqual(["spec.missing-file areas.json", "spec.missing-file texts/en.json"]);
    expect(loadPack(new Map()).ok).toBe(false);
  });

  test("has its variables in order of id, and areas and factors as codelists", () => {
    const ids = base.variables.map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted());
    expect(ids).toHaveLength(130);
    expect(labelOf(base, "area", "FF4", "sv")).toBe("Säkerhet");
    expect(labelOf(base, "factor", "bu1-sleep-problems", "sv")).toBe("sömnproblem");
  });
});

describe("an overlay", () => {
  const next = readNextPack(base);

  test("adds a question where it says, and leaves the others", () => {
    const fields = getDocument(next, "decision-basis").sections.find(
      ({ id }) => id === "views",
    )?.fields;
    expect(fields?.map(({ id }) => id)).toEqual(["childView", "childsHelpers", "guardianViews"]);
    expect(findField(getDocument(base, "decision-basis"), "childsHelpers")).toBeUndefined();
  });

  test("splits, merges, drops and renames codes", () => {
    const ids = (list: string) => next.codelists[list]?.codes.map(({ id }) => id) ?? [];
    expect(ids("channel")).toEqual([
      "e-service",
      "phone",
      "email",
      "secure-mail",
      "letter",
      "visit",
      "duty-service",
      "internal",
    ]);
    expect(ids("informant")).toContain("disability-support");
    expect(ids("informant")).not.toContain("habilitation");
    expect(ids("reason")).not.toContain("private-placement");
    expect(labelOf(next, "reporter-kind", "association", "sv")).toBe("förening eller trossamfund");
    expect(labelOf(base, "reporter-kind", "association", "sv")).toBe("förening");
  });

  test("rewords texts", () => {
    expect(next.texts.en["chain.need"]).toBe("Central need");
    expect(next.texts.en["chain.goal"]).toBe("Goal");
  });
});

const manifest = readSpecFiles("fixtures/next").get("manifest.json");

/** What is wrong with an overlay of one file. */
function faultsOf(file: string, changes: unknown): string[] {
  const loaded = loadPack(
    new Map([
      ["manifest.json", manifest],
      [file, { $overlay: changes }],
    ]),
    base,
  );
  return loaded.ok ? [] : linesOf(loaded.problems);
}

describe("an overlay that fits nowhere", () => {
  const code = { id: "phone", label: { sv: "x", en: "x" } };

  test.each([
    [
      "adds what is there",
      "codelists/channel.json",
      { add: [{ item: code }] },
      ["overlay.known-id"],
    ],
    [
      "stands behind nothing",
      "codelists/channel.json",
      { add: [{ item: { ...code, id: "fax" }, after: "telex" }] },
      ["overlay.unknown-id"],
    ],
    [
      "replaces what is not there",
      "codelists/channel.json",
      { replace: [{ ...code, id: "fax" }] },
      ["overlay.unknown-id"],
    ],
    [
      "removes what is not there",
      "variables/any.json",
      { remove: ["UTR-99"] },
      ["overlay.unknown-id"],
    ],
    ["misspells a change", "factors.json", { delete: [] }, ["spec.unknown-key /$overlay/delete"]],
    [
      "changes a section that is not there",
      "documents/note.json",
      { fields: { notes: { remove: ["text"] } } },
      ["overlay.unknown-id"],
    ],
    [
      "changes a list that is not there",
      "codelists/fax.json",
      { add: [] },
      ["spec.shape /id", "spec.shape /name", "spec.shape /codes", "spec.unknown-key /$overlay"],
    ],
  ])("%s", (_, file, changes, faults) => {
    expect(faultsOf(file, changes)).toEqual(faults);
  });

  test("changes areas, acts and sections where it fits", () => {
    const area = { id: "FM5", side: "FM", name: { sv: "x", en: "x" }, help: { sv: "x", en: "x" } };
    expect(faultsOf("areas.json", { add: [{ item: area }] })).toEqual([]);
    expect(faultsOf("process.json", { remove: ["record.remove"] })).toEqual([]);
    expect(faultsOf("documents/note.json", { sections: { remove: ["note"] } })).toEqual([]);
    expect(faultsOf("factors.json", { remove: ["bu1-sleep-problems"] })).toEqual([]);
  });

  test("is refused without the pack it changes", () => {
    const loaded = loadPack(readSpecFiles("fixtures/next"));
    expect(loaded.ok ? [] : linesOf(loaded.problems)).toContain("spec.base /extends");
  });
});
