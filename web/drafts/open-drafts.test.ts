import { expect, test } from "vitest";
import { draftOpened, saveOpenDrafts } from "./open-drafts.ts";

test("every open draft is saved, and whether all of it was is told", async () => {
  const saved: string[] = [];
  const draft = (name: string, done: boolean) => ({
    flush: async () => {
      saved.push(name);
      return done;
    },
  });
  const closeFirst = draftOpened(draft("first", true));
  const closeSecond = draftOpened(draft("second", false));
  expect(await saveOpenDrafts()).toBe(false);
  expect(saved.toSorted()).toEqual(["first", "second"]);
  closeSecond();
  expect(await saveOpenDrafts()).toBe(true);
  closeFirst();
  expect(await saveOpenDrafts()).toBe(true);
  expect(saved.length).toBe(3);
});
