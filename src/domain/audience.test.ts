import { expect, test } from "vitest";
import { audienceOf } from "./audience.ts";
import { id } from "./testing/chain.ts";

test("guardians keep their letter in whatever order they are read", () => {
  const [child, first, second, third] = [id(9), id(1), id(2), id(3)];
  expect(audienceOf(child, child, [first, second])).toBe("child");
  expect(audienceOf(first, child, [second, first])).toBe("guardian-a");
  expect(audienceOf(second, child, [second, first, second])).toBe("guardian-b");
  expect(audienceOf(third, child, [second, first, third])).toBe("other");
  expect(audienceOf(third, child, [])).toBe("other");
});
