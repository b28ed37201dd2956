import { beforeEach, describe, expect, test, vi } from "vitest";
import type { LocalField } from "./draft-values.ts";
import { DraftView } from "./draft-view.ts";

const field = (value: unknown, more: Partial<LocalField> = {}): LocalField => ({
  rev: 1,
  value,
  ...more,
});

let fields: Map<string, LocalField>;
let view: DraftView;
const settled = vi.fn<() => void>();

beforeEach(() => {
  vi.useFakeTimers();
  settled.mockReset();
  fields = new Map([
    ["summary", field("början")],
    ["bodies", field(["school", "health"])],
    ["statements/a/order", field("a0")],
    ["statements/a/text", field("ett")],
    ["statements/b/order", field("a1")],
    ["statements/b/text", field("två")],
  ]);
  view = new DraftView(fields, settled);
  view.show(fields.keys());
  return () => vi.useRealTimers();
});

function put(path: string, value: unknown): void {
  fields.set(path, field(value));
  view.changed([path]);
}

describe("while somebody types", () => {
  test("the field hears of each key, no other does, and the whole when the keys rest", () => {
    const [own, other, list] = [vi.fn<() => void>(), vi.fn<() => void>(), vi.fn<() => void>()];
    view.subscribe("statements/a/text", own);
    view.subscribe("statements/b/text", other);
    view.subscribe("statements", list);
    const before = view.settled();
    for (const text of ["ett o", "ett oc", "ett och"]) {
      put("statements/a/text", text);
      view.settleSoon();
      vi.advanceTimersByTime(100);
    }
    expect([own, other, list].map((each) => each.mock.calls.length)).toEqual([3, 0, 3]);
    expect(view.valueAt("statements/a/text")).toBe("ett och");
    expect(view.settled()).toBe(before);
    expect(settled).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1000);
    expect(settled).toHaveBeenCalledTimes(1);
    expect(view.settled()["statements"]).toEqual([
      { id: "a", text: "ett och" },
      { id: "b", text: "två" },
    ]);
  });

  test("whoever needs the answers at once has them", () => {
    put("summary", "början och slut");
    expect(view.settled()["summary"]).toBe("början");
    expect(view.latest()["summary"]).toBe("början och slut");
    view.settle();
    expect(view.settled()["summary"]).toBe("början och slut");
  });

  test("what is as it was keeps its identity", () => {
    const before = view.settled();
    const [first, second] = Array.isArray(before["statements"]) ? before["statements"] : [];
    put("statements/a/text", "ett och");
    view.settle();
    const after = view.settled();
    const [changed, same] = Array.isArray(after["statements"]) ? after["statements"] : [];
    expect(changed).not.toBe(first);
    expect(same).toBe(second);
    expect(after["bodies"]).toBe(before["bodies"]);
    expect(view.valueAt("bodies")).toBe(view.valueAt("bodies"));
    put("statements/a/text", "ett och");
    put("bodies", ["school", "health"]);
    view.settle();
    expect(view.settled()).toBe(after);
  });
});

describe("what others do", () => {
  test("is told to the fields where somebody came or left", () => {
    const [summary, other] = [vi.fn<() => void>(), vi.fn<() => void>()];
    view.subscribe("summary", summary);
    view.subscribe("bodies", other);
    view.heard([], new Map([["summary", "Eva"]]));
    view.heard([], new Map([["summary", "Eva"]]));
    expect(view.writerAt("summary")).toBe("Eva");
    view.heard([], new Map());
    expect([summary, other].map((each) => each.mock.calls.length)).toEqual([2, 0]);
  });

  test("stands beside one's own text until one of them is chosen", () => {
    fields.set("summary", field("mitt", { other: "deras" }));
    expect(view.otherAt("summary")).toBe("deras");
    const pending = { base: 1, value: "mitt", changeId: "c", choose: true };
    fields.set("summary", field("mitt", { other: "deras", pending }));
    expect(view.otherAt("summary")).toBeUndefined();
  });
});

test("an item that is gone is gone from the whole, an empty set is no answer of another", () => {
  put("statements/a/order", null);
  put("bodies", []);
  view.settle();
  expect(view.settled()["statements"]).toEqual([{ id: "b", text: "två" }]);
  expect(view.settled()["bodies"]).toEqual([]);
});
