import { describe, expect, test } from "vitest";
import { keysText } from "../text/keys.ts";
import { commandOf, type Combo, keyIds, keyTable, nearKeys, type Press } from "./key-table.ts";

const free = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const pressOf = ({ key, ctrl, alt, shift }: Combo): Press => ({
  ...free,
  key,
  ctrlKey: ctrl === true,
  altKey: alt === true,
  shiftKey: shift === true,
});

describe("the keys of the page", () => {
  test("each leads to its own command, and has words in the map", () => {
    for (const id of keyIds) {
      for (const combo of keyTable[id]) expect(commandOf(pressOf(combo), false)).toBe(id);
      expect(keysText).toHaveProperty(id);
    }
    for (const id of Object.keys(nearKeys)) expect(keysText).toHaveProperty(id);
  });

  test("are letters while somebody writes, but for those with a key held down", () => {
    const whileWriting = keyIds.filter((id) =>
      keyTable[id].some((combo) => commandOf(pressOf(combo), true) === id),
    );
    expect(whileWriting).toEqual(["palette", "note", "fill", "undo", "redo"]);
  });

  test("are not mistaken for others", () => {
    const with_ = (key: string, more: Partial<Press>) =>
      commandOf({ ...free, key, ...more }, false);
    expect(with_("n", { ctrlKey: true })).toBeUndefined();
    expect(with_("K", { ctrlKey: true, shiftKey: true })).toBeUndefined();
    expect(with_("Z", { metaKey: true, shiftKey: true })).toBe("redo");
    // Where the question mark takes other keys it is still the question mark.
    expect(with_("?", { shiftKey: true })).toBe("map");
  });
});
