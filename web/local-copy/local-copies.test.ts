import { describe, expect, test, vi } from "vitest";
import type { Alive } from "./alive.ts";
import type { CopyBox, KeptCopy } from "./copy-box.ts";
import { type CopyKey, LocalCopies } from "./local-copies.ts";
import type { UnsavedDraft, Writer } from "./types.ts";

/** A copy is made soon after a key, and some time later on a slow machine. */
const patient = { timeout: 60_000 };
const secretOf = (letter: string) => btoa(letter.repeat(32));
const eva: CopyKey = {
  owner: "eva",
  secret: secretOf("e"),
  now: "2026-03-02T08:00:00Z",
  hours: 72,
};
const ola: CopyKey = { ...eva, owner: "ola", secret: secretOf("o") };

/** The tab of a writer, which may be gone. */
function alive(): Alive {
  const held = new Set<string>();
  return { hold: (key) => void held.add(key), keys: async () => [...held] };
}

class FakeBox implements CopyBox {
  readonly kept = new Map<string, KeptCopy>();
  full = false;
  readonly put = async (copy: KeptCopy) => {
    if (this.full) throw new Error("QuotaExceededError");
    this.kept.set(copy.key, copy);
  };
  readonly remove = async (keys: readonly string[]) => {
    for (const key of keys) this.kept.delete(key);
  };
  readonly all = async () => [...this.kept.values()];
  readonly clear = async () => this.kept.clear();
}

const words = "Barnet berättade att det är rädd hemma.";
function unsaved(text = words): UnsavedDraft {
  const change = { path: "text", base: 0, value: text, changeId: "c" };
  return { target: { draft: "d", document: "note" }, changes: [change] };
}
class FakeWriter implements Writer {
  readonly key: string;
  now: UnsavedDraft | undefined = unsaved();
  readonly #adopted: readonly string[];
  constructor(key: string, adopted: readonly string[] = []) {
    this.key = key;
    this.#adopted = adopted;
  }
  readonly unsaved = () => this.now;
  readonly adopted = () => this.#adopted;
}

async function typedBy(who: CopyKey, box: FakeBox): Promise<LocalCopies> {
  const copies = new LocalCopies(box, alive());
  await copies.begin(who);
  copies.changed(new FakeWriter(`writer of ${who.owner}`));
  await vi.waitFor(() => expect(box.kept.size).toBeGreaterThan(0), patient);
  return copies;
}
/** The same browser after it has died: nothing in memory, all in the box. */
async function after(box: FakeBox, who: CopyKey): Promise<LocalCopies> {
  const copies = new LocalCopies(box, alive());
  await copies.begin(who);
  return copies;
}

describe("what is typed and not saved", () => {
  test("is kept so that nobody can read a word of it, and comes back to the same person", async () => {
    const box = new FakeBox();
    await typedBy(eva, box);
    const [kept] = [...box.kept.values()];
    const bytes = new TextDecoder("latin1").decode(kept?.bytes);
    expect(bytes.length).toBeGreaterThan(words.length);
    for (const word of words.split(" ")) expect(bytes).not.toContain(word);
    expect(JSON.stringify(kept)).not.toContain("note");
    expect(await (await after(box, eva)).left()).toEqual([
      { key: "writer of eva", draft: unsaved() },
    ]);
  });

  test("is erased when the server has it", async () => {
    const box = new FakeBox();
    const copies = new LocalCopies(box, alive());
    await copies.begin(eva);
    const writer = new FakeWriter("w");
    copies.changed(writer);
    await vi.waitFor(() => expect(box.kept.size).toBe(1), patient);
    writer.now = undefined;
    copies.changed(writer);
    await vi.waitFor(() => expect(box.kept.size).toBe(0), patient);
  });

  test("is erased at signing out, also what was about to be kept", async () => {
    const box = new FakeBox();
    const copies = await typedBy(eva, box);
    copies.changed(new FakeWriter("another"));
    await copies.end();
    expect(box.kept.size).toBe(0);
    expect(copies.works()).toBe(false);
  });

  test("is erased when somebody else signs in, and can't be read by anybody", async () => {
    const box = new FakeBox();
    await typedBy(eva, box);
    const copy = { ...[...box.kept.values()][0], owner: "ola" } as KeptCopy;
    const copies = await after(box, ola);
    expect(box.kept.size).toBe(0);
    box.kept.set(copy.key, copy);
    expect(await copies.left()).toEqual([]);
  });

  test("is erased after the hours the server says, whatever the clock of the device", async () => {
    const box = new FakeBox();
    await typedBy(eva, box);
    await after(box, { ...eva, now: "2026-03-05T07:59:00Z" });
    expect(box.kept.size).toBe(1);
    await after(box, { ...eva, now: "2026-03-05T08:01:00Z" });
    expect(box.kept.size).toBe(0);
  });

  test("is not kept where the board keeps none, and what was kept goes", async () => {
    const box = new FakeBox();
    await typedBy(eva, box);
    const copies = await after(box, { ...eva, secret: null });
    expect(copies.works()).toBe(false);
    expect(box.kept.size).toBe(0);
    expect(await copies.left()).toEqual([]);
  });

  test("is told not to be kept when the browser is full, and is again when there is room", async () => {
    const box = new FakeBox();
    const copies = await typedBy(eva, box);
    box.full = true;
    const writer = new FakeWriter("w");
    copies.changed(writer);
    await vi.waitFor(() => expect(copies.works()).toBe(false), patient);
    box.full = false;
    copies.changed(writer);
    await vi.waitFor(() => expect(copies.works()).toBe(true), patient);
  });

  test("comes back the oldest first, whatever the order it lies in", async () => {
    const box = new FakeBox();
    const copies = await typedBy(eva, box);
    copies.changed(new FakeWriter("a later writer"));
    await vi.waitFor(() => expect(box.kept.size).toBe(2), patient);
    const keys = (await (await after(box, eva)).left()).map(({ key }) => key);
    expect(keys).toEqual(["writer of eva", "a later writer"]);
    for (const [key, copy] of [...box.kept].toReversed()) {
      box.kept.delete(key);
      box.kept.set(key, copy);
    }
    const again = (await (await after(box, eva)).left()).map(({ key }) => key);
    expect(again).toEqual(keys);
  });

  test("is taken over once", async () => {
    const box = new FakeBox();
    await typedBy(eva, box);
    const copies = await after(box, eva);
    expect(await copies.take(({ target }) => target.draft === "other")).toEqual([]);
    expect(await copies.take(({ target }) => target.draft === "d")).toHaveLength(1);
    expect(await copies.left()).toEqual([]);
  });
});

describe("what several forms left of one draft", () => {
  test("comes back the oldest first, also where the server's clock was set back in between", async () => {
    const box = new FakeBox();
    const write = async (now: string, ...writer: ConstructorParameters<typeof FakeWriter>) => {
      const copies = await after(box, { ...eva, now });
      copies.changed(new FakeWriter(...writer));
      await vi.waitFor(() => expect(box.kept.has(writer[0])).toBe(true), patient);
    };
    await write("2026-03-02T09:00:00Z", "first");
    await write("2026-03-02T08:40:00Z", "second", ["first"]);
    await write("2026-03-02T08:20:00Z", "third", ["first", "second"]);
    await write("2026-03-02T08:00:00Z", "another");
    const left = await (await after(box, eva)).left();
    expect(left.map(({ key }) => key)).toEqual(["another", "first", "second", "third"]);
  });
});
