import { describe, expect, test } from "vitest";
import type { Writer } from "../local-copy/types.ts";
import { KeptWords } from "./kept-words.ts";

const place = "objection 1";

/** Words, and what the copies of the browser have of them. */
function kept() {
  const writers = new Map<string, Writer>();
  const words = new KeptWords({ changed: (writer) => void writers.set(writer.key, writer) });
  return { words, writers: () => [...writers.values()] };
}

describe("words of a form that no draft keeps", () => {
  test("are there when the form is opened again, and gone when they were sent", () => {
    const { words, writers } = kept();
    words.write(place, "text", "Så var det inte.");
    expect(words.read(place)).toEqual({ text: "Så var det inte." });
    expect(words.any()).toBe(true);
    const [writer] = writers();
    expect(writer?.unsaved()?.changes[0]).toMatchObject({
      path: "text",
      value: "Så var det inte.",
    });
    words.write(place, "text", "");
    expect(words.any()).toBe(false);
    expect(writer?.unsaved()).toBeUndefined();
  });

  test("are nobody's who signs in later", () => {
    const { words } = kept();
    words.write(place, "text", "Så var det inte.");
    words.clear();
    expect([words.any(), words.read(place)]).toEqual([false, {}]);
  });

  test("come back from a browser that died, but never over what was written since", () => {
    const before = kept();
    before.words.put(place, { summary: "Hon sover.", reason: "Fel dag." });
    const [draft] = before.writers().map((writer) => writer.unsaved());
    if (draft === undefined) throw new Error("there is something to leave");
    const left = { key: "earlier", draft };

    const after = kept();
    after.words.recover(left);
    expect(after.words.read(place)).toEqual({ summary: "Hon sover.", reason: "Fel dag." });
    after.words.put(place);
    expect(after.writers()[0]?.adopted()).toEqual(["earlier"]);

    const busy = kept();
    busy.words.write(place, "reason", "Annat skäl.");
    busy.words.recover(left);
    expect(busy.words.read(place)).toEqual({ reason: "Annat skäl." });
  });

  test("of two forms are kept apart", () => {
    const { words } = kept();
    words.write(place, "text", "Ett.");
    words.write("objection 2", "text", "Två.");
    expect([words.read(place), words.read("objection 2")]).toEqual([
      { text: "Ett." },
      { text: "Två." },
    ]);
  });
});
