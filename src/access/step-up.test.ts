import { expect, test } from "vitest";
import { routes } from "../contract/routes.ts";
import { stepUpMinutes, stepUpMs } from "./step-up.ts";

const ids: ReadonlySet<string> = new Set(routes.map(({ id }) => id));
const actions: ReadonlySet<string> = new Set(routes.map(({ action }) => action));

test("what asks for a confirmation is there, by a name that nobody has misspelt", () => {
  expect(Object.keys(stepUpMinutes.routes).filter((id) => !ids.has(id))).toEqual([]);
  expect(Object.keys(stepUpMinutes.actions).filter((action) => !actions.has(action))).toEqual([]);
});

test("whatever hands out a record, or has it destroyed, asks for one", () => {
  const handing = routes.filter(
    ({ id, method }) =>
      method === "POST" && (id.startsWith("disclosure.make") || id === "retention.lift-hold"),
  );
  expect(handing.map(({ id }) => id).toSorted()).toEqual([
    "disclosure.make-copy",
    "retention.lift-hold",
  ]);
  for (const route of handing) expect([route.id, stepUpMs(route)]).toEqual([route.id, 900_000]);
});

test("no route makes, shows or takes a key of a backup: they are made at a terminal, on another machine", () => {
  expect(routes.filter(({ path }) => /backup|recipient-key|restore/u.test(path))).toEqual([]);
});
