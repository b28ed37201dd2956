import { describe, expect, test } from "vitest";

import { onceFor } from "./once-for.ts";

describe("onceFor", () => {
  test("makes again only when one of the things is another", () => {
    const once = onceFor<object>();
    const [rows, state] = [[1], { seq: 1 }];
    const made = once([rows, state, "2026-03-01"], () => ({}));
    expect(once([rows, state, "2026-03-01"], () => ({}))).toBe(made);
    expect(once([rows, state, "2026-03-02"], () => ({}))).not.toBe(made);
    const other = once([rows, { seq: 1 }, "2026-03-02"], () => ({}));
    expect(other).not.toBe(made);
    expect(once([[1], state, "2026-03-01"], () => ({}))).not.toBe(made);
    expect(once([rows, state], () => ({}))).not.toBe(other);
  });
});
