import { describe, expect, test } from "vitest";

import { makeWireWriter, wireValue } from "./wire.ts";

const hex = (bytes: Buffer) => bytes.toString("hex");
const ascii = (text: string) => Buffer.from(text).toString("hex");

describe("messages", () => {
  test("are written as the protocol has them, in one piece", () => {
    const writer = makeWireWriter();
    writer.parse("q", "select $1");
    writer.bind("q", ["å", null, Buffer.from([1, 2])]);
    writer.describe();
    writer.execute();
    writer.sync();
    expect(hex(writer.take())).toBe(
      [
        `50 00000012 ${ascii("q")}00 ${ascii("select $1")}00 0000`,
        `42 00000023 00 ${ascii("q")}00 0003 0000 0000 0001 0003`,
        "00000002 c3a5 ffffffff 00000002 0102 0000",
        "44 00000006 50 00",
        "45 00000009 00 00000000",
        "53 00000004",
      ]
        .join("")
        .replaceAll(" ", ""),
    );
    expect(writer.take()).toHaveLength(0);
  });

  test("hold texts longer than the room there was", () => {
    const writer = makeWireWriter();
    const text = "ö".repeat(3_000_000);
    writer.bind("", [text]);
    const bytes = writer.take();
    expect(bytes.readUInt32BE(1)).toBe(bytes.length - 1);
    expect(bytes.subarray(-2 - text.length * 2, -2).toString()).toBe(text);
    writer.close("q");
    expect(hex(writer.take())).toBe(`430000000753${ascii("q")}00`);
  });
});

describe("wireValue", () => {
  test.each([
    [null, null],
    [undefined, null],
    ["text", "text"],
    [12.5, "12.5"],
    [true, "true"],
    [{ a: [1] }, '{"a":[1]}'],
    [[], "{}"],
    [["a", null, 'say "\\"'], '{"a",NULL,"say \\"\\\\\\""}'],
    [[[1], [2]], '{{"1"},{"2"}}'],
    [[new Uint8Array([255])], String.raw`{"\\xff"}`],
  ])("%j", (value, wire) => expect(wireValue(value)).toBe(wire));

  test("bytes stay bytes", () => {
    expect(wireValue(new Uint8Array([1, 2]).subarray(1))).toEqual(Buffer.from([2]));
  });
});
