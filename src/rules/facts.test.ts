import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { clockFactNames, guardedCommands } from "./fact-names.ts";
import { clockFacts, guardFacts } from "./facts.ts";
import { fieldsOf } from "./expression-fields.ts";
import { readLaw } from "./testing/law-files.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const law = readLaw();
const page = readFileSync(`${root}docs/law.md`, "utf8");

describe("the dictionary of facts", () => {
  test("holds no name that no guard asks about", () => {
    const guards = [...law.guards.values()].flat();
    const asked = new Set(guards.flatMap((guard) => fieldsOf(guard.violatedWhen)));
    expect(Object.keys(guardFacts).filter((name) => !asked.has(name))).toEqual([]);
  });

  test("is on its page, with every fact and command of the clocks and guards", () => {
    const names = [
      ...Object.keys(guardFacts),
      ...Object.keys(clockFacts),
      ...clockFactNames,
      ...guardedCommands,
    ];
    expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });

  test("uses the codes of the shipped specification", () => {
    const codes: string[] = globSync("spec/mittpunkt/2026-1/codelists/*.json", {
      cwd: root,
    }).flatMap((name) => {
      const list = JSON.parse(readFileSync(root + name, "utf8")) as {
        codes: readonly { id: string }[];
      };
      return list.codes.map(({ id }) => id);
    });
    const own = ["appeal", "not", "legality-review", "investigation", "placement"];
    const used = [...Object.values(guardFacts), ...Object.values(clockFacts)].flatMap((entry) =>
      "codelist" in entry ? [...entry.codelist] : [],
    );
    expect(used.filter((code) => !codes.includes(code) && !own.includes(code))).toEqual([]);
  });

  test("the reasons for an extension are those of the specification", () => {
    for (const [ruleId, list] of [
      ["A-05", "extension-preliminary-reason"],
      ["B-03", "extension-investigation-reason"],
    ] as const) {
      const text = readFileSync(`${root}spec/mittpunkt/2026-1/codelists/${list}.json`, "utf8");
      const { codes } = JSON.parse(text) as { codes: readonly { id: string }[] };
      const guards = [...law.guards.values()].flat().filter((guard) => guard.id === ruleId);
      const reasons = guards.find((guard) => guard.key.startsWith("reason-not-"));
      const named = JSON.stringify(reasons?.violatedWhen);
      expect(codes.filter(({ id }) => !named.includes(`"${id}"`))).toEqual([]);
    }
  });
});
