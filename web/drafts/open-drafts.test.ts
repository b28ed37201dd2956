import { afterEach, expect, test } from "vitest";
import {
  draftOpened,
  findLingering,
  forgetLingering,
  type OpenDraft,
  saveOpenDrafts,
  unsavedDrafts,
} from "./open-drafts.ts";

class FakeDraft {
  flushed = 0;
  readonly name: string;
  readonly left: { value: unknown };
  constructor(name: string, unsaved: boolean) {
    this.name = name;
    this.left = { value: unsaved ? { changes: [] } : undefined };
  }
  readonly unsaved = () => this.left.value;
  readonly target = () => ({ draft: this.name, document: "note", akt: "akt" });
  readonly flush = async () => {
    this.flushed += 1;
    return this.left.value === undefined;
  };
}
const isFake = (draft: OpenDraft): draft is FakeDraft => draft instanceof FakeDraft;

afterEach(forgetLingering);

test("every draft with something unsaved is saved, and whether all of it was is told", async () => {
  const [first, second, whole] = [
    new FakeDraft("1", true),
    new FakeDraft("2", true),
    new FakeDraft("3", false),
  ];
  const close = [first, second, whole].map(draftOpened);
  expect(await saveOpenDrafts()).toBe(false);
  expect([first.flushed, second.flushed, whole.flushed]).toEqual([1, 1, 0]);
  first.left.value = undefined;
  second.left.value = undefined;
  expect(await saveOpenDrafts()).toBe(true);
  for (const each of close) each();
});

test("a draft whose page was left unsaved is still counted, and found again by whoever comes back", () => {
  const draft = new FakeDraft("1", true);
  const close = draftOpened(draft);
  expect(findLingering(draft.target(), isFake)).toBeUndefined();
  close();
  expect(unsavedDrafts()).toEqual([draft]);
  expect(findLingering({ draft: "another", document: "note", akt: "akt" }, isFake)).toBe(draft);
  expect(findLingering({ draft: "another", document: "talk", akt: "akt" }, isFake)).toBeUndefined();
  draft.left.value = undefined;
  expect(unsavedDrafts()).toEqual([]);
  expect(findLingering(draft.target(), isFake)).toBeUndefined();
});
