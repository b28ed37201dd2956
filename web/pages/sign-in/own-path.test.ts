import { describe, expect, test } from "vitest";
import { isOwnPath } from "./own-path.ts";

const OWN = "https://mittpunkt.example";

describe("where one goes on after signing in", () => {
  test.each([
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "evil.example",
    "",
    "\\\\evil.example",
  ])("leads nowhere but to a page of our own: %j", (path) => {
    expect(isOwnPath(path)).toBe(false);
  });

  test.each(["/", "/akt/x?y=//z", "/my-day#a", "/search"])("goes on at %j", (path) => {
    expect(isOwnPath(path)).toBe(true);
    expect(new URL(path, OWN).origin).toBe(OWN);
  });
});
