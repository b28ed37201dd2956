import { readFileSync } from "node:fs";

/** The version of the program as its package says; `0` when it says none. */
export function programVersion(): string {
  const json: unknown = JSON.parse(
    readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
  );
  const known = typeof json === "object" && json !== null && "version" in json;
  return known && typeof json.version === "string" ? json.version : "0";
}
