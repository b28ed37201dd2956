import { fileURLToPath } from "node:url";

import { describe, expect, test } from "vitest";

import { boundaryFaults, readAll, readSources } from "../scripts/boundaries/check.ts";
import { EXCEPTIONS } from "../scripts/boundaries/layers.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const LONGEST_FILE = 300;

describe("the program", () => {
  test("imports only downwards, and its pure layers are pure", () => {
    const sources = readSources(root);
    expect(boundaryFaults(sources)).toEqual([]);
    const gone = Object.keys(EXCEPTIONS).filter(
      (name) => !sources.has(name.split(" -> ")[0] ?? ""),
    );
    expect(gone).toEqual([]);
  });

  test("no file of the specification, of SQL or of style is longer than one can read", () => {
    const files = [...readAll(root, "{spec,sql,web}/**/*.{json,sql,css}")]
      .filter(([name]) => name !== "sql/schema.sql")
      .map(([name, text]) => ({ name, lines: text.split("\n").length - 1 }));
    expect(files.filter(({ lines }) => lines > LONGEST_FILE)).toEqual([]);
  });
});

function faultsOf(file: string, text: string): string[] {
  return boundaryFaults(new Map([[file, text]]));
}

describe("the check itself", () => {
  test.each([
    ["src/kernel/a.ts", 'import { b } from "../spec/b.ts";'],
    ["src/spec/a.ts", 'import type { B } from "../rules/b.ts";'],
    ["src/rules/a.ts", 'export { b } from "../domain/b.ts";'],
    ["src/domain/a.ts", 'type B = import("../contract/b.ts").B; export const b: B = 1;'],
    ["src/contract/a.ts", 'import "../store/b.ts";'],
    ["src/store/a.ts", 'const b = await import("../api/b.ts");'],
    ["src/followup/a.ts", 'import { b } from "../print/b.ts";'],
    ["src/api/a.ts", 'import { b } from "../cli/b.ts";'],
    ["src/api/a.ts", 'import { b } from "../main.ts";'],
    ["web/a.tsx", 'import { b } from "../src/store/b.ts";'],
    ["web/a.tsx", 'import { b } from "../src/access/b.ts";'],
    ["web/a.ts", 'import { readFileSync } from "node:fs";'],
    ["src/kernel/a.ts", 'import { createHash } from "node:crypto";'],
    ["src/domain/a.ts", 'import { z } from "zod";'],
    ["src/api/a.ts", 'import { Client } from "react";'],
    ["src/store/a.ts", 'import { b } from "./testing/b.ts";'],
    ["src/store/a.ts", 'import { b } from "./b";'],
    ["src/store/a.ts", 'import { b } from "../../scripts/b.ts";'],
    ["src/store/index.ts", "export const a = 1;"],
    ["src/store/a.ts", 'export * from "./b.ts";'],
    ["src/newlayer/a.ts", "export const a = 1;"],
  ])("refuses in %s: %s", (file, text) => {
    expect(faultsOf(file, text)).toHaveLength(1);
  });

  test.each([
    "const t = Date.now();",
    "const t = new Date();",
    "const t = Date();",
    "const t = Math.random();",
    "const t = performance.now();",
    "const t = crypto.randomUUID();",
    "export async function f() {}",
    "export const f = async () => 1;",
    "const t = process.env;",
    "fetch('/');",
    "setTimeout(f, 1);",
    "export const f = () => Promise.resolve(1);",
  ])("refuses in a pure layer: %s", (text) => {
    expect(faultsOf("src/domain/a.ts", text)).toHaveLength(1);
    expect(faultsOf("src/store/a.ts", text)).toEqual([]);
  });

  test.each([
    ["src/rules/a.ts", 'import type { B } from "../spec/b.ts";'],
    [
      "src/domain/a.ts",
      "// Date.now() is refused here\nexport const text = 'await Math.random()';",
    ],
    ["src/domain/a.ts", "export const d = new Date(0); export const process = { step: 1 };"],
    ["src/domain/a.test.ts", 'import { readFileSync } from "node:fs"; await readFileSync("x");'],
    ["src/access/a.db.test.ts", 'import { b } from "../store/testing/b.ts";'],
    ["src/main.ts", 'import { b } from "./api/b.ts";'],
    ["src/api/a.ts", 'import { b } from "../print/b.ts"; import helmet from "@fastify/helmet";'],
    ["web/a.tsx", 'import { b } from "../src/contract/b.ts"; import "./a.css";'],
    ["src/kernel/a.ts", 'import data from "../../spec/law/x.json" with { type: "json" };'],
  ])("allows in %s: %s", (file, text) => {
    expect(faultsOf(file, text)).toEqual([]);
  });
});
