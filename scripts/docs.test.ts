import { spawnSync } from "node:child_process";
import { existsSync, globSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

import { describe, expect, test } from "vitest";

import { commands } from "../src/cli/commands.ts";
import { ROLES } from "../src/store/postgres/resolve-database.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

function readText(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

/** The cells of every table row of a Markdown text, without heads and rules. */
function tableRows(markdown: string): readonly (readonly string[])[] {
  const lines = markdown.split("\n");
  return lines.flatMap((line, at) => {
    const isHead = /^\|[ :-]*---/u.test(lines[at + 1] ?? "");
    if (!line.startsWith("|") || isHead || /^\|[ :-]*---/u.test(line)) return [];
    return [
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    ];
  });
}

/** Files of the repository by path: those of git, or all there are where this is no clone. */
function repositoryFiles(): readonly string[] {
  const listed = spawnSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" });
  if (listed.status === 0) return listed.stdout.split("\0").filter((file) => file !== "");
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

/** Folders that hold files below one of `tops`, by path with a slash at the end. */
function foldersBelow(tops: readonly string[]): readonly string[] {
  const folders = new Set<string>();
  for (const file of repositoryFiles()) {
    if (!tops.includes(file.split("/")[0] ?? "")) continue;
    for (let at = dirname(file); at !== "."; at = dirname(at)) folders.add(`${at}/`);
  }
  return [...folders].toSorted();
}

describe("docs/map.md", () => {
  const mapped = [...readText("docs/map.md").matchAll(/^- `([^`]+\/)`: \S/gmu)].map(
    ([, folder]) => folder ?? "",
  );
  const tops = ["src", "spec", "sql", "web", "e2e", "bench", "docs", "scripts", "tools", "fonts"];

  test("has one line for every folder, and none for a folder that is gone", () => {
    const folders = foldersBelow(tops);
    expect(folders.filter((folder) => !mapped.includes(folder))).toEqual([]);
    expect(mapped.filter((folder) => !folders.includes(folder))).toEqual([]);
    expect(mapped.filter((folder, at) => mapped.indexOf(folder) !== at)).toEqual([]);
  });
});

describe("docs/glossary.md", () => {
  const [apart = "", ...rest] = readText("docs/glossary.md").split(/^## /mu).slice(1);
  const pairs = tableRows(apart);
  const terms = rest.flatMap(tableRows);

  test("has one row for each word, in both languages", () => {
    for (const column of [0, 1]) {
      const words = terms.map((cells) => cells[column] ?? "");
      expect(words.filter((word, at) => word === "" || words.indexOf(word) !== at)).toEqual([]);
    }
  });

  test.each(pairs)("%s (%s) and %s (%s) have their own words", (sv, en, otherSv, otherEn) => {
    const wordOf = (swedish: string | undefined) =>
      terms.find((cells) => cells[0] === swedish)?.[1];
    expect(wordOf(sv)).toBe(en);
    expect(wordOf(otherSv)).toBe(otherEn);
    expect(en).not.toBe(otherEn);
  });

  /** Parts of the Swedish word that tell it in a sentence, and the English that must then not stand alone. */
  const mixUps: readonly (readonly [sv: RegExp, en: RegExp, unless: RegExp])[] = [
    [/omhändertag/iu, /custody/iu, /vårdnad/iu],
    [/vårdnad/iu, /tak(?:en|ing|e) into care/iu, /omhändertag/iu],
    [/placering/iu, /tak(?:en|ing|e) into care/iu, /omhändertag/iu],
    [/omhändertag/iu, /\bplacements?\b/iu, /placer/iu],
    [/anmäl/iu, /\bappl(?:ication|y|ied)/iu, /ansök/iu],
    [/ansök/iu, /\breport/iu, /anmäl/iu],
    [/förhandsbedömning/iu, /\binvestigation/iu, /utred/iu],
    [/utredning/iu, /\bpreliminary assessment/iu, /förhandsbedöm/iu],
    [/skyddsbedömning/iu, /\brisk assessment/iu, /riskbedöm/iu],
    [/riskbedömning/iu, /\bprotection assessment/iu, /skyddsbedöm/iu],
    [/gallr/iu, /\bclos(?:ed|ing)\b/iu, /avslut/iu],
  ];

  function mixedUp({ sv, en }: Pair): boolean {
    return mixUps.some(
      ([word, wrong, unless]) => word.test(sv) && wrong.test(en) && !unless.test(sv),
    );
  }

  test("the texts of the specification keep them apart", () => {
    const texts = globSync("spec/**/*.json", { cwd: root }).flatMap((file) =>
      pairsOf(JSON.parse(readText(file))).map((pair) => ({ file, ...pair })),
    );
    expect(texts.length).toBeGreaterThan(1000);
    expect(texts.filter(mixedUp)).toEqual([]);
  });

  test("the check tells a mixed-up text", () => {
    expect(mixedUp({ sv: "Barnet är omhändertaget", en: "The child is in custody" })).toBe(true);
    expect(mixedUp({ sv: "Gemensam vårdnad", en: "Both take into care" })).toBe(true);
    expect(
      mixedUp({ sv: "Vårdnad efter omhändertagande", en: "Custody after taking into care" }),
    ).toBe(false);
  });
});

interface Pair {
  readonly sv: string;
  readonly en: string;
}

/** Every text in both languages inside a value. */
function pairsOf(value: unknown): readonly Pair[] {
  if (typeof value !== "object" || value === null) return [];
  const here =
    "sv" in value && "en" in value && typeof value.sv === "string" && typeof value.en === "string"
      ? [{ sv: value.sv, en: value.en }]
      : [];
  return [...here, ...Object.values(value).flatMap(pairsOf)];
}

/** The anchors of the headings of a Markdown text, as code hosts make them. */
function anchorsOf(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^#+ (.+)$/gmu)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, "")
      .replace(/\s/gu, "-"),
  );
}

describe("every page", () => {
  const pages = globSync(["*.md", "{docs,fonts,spec,e2e,bench}/**/*.md"], { cwd: root }).toSorted();

  test.each(pages)("%s leads nowhere that is not there", (page) => {
    const links = [...readText(page).matchAll(/\]\(([^)#\s]*)(?:#([^)\s]*))?\)/gu)].filter(
      ([, target = ""]) => !/^[a-z]+:/u.test(target),
    );
    const dead = links.filter(([, target = "", anchor]) => {
      const file = target === "" ? page : join(dirname(page), target);
      if (!existsSync(join(root, file))) return true;
      return anchor !== undefined && !anchorsOf(readText(file)).includes(anchor);
    });
    expect(dead.map(([link]) => link)).toEqual([]);
  });

  test("names only scripts of package.json after `npm run`", () => {
    const { scripts } = JSON.parse(readText("package.json")) as { scripts: Record<string, string> };
    const named = pages.flatMap((page) =>
      [...readText(page).matchAll(/npm run (?:-s )?([a-z][a-z0-9:-]*)/gu)].map(
        ([, name = ""]) => name,
      ),
    );
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

test("docs/decisions/README.md lists every decision by its title", () => {
  const folder = "docs/decisions";
  const listed = tableRows(readText(`${folder}/README.md`)).map(([link = "", title = ""]) => [
    /\((.+)\)/u.exec(link)?.[1],
    title,
  ]);
  const pages = readdirSync(join(root, folder))
    .filter((name) => /^\d{4}-.+\.md$/u.test(name))
    .toSorted();
  const titles = pages.map((name) => [
    name,
    /^# \d{4} (.+)$/mu.exec(readText(`${folder}/${name}`))?.[1],
  ]);
  expect(listed).toEqual(titles);
});

describe("README.md", () => {
  const named = new Set(commands.map(({ words }) => words.join(" ")));
  test.each([...named])("tells of the command %s", (words) => {
    expect(readText("README.md")).toContain(`npm run -s mittpunkt -- ${words}`);
  });

  const settings = /^## Settings\n([\s\S]*?)^## /mu.exec(readText("README.md"))?.[1] ?? "";
  const documented = tableRows(settings).flatMap(([names = ""]) =>
    [...names.matchAll(/`([A-Z_]+)`/gu)].map(([, name = ""]) => name),
  );

  test("names every setting the program reads, and no other", () => {
    const files = globSync(["{src,scripts,e2e}/**/*.ts", "tools/*.mjs", "*.config.ts"], {
      cwd: root,
    }).filter((file) => !file.endsWith(".test.ts"));
    const read = files.flatMap((file) =>
      [...readText(file).matchAll(/\benv(?:\.|\["|, ")([A-Z][A-Z_]+)\b/gu)].map(
        ([, name = ""]) => name,
      ),
    );
    const known = new Set([...read.filter((name) => name !== "PATH"), ...roleSettings()]);
    expect(documented.toSorted()).toEqual([...known].toSorted());
  });
});

/** The addresses of the login roles, whose names are put together from the roles. */
function roleSettings(): readonly string[] {
  return ROLES.map((role) => `DATABASE_URL_${role.toUpperCase()}`);
}
