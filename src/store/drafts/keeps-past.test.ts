import { expect, test } from "vitest";
import { parseInstant, type Instant } from "../../kernel/instant.ts";
import { parseUuid, type Uuid } from "../../kernel/ids.ts";
import { type Kept, keepsPast } from "./keeps-past.ts";

const eva = id("018f0000-0000-7000-8000-000000000001");
const ola = id("018f0000-0000-7000-8000-000000000002");

function id(text: string): Uuid {
  const parsed = parseUuid(text);
  if (parsed === undefined) throw new Error(text);
  return parsed;
}
function at(time: string): Instant {
  const parsed = parseInstant(`2026-03-02T${time}:00.000Z`);
  if (parsed === undefined) throw new Error(time);
  return parsed;
}
const long = JSON.stringify("Barnet berättar. ".repeat(20));
function kept(more: Partial<Kept> = {}): Kept {
  return { rev: 7, value: long, by: eva, at: at("08:00"), ...more };
}
const longer = (more: Partial<Kept> = {}) => kept({ rev: 8, value: `${long} `, ...more });

test("typing on keeps nothing of each letter", () => {
  expect(keepsPast(kept(), longer({ at: at("08:01") }))).toBe(false);
});

test("what another wrote is kept, and what stood before a pause", () => {
  expect(keepsPast(kept(), longer({ by: ola }))).toBe(true);
  expect(keepsPast(kept(), longer({ at: at("08:05") }))).toBe(true);
});

test("a text that is taken away at once is kept, a short one is not", () => {
  expect(keepsPast(kept(), kept({ rev: 8, value: "null" }))).toBe(true);
  expect(keepsPast(kept({ value: '"Ja"' }), kept({ rev: 8, value: '""' }))).toBe(false);
});

test("a text with another put in its place is kept; one with words put in is not", () => {
  const other = JSON.stringify("Något helt annat som är längre än det som stod här. ".repeat(9));
  expect(keepsPast(kept(), kept({ rev: 8, value: other }))).toBe(true);
  const more = `${long.slice(0, 40)} ord till ${long.slice(40)}`;
  expect(keepsPast(kept(), kept({ rev: 8, value: more }))).toBe(false);
});

test("of one who never pauses a version is kept now and then", () => {
  const revisions = Array.from({ length: 600 }, (_, n) => n + 1);
  const times = revisions.filter((rev) => keepsPast(kept({ rev }), longer({ rev: rev + 1 })));
  expect(times).toHaveLength(10);
});

test("the same again keeps nothing", () => {
  expect(keepsPast(kept(), kept({ rev: 8, by: ola }))).toBe(false);
});
