import { expect, test } from "vitest";

import { instantOfMillis } from "../../kernel/instant.ts";
import { parseUuid, type Uuid } from "../../kernel/ids.ts";
import { draftNews, newsFrom } from "./draft-news.ts";
import type { StoredField } from "./draft-rows.ts";

const [eva, ola] = [id(1), id(2)];
const HOUR = 3_600_000;

function id(n: number): Uuid {
  const parsed = parseUuid(`018f0000-0000-7000-8000-${String(n).padStart(12, "0")}`);
  if (parsed === undefined) throw new Error(String(n));
  return parsed;
}
function field(path: string, at: number): StoredField {
  const saved = { rev: 1, value: '"x"', others: [], changeIds: [], by: ola };
  return { ...saved, path, at: instantOfMillis(at) };
}
/** What Eva hears at `now` of what Ola saved, when she heard last at `since`. */
function heard(since: number, now: number, ...saved: readonly StoredField[]) {
  const asked = { by: eva, since: instantOfMillis(since), now: instantOfMillis(now) };
  const news = draftNews(
    saved.filter(({ at }) => at >= newsFrom(asked)),
    asked,
  );
  return [news.fresh.map(({ path }) => path), news.writing.map(({ path }) => path)];
}

test("what was saved since is new; who saved within the last seconds is writing", () => {
  const saved = [field("old", HOUR), field("new", 2 * HOUR), field("now", 3 * HOUR - 1000)];
  expect(heard(2 * HOUR, 3 * HOUR, ...saved)).toEqual([["new", "now"], ["now"]]);
});

test("after the clock was set back everything is new, and nobody is writing in the future", () => {
  const saved = [field("before", 3 * HOUR), field("after", HOUR + 1000)];
  expect(heard(3 * HOUR, HOUR + 2000, ...saved)).toEqual([["before", "after"], ["after"]]);
});
