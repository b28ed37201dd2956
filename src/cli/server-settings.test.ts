import { describe, expect, test } from "vitest";
import { readSettings } from "./server-settings.ts";

function read(env: Readonly<Record<string, string>>) {
  const settings = readSettings(env, []);
  return settings.ok
    ? [settings.value.host, settings.value.port]
    : settings.problems.map((each) => each.text?.en);
}

describe("HOST and PORT", () => {
  test("unset or empty are the defaults", () => {
    expect(read({})).toEqual(["127.0.0.1", 3000]);
    expect(read({ HOST: "", PORT: "" })).toEqual(["127.0.0.1", 3000]);
    expect(read({ HOST: "  " })).toEqual(["127.0.0.1", 3000]);
  });

  test.each(["0.0.0.0", "::1", "localhost", "intern.kommun.example"])("take %s", (host) => {
    expect(read({ HOST: host, PORT: "8080" })).toEqual([host, 8080]);
  });

  test.each([
    ["HOST", "http://localhost"],
    ["HOST", "localhost:3000"],
    ["HOST", "två ord"],
    ["PORT", "0"],
    ["PORT", "65536"],
    ["PORT", "tretusen"],
    ["PORT", "30.5"],
  ])("%s=%s is refused in plain words", (name, value) => {
    expect(read({ [name]: value })).toEqual([`The setting ${name} can't be "${value}".`]);
  });
});
