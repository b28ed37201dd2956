import { describe, expect, it } from "vitest";
import { readAudit } from "./audit.ts";

describe("an audit of the packages", () => {
  it("tells faults, and that nobody could be asked", () => {
    const found = { vulnerabilities: { left: { severity: "high", range: "<2", via: [] } } };
    expect(readAudit(JSON.stringify(found))).toEqual({
      asked: true,
      advisories: [{ name: "left", severity: "high", range: "<2" }],
    });
    expect(readAudit('{"vulnerabilities":{},"metadata":{}}')).toEqual({
      asked: true,
      advisories: [],
    });
  });

  it.each([
    ['{"error":{"code":"ENOAUDIT","summary":"x"}}', "ENOAUDIT"],
    ['{"message":"request to https://… failed"}', "request to https://… failed"],
    ["", "npm wrote nothing that can be read"],
    ["[]", "npm wrote nothing that can be read"],
    ["{}", "the registry does not answer to audits"],
  ])("never takes silence for soundness: %j", (text, why) => {
    expect(readAudit(text)).toEqual({ asked: false, why });
  });
});
