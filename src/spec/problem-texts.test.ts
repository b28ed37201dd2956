import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { problem } from "../kernel/problem.ts";
import { parseCatalogue, statusOfProblem, textOfProblem } from "./problem-texts.ts";
import { readSpecFiles } from "./testing/pack-files.ts";

const texts = [...readSpecFiles("texts")].filter(([file]) =>
  /^problems(?:-[a-z]+)?\.json$/.test(file),
);
const catalogue = read(Object.assign({}, ...texts.map(([, entries]) => entries)));

function read(json: unknown) {
  const parsed = parseCatalogue(json);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

/** Ids written in the program: where a problem is made, and where a route says which it may answer with. */
function idsInProgram(): string[] {
  const root = fileURLToPath(new URL("../", import.meta.url));
  const sources = globSync("**/*.ts", { cwd: root }).filter(
    (name) => !/\.test\.ts$|\/testing\//.test(name),
  );
  const found = sources.flatMap((name) => {
    const source = readFileSync(`${root}${name}`, "utf8");
    const made = [...source.matchAll(/\bproblem\(\s*"([a-z0-9.-]+)"/g)];
    const answered = [...source.matchAll(/\bproblems: \[([^\]]*)\]/g)].flatMap(([, list = ""]) => [
      ...list.matchAll(/"([a-z0-9-]+\.[a-z0-9.-]+)"/g),
    ]);
    return [...made, ...answered].map(([, id = ""]) => id);
  });
  return [...new Set(found)].toSorted();
}

describe("the catalogue", () => {
  test("has words for every problem the program makes", () => {
    const ids = idsInProgram();
    expect(ids.length).toBeGreaterThan(50);
    expect(ids.filter((id) => !Object.hasOwn(catalogue, id))).toEqual([]);
  });

  test("says each problem in one file only", () => {
    const ids = texts.flatMap(([, entries]) => Object.keys(entries as object));
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test("uses the same names in both languages", () => {
    const names = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).toSorted();
    const uneven = Object.entries(catalogue).filter(
      ([, { sv, en }]) => names(sv).join() !== names(en).join(),
    );
    expect(uneven.map(([id]) => id)).toEqual([]);
  });

  test("is refused with a misspelt key, without words, or without the last resort", () => {
    const unknown = { sv: "x", en: "x" };
    expect(parseCatalogue({ "problem.unknown": { ...unknown, state: 400 } }).ok).toBe(false);
    expect(parseCatalogue({ "problem.unknown": { sv: " ", en: "x" } }).ok).toBe(false);
    expect(parseCatalogue({ other: unknown }).ok).toBe(false);
    expect(parseCatalogue({ "problem.unknown": unknown }).ok).toBe(true);
  });
});

describe("the words of a problem", () => {
  test("are its own before those of the catalogue", () => {
    const own = problem("answer.required", {
      text: { sv: "Fyll i: {name}", en: "Fill in: {name}" },
      params: { name: "Skäl" },
    });
    expect(textOfProblem(own, catalogue, "sv")).toBe("Fyll i: Skäl");
  });

  test("are filled with what the problem knows", () => {
    const found = problem("answer.too-many", { params: { max: 5 } });
    expect(textOfProblem(found, catalogue, "sv")).toBe("Välj högst 5.");
    expect(textOfProblem(found, catalogue, "en")).toBe("Choose 5 at most.");
  });

  test("name the id where nobody has written any", () => {
    expect(textOfProblem(problem("never.heard-of"), catalogue, "en")).toContain("never.heard-of");
  });

  test("come with a status: of the problem, of the catalogue, of the route", () => {
    expect(statusOfProblem(problem("akt.not-found", { status: 410 }), catalogue)).toBe(410);
    expect(statusOfProblem(problem("akt.not-found"), catalogue)).toBe(404);
    expect(statusOfProblem(problem("law.A-05.until-missing"), catalogue)).toBe(422);
    expect(statusOfProblem(problem("never.heard-of"), catalogue, 409)).toBe(409);
  });
});
