import { deflateRawSync, zstdCompressSync } from "node:zlib";
import { expect, test } from "vitest";
import { textsOf } from "./unpack.ts";

const SECRET = "xqabcdef";

function answer(rawPayload: Buffer, type = "application/octet-stream") {
  return { headers: { "content-type": type }, rawPayload, payload: rawPayload.toString("utf8") };
}

function zipped(name: string, text: string): Buffer {
  const packed = deflateRawSync(Buffer.from(text));
  const head = Buffer.alloc(30);
  head.write("PK\u0003\u0004", "latin1");
  head.writeUInt16LE(8, 8);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, Buffer.from(name), packed]);
}

test("a file is looked through where it is packed: archives, names of their parts, and Parquet", () => {
  const beside = "a".repeat(300);
  const page = zstdCompressSync(Buffer.from(`${beside}${SECRET}${beside}`));
  const files = [
    Buffer.from(`{"name":"${SECRET}"}`),
    Buffer.concat([zipped("a.csv", beside), zipped("b.csv", `${beside} ${SECRET} ${beside}`)]),
    zipped(`${SECRET}.csv`, beside),
    Buffer.concat([
      Buffer.from("PAR1"),
      zstdCompressSync(Buffer.from(beside)),
      page,
      Buffer.from("tail"),
    ]),
  ];
  for (const file of files) expect(textsOf(answer(file)).join("\n")).toContain(SECRET);
  // Packed, it can't be read without being opened.
  expect(files.map((file) => file.includes(SECRET)).slice(0, 3)).toEqual([true, false, true]);
});
