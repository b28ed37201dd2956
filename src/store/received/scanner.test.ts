import { createServer, type Server } from "node:net";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { readScanner } from "./scanner.ts";

let server: Server | undefined;
afterEach(
  () => new Promise<void>((done) => (server === undefined ? done() : server.close(() => done()))),
);

/** A scanner that speaks as clamd does, and keeps what it was given. */
async function clamd(answer: string): Promise<{ setting: string; given: () => Buffer }> {
  const parts: Buffer[] = [];
  server = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.on("data", (part) => {
      parts.push(part);
      if (Buffer.concat(parts).subarray(-4).equals(Buffer.alloc(4))) socket.end(answer);
    });
  });
  await new Promise<void>((done) => server?.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return { setting: `clamd:127.0.0.1:${port}`, given: () => Buffer.concat(parts) };
}

async function scan(setting: string, bytes: Buffer) {
  const read = readScanner(setting);
  if (!read.ok || read.value === undefined) throw new Error("no scanner");
  return read.value(bytes);
}

describe("a scanner", () => {
  test("is off where nothing is set", () => {
    expect([readScanner(undefined), readScanner(" ")]).toEqual([
      { ok: true, value: undefined },
      { ok: true, value: undefined },
    ]);
  });

  test.each(["clamd", "clamd:", "clamd:host", "command:", "command:clamscan", "http://x"])(
    "can't be %s",
    (setting) => {
      expect(readScanner(setting)).toMatchObject({ problems: [{ id: "setting-unusable" }] });
    },
  );

  test.each([
    ["stream: OK\0", "clean"],
    ["stream: Eicar-Test-Signature FOUND\0", "harmful"],
    ["INSTREAM size limit exceeded. ERROR\0", "unavailable"],
    ["", "unavailable"],
  ])("that answers %j means %s", async (answer, verdict) => {
    const { setting, given } = await clamd(answer);
    const bytes = Buffer.alloc(200_000, "x");
    expect(await scan(setting, bytes)).toBe(verdict);
    expect(given().subarray(0, 10).toString("latin1")).toBe("zINSTREAM\0");
    expect(given().length).toBe(10 + bytes.length + 4 * 4 + 4);
  });

  test("that nobody answers for lets nothing through", async () => {
    expect(await scan("clamd:/nowhere/clamd.ctl", Buffer.from("x"))).toBe("unavailable");
    expect(await scan("command:/nowhere/scan", Buffer.from("x"))).toBe("unavailable");
  });

  test.each([
    ["/bin/true", "clean"],
    ["/bin/false", "harmful"],
    ["/bin/sh /nowhere/script", "unavailable"],
  ])("that is the program %s means %s", async (program, verdict) => {
    expect(await scan(`command:${program}`, Buffer.alloc(300_000))).toBe(verdict);
  });
});
