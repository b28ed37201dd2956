import { describe, expect, test } from "vitest";
import { canonicalJson } from "../kernel/canonical-json.ts";
import type { Json } from "../kernel/canonical-json.ts";
import { checkPack } from "./check.ts";
import { loadPack, parsePack } from "./load.ts";
import { everyField, getDocument } from "./lookup.ts";
import {
  linesOf,
  readJson,
  readNextPack,
  readShippedPack,
  readSpecFiles,
} from "./testing/pack-files.ts";
import type { Pack } from "./types.ts";

const pack = readShippedPack();

describe("the shipped pack", () => {
  test("is sound", () => {
    expect(linesOf(checkPack(pack))).toEqual([]);
  });

  test("is the same after a journey through the database", () => {
    const kept: unknown = JSON.parse(canonicalJson(pack as unknown as Json));
    expect(parsePack(kept)).toEqual({ ok: true, value: pack });
  });

  test("has the twelve areas with factors of both kinds in each", () => {
    expect(pack.areas.map((area) => area.id).join(" ")).toBe(
      "BU1 BU2 BU3 BU4 FF1 FF2 FF3 FF4 FM1 FM2 FM3 FM4",
    );
    for (const area of pack.areas) {
      const kinds = pack.factors
        .filter((factor) => factor.area === area.id)
        .map((factor) => factor.kind);
      expect(new Set(kinds)).toEqual(new Set(["protective", "risk"]));
    }
  });

  test("keeps the budget of answers that are demanded besides text", () => {
    const notOpened = [
      "report",
      "protection-assessment",
      "preliminary-assessment",
      "opening-decision",
    ];
    const measure = ["opening-decision", "decision-basis", "decision", "closing"];
    expect(demanded(pack, notOpened)).toBeLessThanOrEqual(12);
    expect(demanded(pack, measure)).toBeLessThanOrEqual(30);
  });
});

/** Fields that law or follow-up demands and that are not free text. */
function demanded(of: Pack, documents: readonly string[]): number {
  return documents
    .flatMap((id) => everyField(getDocument(of, id)))
    .filter(({ field }) => field.required !== undefined && field.required.level !== "practice")
    .filter(({ field }) => field.type !== "text" && field.type !== "longtext").length;
}

describe("the next version", () => {
  const next = readNextPack(pack);

  test("is sound beside the version it changes", () => {
    expect(linesOf(checkPack(next, pack))).toEqual([]);
  });

  test("leaves the released version as it was", () => {
    expect(readShippedPack()).toEqual(pack);
  });

  test.each(["split", "merged", "dropped", "meaning-changed"])("has a code that was %s", (kind) => {
    expect(next.maps.some((map) => map.kind === kind)).toBe(true);
  });

  test("may not lose a code without saying what became of it", () => {
    const silent: Pack = {
      ...next,
      maps: next.maps.filter((map) => map.from !== "private-placement"),
    };
    expect(linesOf(checkPack(silent, pack))).toEqual(["spec.map-missing /codelists/reason"]);
  });

  test("may not change what a variable means", () => {
    const variables = next.variables.map((variable) =>
      variable.id === "UTR-35" ? { ...variable, codelist: "measure-need" } : variable,
    );
    expect(linesOf(checkPack({ ...next, variables }, pack))).toEqual([
      "spec.variable-changed /variables",
    ]);
  });
});

interface BrokenPack {
  readonly name: string;
  readonly file: string;
  readonly pointer: string;
  readonly value: unknown;
  readonly problems: readonly string[];
}

describe("a pack with a fault", () => {
  const cases = readJson("fixtures/packs/invalid.json") as readonly BrokenPack[];

  test.each(cases)("$name", ({ file, pointer, value, problems }) => {
    const files = readSpecFiles("mittpunkt/2026-1");
    files.set(file, withValueAt(files.get(file), pointer, value));
    const loaded = loadPack(files);
    const found = loaded.ok ? checkPack(loaded.value) : loaded.problems;
    expect(linesOf(found)).toEqual(problems);
  });
});

/** A copy with one value set (or, for null, removed) at a JSON pointer. */
function withValueAt(json: unknown, pointer: string, value: unknown): unknown {
  if (pointer === "") return value;
  const copy = structuredClone(json);
  const steps = pointer.split("/").slice(1);
  const last = steps.pop() ?? "";
  const parent = steps.reduce<unknown>(
    (part, step) => (part as Record<string, unknown>)[step],
    copy,
  );
  const holder = parent as Record<string, unknown>;
  if (value === null) delete holder[last];
  else holder[last] = value;
  return copy;
}
