import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { DraftTarget, LeftCopy } from "../local-copy/types.ts";
import { FakeServer } from "../testing/fake-draft-server.ts";
import { DraftStore } from "./draft-store.ts";

const server = { current: new FakeServer() };

beforeEach(() => {
  vi.useFakeTimers();
  copies.left = [];
  server.current = new FakeServer();
  vi.stubGlobal("fetch", (url: string, init: { readonly body: string }) =>
    server.current.fetch(url, init),
  );
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const target = { draft: "d", document: "note" };

/** Copies that earlier writers left, in the place of the browser's. */
const copies = { left: [] as LeftCopy[], changed: 0 };
function openStore(more: Partial<DraftTarget> = {}): DraftStore {
  return new DraftStore(
    { ...target, ...more },
    {
      changed: () => void (copies.changed += 1),
      take: async (isMine) => copies.left.filter(({ draft }) => isMine(draft)),
    },
  );
}

describe("DraftStore", () => {
  test("saves within two seconds of the keystroke, also for one who never pauses", async () => {
    const store = openStore();
    store.begin();
    for (let typed = 0; typed < 40; typed += 1) {
      store.set("text", "a".repeat(typed + 1));
      await vi.advanceTimersByTimeAsync(100);
    }
    const first = server.current.seen[0];
    expect(String(first?.value).length).toBeLessThanOrEqual(20);
    await vi.advanceTimersByTimeAsync(2000);
    expect(server.current.fields.get("text")?.value).toBe("a".repeat(40));
    expect(store.snapshot().saveState.kind).toBe("saved");
  });

  test("keeps what is typed while there is no contact, says so, and saves when contact is back", async () => {
    const store = openStore();
    store.begin();
    await vi.advanceTimersByTimeAsync(0);
    server.current.cut = true;
    store.set("text", "skrivet utan kontakt");
    await vi.advanceTimersByTimeAsync(5000);
    expect(store.snapshot().saveState.kind).toBe("no-contact");
    expect(store.snapshot().answers["text"]).toBe("skrivet utan kontakt");
    server.current.cut = false;
    await vi.advanceTimersByTimeAsync(5000);
    expect(server.current.fields.get("text")?.value).toBe("skrivet utan kontakt");
    expect(store.snapshot().saveState.kind).toBe("saved");
  });

  test("repeats a save whose answer was lost with the same change id, so it counts once", async () => {
    const store = openStore();
    store.begin();
    await vi.advanceTimersByTimeAsync(0);
    server.current.loseAnswer = true;
    store.set("text", "en gång");
    await vi.advanceTimersByTimeAsync(1000);
    server.current.loseAnswer = false;
    await vi.advanceTimersByTimeAsync(5000);
    expect(new Set(server.current.seen.map((change) => change.changeId)).size).toBe(1);
    expect(server.current.fields.get("text")).toEqual({ rev: 1, value: "en gång" });
  });

  test("a fresh draft is made by the first thing typed, not by opening the page", async () => {
    const store = openStore({ fresh: true });
    store.begin();
    await vi.advanceTimersByTimeAsync(5000);
    expect(server.current.opened).toBe(0);
    store.set("text", "x");
    await vi.advanceTimersByTimeAsync(2000);
    expect(server.current.opened).toBe(1);
    expect(server.current.fields.get("text")?.value).toBe("x");
  });

  test("what is typed while a save is under way is not lost by its answer", async () => {
    const store = openStore();
    store.begin();
    await vi.advanceTimersByTimeAsync(0);
    store.set("text", "först");
    const saving = store.flush();
    store.set("text", "först och sedan");
    await saving;
    expect(store.snapshot().answers["text"]).toBe("först och sedan");
    await vi.advanceTimersByTimeAsync(3000);
    expect(server.current.fields.get("text")?.value).toBe("först och sedan");
  });
});

describe("a page opened without contact", () => {
  test("shows what is stored when contact is back, also where nothing is typed", async () => {
    server.current.fields.set("text", { rev: 3, value: "sparat" });
    server.current.cut = true;
    const store = openStore();
    store.begin();
    await vi.advanceTimersByTimeAsync(5000);
    expect(store.snapshot().saveState.kind).toBe("no-contact");
    server.current.cut = false;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(store.snapshot().saveState.kind).toBe("untouched");
    expect(store.snapshot().answers["text"]).toBe("sparat");
  });
});

describe("what the server is not known to have", () => {
  test("goes on after a lost answer without standing against itself", async () => {
    const store = openStore();
    store.begin();
    await vi.advanceTimersByTimeAsync(0);
    server.current.loseAnswer = true;
    store.set("text", "det första");
    await vi.advanceTimersByTimeAsync(1000);
    store.set("text", "det första och det andra");
    server.current.loseAnswer = false;
    await vi.advanceTimersByTimeAsync(5000);
    expect(server.current.fields.get("text")).toEqual({
      rev: 2,
      value: "det första och det andra",
    });
    expect(server.current.conflicts).toEqual([]);
    expect(store.unsaved()).toBeUndefined();
  });

  test("takes over what an earlier browser left, and saves it", async () => {
    server.current.fields.set("text", { rev: 3, value: "sparat" });
    const change = { path: "text", base: 3, value: "sparat och mer", changeId: "left" };
    copies.left = [{ key: "k", draft: { target, opened: "d", changes: [change] } }];
    const store = openStore();
    store.begin();
    await vi.advanceTimersByTimeAsync(2000);
    expect(store.snapshot().answers["text"]).toBe("sparat och mer");
    expect(server.current.fields.get("text")).toEqual({ rev: 4, value: "sparat och mer" });
    expect(store.adopted()).toEqual(["k"]);
    expect(store.unsaved()).toBeUndefined();
  });

  test("a copy older than what was saved neither comes back nor stands against it", async () => {
    const store = openStore();
    store.begin();
    await vi.advanceTimersByTimeAsync(0);
    store.set("text", "ett");
    const copy = store.unsaved();
    store.set("text", "ett och två");
    await vi.advanceTimersByTimeAsync(2000);
    expect(server.current.fields.get("text")).toEqual({ rev: 1, value: "ett och två" });
    // The browser dies before the copy is erased.
    copies.left = copy === undefined ? [] : [{ key: "k", draft: copy }];
    const after = openStore();
    after.begin();
    await vi.advanceTimersByTimeAsync(2000);
    expect(after.snapshot().answers["text"]).toBe("ett och två");
    expect(server.current.fields.get("text")).toEqual({ rev: 1, value: "ett och två" });
    expect(server.current.conflicts).toEqual([]);
  });

  test("tells what the server is not known to have, until it has", async () => {
    const store = openStore();
    store.begin();
    await vi.advanceTimersByTimeAsync(0);
    server.current.cut = true;
    store.set("text", "x");
    expect(store.unsaved()?.changes.map(({ value }) => value)).toEqual(["x"]);
    await vi.advanceTimersByTimeAsync(2000);
    store.leave();
    await vi.advanceTimersByTimeAsync(2000);
    expect(store.unsaved()?.opened).toBe("d");
    server.current.cut = false;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(store.unsaved()).toBeUndefined();
    expect(server.current.fields.get("text")?.value).toBe("x");
  });
});

describe("what an earlier browser left", () => {
  test("is tried again when it could not be saved at first, also where nothing is typed", async () => {
    const change = { path: "text", base: 0, value: "lämnat", changeId: "left" };
    copies.left = [{ key: "k", draft: { target, opened: "d", changes: [change] } }];
    server.current.loseAnswer = true;
    const store = openStore();
    store.begin();
    await vi.advanceTimersByTimeAsync(100);
    server.current.loseAnswer = false;
    expect(store.unsaved()).toBeDefined();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(store.unsaved()).toBeUndefined();
  });
});

describe("what others write", () => {
  test("what others save shows where nothing is being typed, with who writes there", async () => {
    server.current.fields.set("text", { rev: 1, value: "mitt" });
    server.current.fields.set("place", { rev: 1, value: "skolan" });
    const store = openStore();
    store.begin();
    await vi.advanceTimersByTimeAsync(0);
    server.current.fields.set("place", { rev: 2, value: "hemmet" });
    server.current.fields.set("text", { rev: 2, value: "någon annans" });
    server.current.writers = [{ path: "place", name: "Eva" }];
    store.set("text", "mitt och mer");
    await store.look();
    expect(store.snapshot().answers).toEqual({ text: "mitt och mer", place: "hemmet" });
    expect(store.snapshot().writers.get("place")).toBe("Eva");
    server.current.writers = [];
    await store.look();
    expect(store.snapshot().writers.size).toBe(0);
    server.current.cut = true;
    await store.look();
    expect(store.snapshot().saveState.kind).toBe("typing");
  });

  test("one who saves is told with the save, and asks only in company or at rest", async () => {
    const store = openStore();
    store.begin();
    await vi.advanceTimersByTimeAsync(0);
    const save = async (value: string) => {
      store.set("text", value);
      await store.flush();
    };
    await store.look();
    await save("ett");
    await store.look();
    expect(server.current.looks).toBe(1);
    vi.advanceTimersByTime(5000);
    await store.look();
    expect(server.current.looks).toBe(2);
    const writers = [{ path: "place", name: "Eva" }];
    server.current.news = { fields: [{ path: "place", rev: 1, value: "hemmet" }], writers };
    await save("två");
    expect(store.snapshot().answers).toEqual({ text: "två", place: "hemmet" });
    expect(store.snapshot().writers.get("place")).toBe("Eva");
    await store.look();
    expect(server.current.looks).toBe(3);
  });
});

describe("a draft that was signed or discarded elsewhere", () => {
  test("is said to be gone by looking at it; what is typed stays, and is tried once a time", async () => {
    const store = openStore();
    store.begin();
    await vi.advanceTimersByTimeAsync(0);
    server.current.gone = true;
    await store.look();
    expect(store.snapshot().saveState.kind).toBe("gone");
    store.type("text", "för sent");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(store.snapshot().saveState.kind).toBe("gone");
    expect(store.unsaved()?.changes[0]?.value).toBe("för sent");
    expect(store.view.valueAt("text")).toBe("för sent");
    expect(vi.getTimerCount()).toBe(0);
  });
});
