import { describe, expect, it } from "vitest";
import { z } from "zod";
import { routes } from "../contract/routes.ts";
import { actionPurposes } from "./policy-table.ts";
import { termsOfPurpose } from "./purpose-terms.ts";
import { purposeOf } from "./purposes.ts";

/** What a body carries besides what it selects by: the content of the command itself. */
const carried = new Set(
  "commandId data ids reason reasons expect occurredAt changes validFrom relations source name password lang dialect statedPurpose".split(
    " ",
  ),
);
/** A person who is registered is made by the request, not selected. */
const madeBy: Readonly<Record<string, readonly string[]>> = {
  "persons.register-person": ["person"],
  // What a phrase is to be.
  "phrases.save-phrase": ["shared", "words"],
  // The number somebody gets is no number to look anybody up by.
  "persons.mend-number": ["number"],
};

function keysOf(schema: z.ZodType): readonly string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

describe("register of purposes", () => {
  it.each(routes.map((route) => [route.id, route] as const))("%s", (id, route) => {
    const entry = purposeOf(route);
    expect(entry, "a route without purpose must not be served").toBeDefined();
    expect(entry?.purpose).toBe(route.purpose);
    expect(actionPurposes[route.action]).toContain(route.purpose);
    const made = madeBy[id] ?? [];
    const selecting = [...keysOf(route.params), ...keysOf(route.query), ...keysOf(route.body)];
    for (const key of selecting.filter((each) => !carried.has(each) && !made.includes(each))) {
      const term = entry?.selects[key];
      expect(term, `${key} selects, and the register does not say by what`).toBeDefined();
      if (term !== undefined) expect(termsOfPurpose[route.purpose]).toContain(term);
    }
  });

  it("lets nothing but follow-up select by content", () => {
    const byContent = Object.entries(termsOfPurpose).filter(([, terms]) =>
      terms.includes("content"),
    );
    expect(byContent.map(([purpose]) => purpose)).toEqual(["follow-up"]);
  });

  it("searches persons by one text only, read as a name or a number", () => {
    const search = routes.find((route) => route.id === "persons.search-persons");
    expect(search && keysOf(search.body)).toEqual(["q"]);
  });

  it("takes no name and no number in an address, which every proxy on the way writes down", () => {
    for (const route of routes) {
      const named = Object.entries(purposeOf(route)?.selects ?? {})
        .filter(([, term]) => term === "name-or-number")
        .map(([key]) => key);
      const inAddress = [...keysOf(route.params), ...keysOf(route.query)];
      expect(
        inAddress.filter((key) => named.includes(key)),
        route.id,
      ).toEqual([]);
    }
  });
});
