import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { readTar, TarBroken, tarEnd, tarEntry } from "./tar.ts";

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(bytes: Buffer, size = 700, most = 10_000) {
  const found: [string, string][] = [];
  for await (const { name, content } of readTar(inPieces(bytes, size), most)) {
    found.push([name, content.toString("utf8")]);
  }
  return found;
}

describe("an archive", () => {
  it("gives back what was put in, however its bytes arrive", async () => {
    const files = fc.array(fc.tuple(fc.stringMatching(/^[a-z/.]{1,80}$/u), fc.string()), {
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(files, fc.integer({ min: 1, max: 3000 }), async (entries, size) => {
        const whole = entries.map(([name, text]) => tarEntry(name, Buffer.from(text)));
        const expected = entries.map(([name, text]) => [name, Buffer.from(text).toString("utf8")]);
        expect(await read(Buffer.concat([...whole, tarEnd()]), size)).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });

  it("is one that tar opens", () => {
    const folder = mkdtempSync(join(tmpdir(), "mp-tar-"));
    const bytes = Buffer.concat([tarEntry("board-1/t/000001.copy", Buffer.from("å\n")), tarEnd()]);
    writeFileSync(join(folder, "a.tar"), bytes);
    expect(spawnSync("tar", ["-xf", "a.tar"], { cwd: folder }).status).toBe(0);
    expect(readFileSync(join(folder, "board-1/t/000001.copy"), "utf8")).toBe("å\n");
    rmSync(folder, { recursive: true });
  });

  it.each([
    ["ends too early", (whole: Buffer) => whole.subarray(0, 600)],
    ["has no end", (whole: Buffer) => whole.subarray(0, 1024)],
    ["has a changed head", (whole: Buffer) => Buffer.concat([Buffer.from("x"), whole.subarray(1)])],
    ["is none", () => Buffer.alloc(2000, 65)],
  ])("that %s is refused", async (_, change) => {
    const whole = Buffer.concat([tarEntry("a", Buffer.from("text")), tarEnd()]);
    await expect(read(change(whole))).rejects.toBeInstanceOf(TarBroken);
  });

  it("with a file larger than ours can be is refused before it is read", async () => {
    const whole = Buffer.concat([tarEntry("a", Buffer.alloc(5000)), tarEnd()]);
    await expect(read(whole, 700, 4999)).rejects.toBeInstanceOf(TarBroken);
  });
});
