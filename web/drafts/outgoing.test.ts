import { describe, expect, test } from "vitest";
import type { LocalField } from "./draft-values.ts";
import { adopt, outgoing, withTyped } from "./outgoing.ts";

const typed = (value: string, changeId: string, over?: string): LocalField => ({
  rev: 3,
  value: "before",
  pending: { base: 3, value, changeId, ...(over === undefined ? {} : { over }) },
});

describe("what is sent", () => {
  test("is what was typed, over the revision it was typed over", () => {
    const fields = new Map([["text", typed("new", "a")]]);
    expect(outgoing(fields, [])).toEqual([{ path: "text", base: 3, value: "new", changeId: "a" }]);
  });

  test("after a lost answer: the same again, then what has been typed since, over that", () => {
    const fields = new Map([["text", typed("newer", "b", "a")]]);
    const sent = [{ path: "text", base: 3, value: "new", changeId: "a" }];
    expect(outgoing(fields, sent)).toEqual([
      ...sent,
      { path: "text", base: 3, value: "newer", changeId: "b", over: "a" },
    ]);
  });

  test("after a lost answer with nothing typed since: the same, once", () => {
    const fields = new Map([["text", typed("new", "a")]]);
    const sent = [{ path: "text", base: 3, value: "new", changeId: "a" }];
    expect(outgoing(fields, sent)).toEqual(sent);
  });

  test("is never more than the server takes at once", () => {
    const fields = new Map(
      Array.from({ length: 600 }, (_, n) => [`f${n}`, typed("x", `c${n}`)] as const),
    );
    expect(outgoing(fields, [])).toHaveLength(500);
  });
});

describe("typing", () => {
  const chosen: LocalField = {
    ...typed("mine", "a"),
    pending: { base: 3, value: "mine", changeId: "a", choose: true },
  };

  test("is one change until it is sent, so that a copy made meanwhile is known as the same", () => {
    const change = { newId: "b", wasSent: () => false };
    expect(withTyped(chosen, "mine and more", change).pending).toEqual({
      base: 3,
      value: "mine and more",
      changeId: "a",
      choose: true,
    });
    expect(withTyped(undefined, "x", change).pending).toEqual({
      base: 0,
      value: "x",
      changeId: "b",
    });
  });

  test("after it was sent is another change, over that one: what was chosen then was chosen with that", () => {
    const change = { newId: "b", wasSent: (id: string) => id === "a" };
    expect(withTyped(chosen, "mine and more", change).pending).toEqual({
      base: 3,
      value: "mine and more",
      changeId: "b",
      over: "a",
    });
  });
});

describe("taking over what another left", () => {
  const left = [
    { path: "text", base: 3, value: "sent", changeId: "a" },
    { path: "text", base: 4, value: "typed after", changeId: "b" },
  ];

  test("shows the latest and sends both in their order", () => {
    const fields = new Map<string, LocalField>([["text", { rev: 3, value: "before" }]]);
    const unanswered = adopt(fields, left);
    expect(fields.get("text")?.pending?.value).toBe("typed after");
    expect(outgoing(fields, unanswered).map((change) => change.changeId)).toEqual(["a", "b"]);
  });

  test("from one who had taken over from another: each once, the last typed shown", () => {
    const fields = new Map<string, LocalField>([["text", { rev: 3, value: "before" }]]);
    const last = { path: "text", base: 5, value: "typed last", changeId: "d" };
    const unanswered = adopt(fields, [...left, ...left, last]);
    expect(fields.get("text")?.pending?.value).toBe("typed last");
    expect(outgoing(fields, unanswered).map((change) => change.changeId)).toEqual(["a", "b", "d"]);
  });

  test("does not take the place of what is typed here, and loses neither", () => {
    const fields = new Map([["text", typed("typed here", "c")]]);
    const unanswered = adopt(fields, left);
    expect(fields.get("text")?.pending?.value).toBe("typed here");
    expect(unanswered.map((change) => change.changeId)).toEqual(["a", "b"]);
  });
});
