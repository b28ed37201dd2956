import { expect, test } from "vitest";
import { plainDate } from "../kernel/plain-date.ts";
import { audienceOf, guardianOrder } from "./audience.ts";
import { id } from "./testing/chain.ts";

const [child, first, second, third] = [id(9), id(1), id(2), id(3)];

test("guardians keep their letter in whatever order they are read", () => {
  for (const read of [
    [first, second],
    [second, first, second],
  ]) {
    const order = guardianOrder(read.map((person) => ({ person, from: undefined })));
    expect(audienceOf(child, child, order)).toBe("child");
    expect(audienceOf(first, child, order)).toBe("guardian-a");
    expect(audienceOf(second, child, order)).toBe("guardian-b");
    expect(audienceOf(third, child, order)).toBe("other");
  }
  expect(audienceOf(third, child, [])).toBe("other");
});

test("somebody who becomes a guardian later takes nobody's letter, whatever the id", () => {
  const order = guardianOrder([
    { person: first, from: plainDate("2026-05-01") },
    { person: third, from: undefined },
    { person: second, from: plainDate("2020-01-01") },
    { person: third, from: plainDate("2026-06-01") },
  ]);
  expect(order).toEqual([third, second, first]);
  expect(audienceOf(first, child, order)).toBe("other");
});
