import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { parseDatabaseUrl } from "./database-url.ts";

function parse(text: string): unknown {
  const result = parseDatabaseUrl(text, "DATABASE_URL");
  return result.ok ? result.value : result.problems.map(({ id }) => id);
}

describe("parseDatabaseUrl", () => {
  test("reads host, port, user, password and database", () => {
    expect(parse("postgres://anna:p%40ss@db.example:6543/mittpunkt")).toEqual({
      host: "db.example",
      port: 6543,
      user: "anna",
      password: "p@ss",
      database: "mittpunkt",
    });
  });

  test("takes a socket folder and a user from the query", () => {
    const text = "postgresql:///mittpunkt?host=/run/postgresql&user=anna";
    expect(parse(text)).toEqual({
      host: "/run/postgresql",
      port: 5432,
      user: "anna",
      database: "mittpunkt",
    });
  });

  test("every mode that asks for encryption checks the certificate, but the one that says not to", () => {
    const ssl = (mode: string) => parse(`postgresql://u@h/d?sslmode=${mode}`);
    expect(ssl("disable")).not.toHaveProperty("ssl");
    for (const mode of ["require", "verify-ca", "verify-full"]) {
      expect(ssl(mode)).toHaveProperty("ssl.rejectUnauthorized", true);
    }
    expect(ssl("no-verify")).toHaveProperty("ssl.rejectUnauthorized", false);
    expect(ssl("prefer")).toEqual(["database-url-malformed"]);
  });

  test.each([
    "",
    "mittpunkt",
    "mysql://u@h/d",
    "postgresql://h/d",
    "postgresql://u@h/",
    "postgresql://u@/d",
  ])("refuses %j", (text) => {
    expect(parse(text)).toEqual(["database-url-malformed"]);
  });

  test("what was put in comes out, whatever the characters", () => {
    const word = fc.string({ minLength: 1, unit: "grapheme" }).filter((s) => s.isWellFormed());
    // A path can't end in one or two dots: to an address they mean a folder, also as %2e.
    const database = word.filter((s) => s !== "." && s !== "..");
    fc.assert(
      fc.property(word, word, database, (user, password, name) => {
        const part = encodeURIComponent;
        const text = `postgresql://${part(user)}:${part(password)}@db.example/${part(name)}`;
        expect(parse(text)).toMatchObject({ user, password, database: name });
      }),
    );
  });

  test("a refusal never repeats the address", () => {
    const result = parseDatabaseUrl("postgresql://u:s3cret@/d", "DATABASE_URL");
    expect(JSON.stringify(result)).not.toContain("s3cret");
  });
});
