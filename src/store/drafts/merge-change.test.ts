import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { parseUuid, type Uuid } from "../../kernel/ids.ts";
import { mergeChange, type Change, type KeptField } from "./merge-change.ts";

function id(n: number): Uuid {
  return parseUuid(`01900000-0000-7000-8000-${String(n).padStart(12, "0")}`)!;
}

function change(n: number, base: number, value: unknown, choose = false): Change {
  return { base, value: JSON.stringify(value), changeId: id(n), choose };
}

function saved(...changes: readonly Change[]): KeptField {
  let field: KeptField | undefined;
  for (const each of changes) field = mergeChange(field, each);
  return field!;
}

describe("one writer", () => {
  test("each change on the last revision replaces the value", () => {
    const field = saved(change(1, 0, "Hej"), change(2, 1, "Hej på"), change(3, 2, "Hej på dig"));
    expect(field).toMatchObject({ rev: 3, value: '"Hej på dig"', others: [] });
  });

  test("a change sent twice is saved once, also when others came between", () => {
    const first = change(1, 0, "Hej");
    const later = saved(first, change(2, 1, "Hej då"));
    expect(mergeChange(later, first)).toBe(later);
  });

  test("a field emptied and written again has nothing beside it", () => {
    expect(saved(change(1, 0, "Hej"), change(2, 1, null), change(3, 2, "Nej")).others).toEqual([]);
  });
});

describe("two writers", () => {
  test("the later text is the value and the earlier stands beside it", () => {
    const field = saved(change(1, 0, "Från A"), change(2, 0, "Från B"));
    expect(field).toMatchObject({ rev: 2, value: '"Från B"', others: ['"Från A"'] });
  });

  test("the same text from both is no conflict", () => {
    expect(saved(change(1, 0, "Lika"), change(2, 0, "Lika"))).toMatchObject({ rev: 1, others: [] });
  });

  test("writing on does not choose; choosing does", () => {
    const conflict = saved(change(1, 0, "Från A"), change(2, 0, "Från B"));
    const written = mergeChange(conflict, change(3, 2, "Från B och mer"));
    expect(written.others).toEqual(['"Från A"']);
    expect(mergeChange(written, change(4, 3, "Valt", true)).others).toEqual([]);
  });

  test("a choice made without having seen the last text chooses nothing", () => {
    const conflict = saved(change(1, 0, "Från A"), change(2, 0, "Från B"));
    const stale = mergeChange(conflict, change(3, 1, "Valt", true));
    expect(stale.others).toEqual(['"Från A"', '"Från B"']);
  });

  test("no text that was saved is ever lost before somebody has chosen", () => {
    const anyChange = fc.record({
      base: fc.integer({ min: 0, max: 8 }),
      text: fc.string({ minLength: 1, maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(anyChange, { minLength: 1, maxLength: 12 }), (changes) => {
        let field: KeptField | undefined;
        let seen = new Set<string>();
        for (const [n, { base, text }] of changes.entries()) {
          const before = field;
          field = mergeChange(before, change(n, base, text));
          // Whoever writes on the revision there is has seen its value and means to replace it.
          if (before !== undefined && base === before.rev) seen.delete(before.value);
          seen.add(JSON.stringify(text));
          for (const value of seen) expect([field.value, ...field.others]).toContain(value);
          seen = new Set([field.value, ...field.others]);
        }
      }),
    );
  });
});
