import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const PAGES = ["docs/asvs.md", "docs/threat-model.md", "docs/security.md"];

/** Files a page names between backticks. */
function namedFiles(text: string): string[] {
  return [...text.matchAll(/`([^`\s]+)`/gu)].flatMap(([, name = ""]) =>
    /^(?:src|web|scripts|sql|docs|spec|e2e|tools)\/[^*…<]+\.[a-z]+$/u.test(name) ? [name] : [],
  );
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

describe("the pages on security", () => {
  it.each(PAGES)("%s names only files that are there", (page) => {
    const files = namedFiles(readFileSync(join(root, page), "utf8"));
    expect(files.length).toBeGreaterThan(5);
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  it("have every line of the standard once, with a state and what shows it", () => {
    const rows = readFileSync(join(root, "docs/asvs.md"), "utf8")
      .split("\n")
      .map((line) => line.split("|").map((cell) => cell.trim()))
      .filter(([, number]) => /^\d+\.\d+\.\d+$/u.test(number ?? ""));
    expect(rows.map(([, number]) => number)).toEqual(numbersOf(LINES));
    const states = new Set(rows.map(([, , , state]) => state));
    expect(states).toEqual(new Set(["met", "n/a", "open", "partly"]));
    const bare = rows.filter(([, , what, state, shown]) => {
      return what === "" || (state !== "open" && shown === "");
    });
    expect(bare.map(([, number]) => number)).toEqual([]);
  });
});
