import { expect, test } from "vitest";
import { routes } from "../contract/routes.ts";
import type { Uuid } from "../kernel/ids.ts";
import { hasAccessWords, hintsOf, relationToAkt, wordsOfActions } from "./read-log.ts";

const eva = "0197a000-0000-7000-8000-000000000001" as Uuid;
const per = "0197a000-0000-7000-8000-000000000002" as Uuid;
const unit = "0197a000-0000-7000-8000-000000000101" as Uuid;
const matter = { unit, worker: eva, closed: false, protected: false };

test("everything that shows something of an akt has words for whoever checks", () => {
  const shows = Object.values(routes).filter(
    ({ method, action, command }) =>
      method === "GET" && command === undefined && /^(akt|print|log)\./u.test(action),
  );
  const own = new Set(["views.my-day"]);
  const without = shows.filter(({ id }) => !own.has(id) && !hasAccessWords(id));
  expect(without.map(({ id }) => id)).toEqual([]);
  expect(shows.length).toBeGreaterThan(10);
});

test("what was looked at is said once, and writing says nothing more", () => {
  const actions = ["views.chronology", "views.chronology-shape", "notes.sign-note"];
  expect(wordsOfActions(actions).map(({ sv }) => sv)).toEqual(["händelser"]);
});

test("the nearest of what somebody has to do with an akt is told", () => {
  expect(relationToAkt(eva, unit, [matter])).toBe("worker");
  expect(relationToAkt(per, unit, [{ ...matter, coWorker: per }])).toBe("co-worker");
  expect(relationToAkt(per, unit, [matter])).toBe("unit-manager");
  expect(relationToAkt(per, undefined, [matter])).toBe("none");
  expect(relationToAkt(per, undefined, [{ ...matter, worker: undefined }])).toBe("unplaced");
  expect(relationToAkt(eva, undefined, [{ ...matter, worker: per }, matter])).toBe("worker");
  expect(relationToAkt(per, undefined, [matter], true)).toBe("performer");
});

test("somebody without a task, and the night, are reasons to ask", () => {
  expect(hintsOf({ kind: "view", hours: [9, 15], glass: false }, "worker")).toEqual([]);
  expect(hintsOf({ kind: "view", hours: [9], glass: false }, "none")).toEqual(["no-assignment"]);
  expect(hintsOf({ kind: "view", hours: [9, 22], glass: false }, "worker")).toEqual(["night"]);
  expect(hintsOf({ kind: "command", hours: [5], glass: false }, "none")).toEqual([
    "no-assignment",
    "night",
  ]);
  // Who was denied has seen nothing, and has been told whom to ask.
  expect(hintsOf({ kind: "denied", hours: [6, 21], glass: false }, "none")).toEqual([]);
});
