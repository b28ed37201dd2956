import { expect, test } from "vitest";

import { parseInstant, type Instant } from "../../kernel/instant.ts";
import { parseUuid, type Uuid } from "../../kernel/ids.ts";
import { applyChanges, type DraftChange, momentOfChange } from "./apply-changes.ts";
import type { StoredField } from "./draft-rows.ts";

const [eva, ola, item] = [id(1), id(2), id(3)];
const order = `goals/${item}/order`;
const words = `goals/${item}/words`;

function id(n: number): Uuid {
  const parsed = parseUuid(`018f0000-0000-7000-8000-${String(n).padStart(12, "0")}`);
  if (parsed === undefined) throw new Error(String(n));
  return parsed;
}
function at(time: string): Instant {
  const parsed = parseInstant(`2026-03-02T${time}:00.000Z`);
  if (parsed === undefined) throw new Error(time);
  return parsed;
}

let changes = 100;
function change(path: string, base: number, value: unknown, more: Partial<DraftChange> = {}) {
  changes += 1;
  return { path, base, value, changeId: id(changes), ...more };
}
/** What stands after saves, each by somebody, and all that was kept of the past. */
function after(...saves: readonly (readonly [by: Uuid, ...changes: DraftChange[]])[]) {
  let fields: ReadonlyMap<string, StoredField> = new Map();
  const past: StoredField[] = [];
  for (const [by, ...each] of saves) {
    const applied = applyChanges(fields, each, { by, at: at("08:00") });
    fields = new Map([...fields, ...applied.after]);
    past.push(...applied.past);
  }
  return { fields, past: past.map(({ path, value }) => [path, value]) };
}

test("a text that another took the place of unseen is in the history too: choosing loses nothing", () => {
  const { fields, past } = after(
    [eva, change("text", 0, "Från Eva")],
    [eva, change("text", 0, "Från Evas andra flik")],
    [eva, change("text", 2, "Från Evas andra flik", { choose: true })],
  );
  expect(fields.get("text")).toMatchObject({ value: '"Från Evas andra flik"', others: [] });
  expect(past).toContainEqual(["text", '"Från Eva"']);
});

test("what was typed over a change without an answer is over that one, and over nothing else", () => {
  const first = change("text", 0, "Första");
  const second = change("text", 0, "Första, andra", { over: first.changeId });
  const before: readonly [Uuid, DraftChange] = [ola, change("text", 0, "Före")];
  const alone = after(before, [eva, first], [eva, second]);
  expect(alone.fields.get("text")?.others).toEqual(['"Före"']);
  const between: readonly [Uuid, DraftChange] = [ola, change("text", 2, "Olas")];
  const late = after(before, [eva, first], between, [eva, second]);
  expect(late.fields.get("text")?.others).toEqual(['"Före"', '"Olas"']);
});

test("an item that is taken away by one who has seen all of it is gone", () => {
  const made: readonly [Uuid, ...DraftChange[]] = [
    eva,
    change(order, 0, "a"),
    change(words, 0, "x"),
  ];
  const { fields } = after(made, [ola, change(order, 1, null, { seen: { words: 1 } })]);
  expect(fields.get(order)).toMatchObject({ value: "null", others: [] });
  const mine = change(words, 1, "mitt");
  const gone = change(order, 1, null, { seen: { words: mine.changeId } });
  expect(after(made, [eva, mine, gone]).fields.get(order)?.others).toEqual([]);
});

test("one that is taken away with text in it that was not seen can be put back where it was", () => {
  const { fields } = after(
    [eva, change(order, 0, "a"), change(words, 0, "x")],
    [eva, change(words, 1, "x och mer")],
    [ola, change(order, 1, null, { seen: { words: 1 } })],
  );
  expect(fields.get(order)).toMatchObject({ value: "null", others: ['"a"'] });
});

test("writing in one that was taken away asks what is meant, once, and each answer settles it", () => {
  const saves: readonly (readonly [Uuid, ...DraftChange[]])[] = [
    [eva, change(order, 0, "a"), change(words, 0, "x")],
    [ola, change(order, 1, null, { seen: { words: 1 } })],
    [eva, change(words, 1, "x och mer")],
  ];
  const asked = after(...saves).fields.get(order);
  expect(asked).toMatchObject({ rev: 3, value: "null" });
  const back: unknown = JSON.parse(asked?.others[0] ?? "");
  for (const value of [back, null]) {
    const settled = after(...saves, [ola, change(order, 3, value, { choose: true })]);
    expect(settled.fields.get(order)?.others).toEqual([]);
  }
});

test("of two who move an item the later has its way, and nobody has to choose", () => {
  const { fields } = after(
    [eva, change(order, 0, "a")],
    [eva, change(order, 1, "b")],
    [ola, change(order, 1, "c")],
  );
  expect(fields.get(order)).toMatchObject({ value: '"c"', others: [] });
});

test("no change counts as made before the one before it", () => {
  expect(momentOfChange(at("07:00"), at("08:00"))).toBe(at("08:00"));
  expect(momentOfChange(at("09:00"), at("08:00"))).toBe(at("09:00"));
});
