import fc from "fast-check";
import { expect, test } from "vitest";
import { EditHistory, type EditedDraft, type Grouping } from "./edit-history.ts";

class Draft implements EditedDraft {
  readonly fields = new Map<string, unknown>();
  readonly read = (path: string): unknown => this.fields.get(path);
  readonly write = (path: string, value: unknown): void => void this.fields.set(path, value);
  readonly held = (): unknown =>
    Object.fromEntries([...this.fields].filter(([, value]) => value !== null && value !== ""));
}

let now = 0;
const change = { grouping: "words", rest: 0 } as const;

async function write(
  history: EditHistory,
  draft: Draft,
  values: Readonly<Record<string, unknown>>,
  { grouping, rest }: { readonly grouping: Grouping; readonly rest: number } = change,
): Promise<void> {
  now += rest;
  for (const [path, value] of Object.entries(values)) {
    history.record(draft, { path, value }, { now, grouping, place: undefined });
    draft.write(path, value);
  }
  await Promise.resolve();
}

/** Types a text letter by letter into a field. */
async function type(history: EditHistory, draft: Draft, text: string, rest = 0): Promise<void> {
  const begun = draft.read("text");
  let whole = typeof begun === "string" ? begun : "";
  for (const letter of text) {
    whole += letter;
    await write(history, draft, { text: whole }, { grouping: "words", rest });
  }
}

test("takes typing back word by word, and puts it there anew", async () => {
  const history = new EditHistory();
  const draft = new Draft();
  await type(history, draft, "Hon sover  lite.");
  const seen: unknown[] = [];
  while (history.undo().kind === "done") seen.push(draft.read("text"));
  expect(seen).toEqual(["Hon sover  ", "Hon ", ""]);
  while (history.redo().kind === "done");
  expect(draft.read("text")).toBe("Hon sover  lite.");
});

test("a pause ends a step, and so does a paste", async () => {
  const history = new EditHistory();
  const draft = new Draft();
  await type(history, draft, "ab");
  await type(history, draft, "c", 5000);
  await write(history, draft, { text: "abc och mer" });
  const seen: unknown[] = [];
  while (history.undo().kind === "done") seen.push(draft.read("text"));
  expect(seen).toEqual(["abc", "ab", ""]);
});

test("a step of several fields comes back whole: an item with its place in the list", async () => {
  const history = new EditHistory();
  const draft = new Draft();
  const item = { "goals/1/order": "a0", "goals/1/area": "health" };
  await write(history, draft, item, { grouping: "each", rest: 0 });
  await write(history, draft, { "goals/1/order": null }, { grouping: "each", rest: 0 });
  history.undo();
  expect(draft.held()).toEqual(item);
  history.undo();
  expect(draft.held()).toEqual({});
  history.redo();
  expect(draft.held()).toEqual(item);
});

test("a day typed part by part is one step, a choice is one each", async () => {
  const history = new EditHistory();
  const draft = new Draft();
  for (const value of ["0002-05-01", "0020-05-01", "2026-05-01"]) {
    await write(history, draft, { day: value }, { grouping: "pause", rest: 100 });
  }
  for (const value of ["yes", "no"]) {
    await write(history, draft, { told: value }, { grouping: "each", rest: 100 });
  }
  history.undo();
  expect(draft.held()).toEqual({ day: "2026-05-01", told: "yes" });
  history.undo();
  history.undo();
  expect(draft.held()).toEqual({});
});

test("what somebody else wrote in the field stands", async () => {
  const history = new EditHistory();
  const draft = new Draft();
  await write(history, draft, { day: "2026-05-01" });
  await type(history, draft, "mina ord");
  draft.write("text", "någon annans text");
  expect(history.undo().kind).toBe("others");
  expect(draft.held()).toEqual({ day: "2026-05-01", text: "någon annans text" });
  expect(history.undo().kind).toBe("done");
  expect(draft.held()).toEqual({ text: "någon annans text" });
  expect(history.undo().kind).toBe("nothing");
});

test("a draft that left the page has no steps", async () => {
  const history = new EditHistory();
  const [left, stays] = [new Draft(), new Draft()];
  await write(history, left, { text: "a" });
  await write(history, stays, { text: "b" });
  await write(history, left, { text: "c" });
  history.forget(left);
  history.undo();
  expect([left.held(), stays.held(), history.canUndo()]).toEqual([{ text: "c" }, {}, false]);
});

const value = fc.oneof(
  fc.string({ unit: fc.constantFrom("a", "b", " ", "å", "👧"), maxLength: 6 }),
  fc.constantFrom(null, true, false, 3),
  fc.array(fc.constantFrom("x", "y"), { maxLength: 2 }),
);
const step = fc.record({
  path: fc.constantFrom("a", "b", "list/1/order"),
  value,
  grouping: fc.constantFrom<Grouping>("words", "pause", "each"),
  rest: fc.constantFrom(0, 300, 2000),
});

test("all taken back is as it began, all done anew as it ended, whatever was changed", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
      const history = new EditHistory();
      const draft = new Draft();
      for (const { path, value: next, ...how } of steps) {
        await write(history, draft, { [path]: next }, how);
      }
      const end = draft.held();
      while (history.canUndo()) expect(history.undo().kind).toBe("done");
      expect(draft.held()).toEqual({});
      while (history.canRedo()) expect(history.redo().kind).toBe("done");
      expect(draft.held()).toEqual(end);
    }),
  );
});
