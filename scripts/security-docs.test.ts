import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { routes } from "../src/contract/routes.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const PAGES = ["docs/asvs.md", "docs/threat-model.md", "docs/security.md"];
const read = (file: string) => readFileSync(join(root, file), "utf8");

/** Files a page names between backticks. */
function namedFiles(text: string): string[] {
  return [...text.matchAll(/`([^`\s]+)`/gu)].flatMap(([, name = ""]) =>
    /^(?:src|web|scripts|sql|docs|spec|e2e|tools)\/[^*…<]+\.[a-z]+$/u.test(name) ? [name] : [],
  );
}

interface NamedTest {
  readonly file: string;
  readonly name: string;
}

/** Tests a text names: a file between backticks, then names between quotation marks with commas between. */
function namedTests(text: string): readonly NamedTest[] {
  const named = /`([^`\s]+\.test\.tsx?)`((?:,? "[^"]+")+)/gu;
  return [...text.matchAll(named)].flatMap(([, file = "", names = ""]) =>
    [...names.matchAll(/"([^"]+)"/gu)].map(([, name = ""]) => ({ file, name })),
  );
}

/** Names of describes and tests as they stand in the source, with what formats them unfilled. */
function isThere({ file, name }: NamedTest): boolean {
  return existsSync(join(root, file)) && read(file).includes(`"${name}`);
}

function rowsOf(page: string): readonly string[][] {
  return read(page)
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) => line.split("|").map((cell) => cell.trim()));
}

/** Every source of the program. */
function sources(): readonly string[] {
  const files = globSync("src/**/*.ts", { cwd: root });
  return files.filter((file) => !/test(?:ing)?\b/u.test(file)).map(read);
}

/** Lines of ASVS 4.0.3 of level 1 or 2 by section; a range has all between. */
const LINES =
  "1.1:1-7 1.2:1-4 1.4:1,4,5 1.5:1-4 1.6:1-4 1.7:1,2 1.8:1,2 1.9:1,2 1.10:1 1.11:1,2 1.12:2 1.14:1-6 " +
  "2.1:1-12 2.2:1-3 2.3:1-3 2.4:1-6 2.5:1-7 2.6:1-3 2.7:1-6 2.8:1-7 2.9:1-3 2.10:1-4 " +
  "3.1:1 3.2:1-4 3.3:1-4 3.4:1-5 3.5:1-3 3.7:1 4.1:1-3,5 4.2:1,2 4.3:1-3 " +
  "5.1:1-5 5.2:1-8 5.3:1-10 5.4:1-3 5.5:1-4 6.1:1-3 6.2:1-6 6.3:1,2 6.4:1,2 7.1:1-4 7.2:1,2 7.3:1,3,4 7.4:1-3 " +
  "8.1:1-4 8.2:1-3 8.3:1-8 9.1:1-3 9.2:1-4 10.2:1,2 10.3:1-3 11.1:1-8 " +
  "12.1:1-3 12.2:1 12.3:1-6 12.4:1,2 12.5:1,2 12.6:1 13.1:1,3-5 13.2:1-3,5,6 13.3:1,2 13.4:1,2 " +
  "14.1:1-4 14.2:1-6 14.3:2,3 14.4:1-7 14.5:1-4";

function numbersOf(sections: string): string[] {
  return sections.split(" ").flatMap((section) => {
    const [name = "", ranges = ""] = section.split(":");
    return ranges.split(",").flatMap((range) => {
      const [from = 0, to = from] = range.split("-").map(Number);
      return Array.from({ length: to - from + 1 }, (_each, at) => `${name}.${from + at}`);
    });
  });
}

const lines = rowsOf("docs/asvs.md").filter(([, number]) => /^\d+\.\d+\.\d+$/u.test(number ?? ""));
const inState = (state: string) => lines.filter(([, , , each]) => each === state);

describe("the pages on security", () => {
  it.each(PAGES)("%s names only files that are there", (page) => {
    const files = namedFiles(read(page));
    expect(files.length).toBeGreaterThan(5);
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  it.each(PAGES)("%s names only tests that are there", (page) => {
    expect(namedTests(read(page)).filter((named) => !isThere(named))).toEqual([]);
  });

  it("tell a test that is gone", () => {
    const text = '`scripts/security-docs.test.ts` "tell a test that is gone", "b"; `x.test.ts` "c"';
    const named = namedTests(text);
    expect(named.map(({ name }) => name)).toEqual(["tell a test that is gone", "b", "c"]);
    const gone = { file: "scripts/docs.test.ts", name: "tells what never was" };
    expect([...named.slice(0, 1), ...named.slice(2), gone].map(isThere)).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe("the lines of the standard", () => {
  it("are there once each, with a state and what shows it", () => {
    expect(lines.map(([, number]) => number)).toEqual(numbersOf(LINES));
    const states = new Set(lines.map(([, , , state]) => state));
    expect(states).toEqual(new Set(["met", "n/a", "open", "partly"]));
    const bare = lines.filter(([, , what, state, shown]) => {
      return what === "" || (state !== "open" && shown === "");
    });
    expect(bare.map(([, number]) => number)).toEqual([]);
  });

  it("are met where a test holds them", () => {
    const without = inState("met").filter(([, , , , shown = ""]) => namedTests(shown).length === 0);
    expect(without.map(([, number]) => number)).toEqual([]);
  });

  it("are summed up as they are", () => {
    const of = (state: string) => inState(state).length;
    const sums = `Of ${lines.length} lines **${of("met")} are met, ${of("partly")} partly, ${of("open")} open and ${of("n/a")} not applicable**`;
    expect(read("docs/asvs.md")).toContain(sums);
  });
});

describe("the threat model", () => {
  const ways = rowsOf("docs/threat-model.md").map(([, way = ""]) => way);
  const known = ways.flatMap((way) => [...way.matchAll(/`([^`]+)`/gu)].map(([, id = ""]) => id));
  const isKnown = (id: string) =>
    known.some((each) => new RegExp(`^${each.replaceAll("*", "[^ ]*")}$`, "u").test(id));

  it("has every way in without a session, and every setting that leads outside", () => {
    const open = routes.flatMap(({ id, action }) =>
      action === "public" || action === "setup" ? [id] : [],
    );
    expect(open.length).toBeGreaterThan(5);
    const named =
      /"((?:DATABASE_URL|BACKUP_FOLDER|BACKUP_REC|TRUST_|PUBLIC_|MITTPUNKT_(?:SCAN|ANCHOR|FACTOR))[A-Z_]*)"/gu;
    const settings = sources().flatMap((text) =>
      [...text.matchAll(named)].map(([, id = ""]) => id),
    );
    expect(new Set(settings).size).toBeGreaterThan(5);
    const missing = [...open, ...settings].filter((id) => !isKnown(id));
    expect([...new Set(missing)]).toEqual([]);
  });

  it("has every key the program holds", () => {
    const keys = read("docs/security.md").split("## Keys")[1]?.split("## ")[0] ?? "";
    for (const held of ["MITTPUNKT_FACTOR_KEY", "BACKUP_RECIPIENTS", "DATABASE_URL", "cookie"]) {
      expect(keys).toContain(held);
    }
    const ciphers = sources().flatMap((text) => [...text.matchAll(/= createCipheriv\(/gu)]);
    // Another cipher is another key, with a row of its own there.
    expect(ciphers).toHaveLength(1);
  });
});
