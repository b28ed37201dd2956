import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Answers } from "../../src/domain/event.ts";
import { answersToSend } from "../api/answers-to-send.ts";
import { FakeServer } from "../testing/fake-draft-server.ts";
import { DraftStore } from "./draft-store.ts";
import { writtenIn } from "./written.ts";

const copies = { changed: () => undefined, take: async () => [] };

describe("what is sent of a draft", () => {
  const server = new FakeServer();

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal("fetch", (url: string, init: { readonly body: string }) =>
      server.fetch(url, init),
    );
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  test("is stored first, and has the last key, whether or not the page has shown it", async () => {
    const store = new DraftStore({ draft: "d", document: "note" }, copies);
    store.begin();
    await vi.advanceTimersByTimeAsync(0);
    store.type("text", "skrivet nyss");
    expect(store.snapshot().answers["text"]).toBeUndefined();
    const written = await writtenIn(store);
    expect(written).toMatchObject({ stored: true, draft: "d" });
    expect(server.fields.get("text")?.value).toBe("skrivet nyss");
    store.type("text", "skrivet nyss, och lite till");
    expect(answersToSend(written)).toEqual({ text: "skrivet nyss, och lite till" });
    expect(answersToSend(written, () => ({ outcome: "open" }))).toEqual({ outcome: "open" });
  });

  test("is said not to be stored where it is not", async () => {
    const store = new DraftStore({ draft: "d", document: "note" }, copies);
    server.cut = true;
    store.type("text", "skrivet utan kontakt");
    expect((await writtenIn(store)).stored).toBe(false);
  });
});

/** What would send answers as a page shows them is refused by the compiler: it is never run. */
export function senderThatForgets(shown: Answers): unknown {
  // @ts-expect-error answers that a page shows are not what is sent
  return answersToSend(shown);
}
