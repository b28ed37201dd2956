import { describe, expect, test } from "vitest";
import { problem } from "../../kernel/problem.ts";
import { fail, ok } from "../../kernel/result.ts";
import { streamOf } from "./extract-stream.ts";

const CHUNK = Buffer.alloc(64 * 1024);

/** Work that counts what it was asked for, and says when it has ended. */
function countedWork(chunks: number) {
  const seen = { made: 0, ended: Promise.withResolvers<void>() };
  async function* bytes() {
    for (; seen.made < chunks; seen.made += 1) yield CHUNK;
  }
  const stream = streamOf<string>(async (give) => {
    try {
      await give({ told: "fil", bytes: bytes() });
      return ok(undefined);
    } finally {
      seen.ended.resolve();
    }
  });
  return { seen, stream };
}

describe("bytes that are made while they are taken", () => {
  test("come all, and the work ends", async () => {
    const { seen, stream } = countedWork(20);
    const opened = await stream;
    if (!opened.ok) throw new Error("refused");
    expect(opened.value.told).toBe("fil");
    let length = 0;
    for await (const chunk of opened.value.bytes) length += Buffer.from(chunk).length;
    await seen.ended.promise;
    expect(length).toBe(20 * CHUNK.length);
  });

  test("are not made before somebody takes them, and no more when nobody does", async () => {
    const { seen, stream } = countedWork(1000);
    const opened = await stream;
    if (!opened.ok) throw new Error("refused");
    const { bytes } = opened.value;
    await new Promise((resolve) => bytes.once("readable", resolve));
    bytes.on("error", () => undefined);
    bytes.destroy();
    await seen.ended.promise;
    expect(seen.made).toBeLessThan(10);
  });

  test("may be refused before the first", async () => {
    const refused = await streamOf(async () => fail(problem("followup.extract-changed")));
    expect(refused).toMatchObject({ ok: false, problems: [{ id: "followup.extract-changed" }] });
  });

  test("that break off before the first are thrown", async () => {
    const broken = streamOf(async () => {
      throw new Error("no connection");
    });
    await expect(broken).rejects.toThrow("no connection");
  });
});
