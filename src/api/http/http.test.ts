import { describe, expect, it } from "vitest";
import { z } from "zod";
import {
  cookieOptions,
  formatSessionCookie,
  parseSessionCookie,
} from "../../access/session-cookie.ts";
import { problem } from "../../kernel/problem.ts";
import { isOwnOrigin } from "./origin.ts";
import { problemAnswer } from "./problem-answer.ts";
import { faultLines } from "./request-log.ts";
import { shapeProblems } from "./request-problems.ts";

const texts = {
  "problem.unknown": { sv: "Okänt {id}", en: "Unknown {id}" },
  "matter.closed": { status: 409, sv: "Ärendet är avslutat.", en: "The matter is closed." },
};

describe("problemAnswer", () => {
  it("takes status and title from the first problem that stops", () => {
    const warning = problem("law.x", { severity: "warn", text: { sv: "Varning", en: "Warning" } });
    const answer = problemAnswer(
      [warning, problem("matter.closed", { section: "1 §", pointer: "/matter" })],
      texts,
    );
    expect(answer).toMatchObject({
      type: "urn:mittpunkt:problem:matter.closed",
      title: "Ärendet är avslutat.",
      status: 409,
      detail: "The matter is closed.",
    });
    expect(answer.problems).toHaveLength(2);
    expect(answer.problems[1]).toEqual({
      id: "matter.closed",
      severity: "block",
      sv: "Ärendet är avslutat.",
      en: "The matter is closed.",
      section: "1 §",
      pointer: "/matter",
    });
  });

  it("names a problem nobody has words for", () => {
    expect(problemAnswer([problem("x.y")], texts)).toMatchObject({
      status: 422,
      title: "Okänt x.y",
    });
  });
});

describe("shapeProblems", () => {
  it("points at each field and repeats no value", () => {
    const shape = z.object({ akt: z.uuid(), list: z.array(z.object({ n: z.number() })) });
    const parsed = shape.safeParse({ akt: "hemligt namn", list: [{ n: 1 }, { n: "hemligt" }] });
    const problems = parsed.success ? [] : shapeProblems("body", parsed.error);
    expect(problems.map(({ pointer }) => pointer)).toEqual(["/akt", "/list/1/n"]);
    expect(JSON.stringify(problems)).not.toContain("hemligt");
    const query = parsed.success ? [] : shapeProblems("query", parsed.error);
    expect(query[0]?.pointer).toBe("/query/akt");
  });
});

describe("isOwnOrigin", () => {
  const own = { protocol: "https", host: "mittpunkt.example:8443" };
  it.each([
    [{ origin: "https://mittpunkt.example:8443" }, true],
    [{ origin: "http://mittpunkt.example:8443" }, false],
    [{ origin: "https://mittpunkt.example" }, false],
    [{ origin: "null" }, false],
    [{ origin: "https://evil.example", "sec-fetch-site": "same-origin" }, false],
    [{ "sec-fetch-site": "same-origin" }, true],
    [{ "sec-fetch-site": "same-site" }, false],
    [{}, false],
  ])("%o is %s", (headers, expected) => {
    expect(isOwnOrigin(headers, own, undefined)).toBe(expected);
  });

  it("takes the address people type when a proxy answers for it", () => {
    const headers = { origin: "https://mittpunkt.example" };
    expect(
      isOwnOrigin(
        headers,
        { protocol: "http", host: "10.0.0.5:3000" },
        "https://mittpunkt.example",
      ),
    ).toBe(true);
  });
});

describe("session cookie", () => {
  const token = "a".repeat(43);
  it("reads what it wrote and nothing else", () => {
    expect(parseSessionCookie(formatSessionCookie({ tenant: 7, token }))).toEqual({
      tenant: 7,
      token,
    });
    for (const text of [
      undefined,
      "",
      `7.${token}x`,
      `0.${token}`,
      `-1.${token}`,
      `7.${"å".repeat(43)}`,
      token,
    ]) {
      expect(parseSessionCookie(text), String(text)).toBeUndefined();
    }
  });

  it.each([
    ["https", "mittpunkt.example", "__Host-mittpunkt", true],
    ["http", "localhost", "__Host-mittpunkt", true],
    ["http", "10.0.0.5", "mittpunkt", false],
  ])("over %s to %s it is %s", (protocol, hostname, name, secure) => {
    expect(cookieOptions(protocol, hostname)).toEqual({
      name,
      options: { path: "/", httpOnly: true, sameSite: "strict", secure },
    });
  });
});

describe("faultLines", () => {
  it("tells where it happened and nothing of what was written", () => {
    const lines = faultLines(new TypeError("Elmer Granvik is not a function"), "abc");
    expect(lines[0]).toBe("fault abc: TypeError");
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join("\n")).not.toContain("Elmer");
  });
});
