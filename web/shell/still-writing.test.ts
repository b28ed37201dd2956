import { expect, test } from "vitest";
import { stillWriting } from "./still-writing.ts";

const letter = { key: "n", held: false, inText: true, at: 0 };

test("whoever is in the middle of a word writes on, though the text has lost the focus", () => {
  const writing = stillWriting();
  expect(writing.goesOn(0)).toBe(false);
  writing.heard(letter);
  expect(writing.goesOn(1500)).toBe(true);
  writing.heard({ ...letter, inText: false, at: 1500 });
  expect(writing.goesOn(3000)).toBe(true);
  expect(writing.goesOn(3600)).toBe(false);
});

test.each([
  ["a key that leaves", { ...letter, key: "Tab", at: 1 }],
  ["Escape", { ...letter, key: "Escape", at: 1 }],
])("%s ends it", (_name, key) => {
  const writing = stillWriting();
  writing.heard(letter);
  writing.heard(key);
  expect(writing.goesOn(2)).toBe(false);
});

test("a pointer ends it, a letter where nobody has written begins nothing, nor does a key held down", () => {
  const writing = stillWriting();
  writing.heard(letter);
  writing.left();
  expect(writing.goesOn(1)).toBe(false);
  writing.heard({ ...letter, inText: false });
  writing.heard({ ...letter, held: true });
  expect(writing.goesOn(1)).toBe(false);
});
