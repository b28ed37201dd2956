import { deflateSync, inflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tiffPages } from "./tiff.ts";

interface Shape {
  readonly width: number;
  readonly height: number;
  readonly samples: number;
  readonly bits: number;
  readonly photometric: number;
  readonly compression: number;
  readonly predictor?: number;
}

/** A little-endian TIFF of one strip a page. */
function tiffOf(shape: Shape, strips: readonly Buffer[]): Buffer {
  const parts: Buffer[] = [Buffer.from("II*\u0000", "latin1"), Buffer.alloc(4)];
  let at = 8;
  const put = (part: Buffer): number => {
    const place = at;
    parts.push(part);
    at += part.length;
    return place;
  };
  const places = strips.map((strip) => put(strip));
  let link: { readonly buffer: Buffer; readonly offset: number } = {
    buffer: parts[1] ?? Buffer.alloc(4),
    offset: 0,
  };
  for (const [n, strip] of strips.entries()) {
    const tags: readonly (readonly [number, number])[] = [
      [256, shape.width],
      [257, shape.height],
      [258, shape.bits],
      [259, shape.compression],
      [262, shape.photometric],
      [273, places[n] ?? 0],
      [277, shape.samples],
      [278, shape.height],
      [279, strip.length],
      ...(shape.predictor === undefined ? [] : [[317, shape.predictor] as const]),
    ];
    const directory = Buffer.alloc(2 + tags.length * 12 + 4);
    directory.writeUInt16LE(tags.length, 0);
    for (const [i, [tag, value]] of tags.entries()) {
      directory.writeUInt16LE(tag, 2 + i * 12);
      directory.writeUInt16LE(4, 4 + i * 12);
      directory.writeUInt32LE(1, 6 + i * 12);
      directory.writeUInt32LE(value, 10 + i * 12);
    }
    link.buffer.writeUInt32LE(put(directory), link.offset);
    link = { buffer: directory, offset: 2 + tags.length * 12 };
  }
  return Buffer.concat(parts);
}

/** The rows of a PNG of ours, without the filter byte that each begins with. */
function pointsOf(png: Buffer | undefined, rowBytes: number): Buffer {
  if (png === undefined) throw new Error("no page");
  const from = png.indexOf("IDAT");
  const rows = inflateSync(png.subarray(from + 4, from + 4 + png.readUInt32BE(from - 4)));
  const lines = Array.from({ length: rows.length / (rowBytes + 1) }, (_, y) =>
    rows.subarray(y * (rowBytes + 1) + 1, (y + 1) * (rowBytes + 1)),
  );
  return Buffer.concat(lines);
}

const grey: Shape = { width: 4, height: 3, samples: 1, bits: 8, photometric: 1, compression: 1 };
const points = Buffer.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);

/** Runs of PackBits, each literal. */
function packed(data: Buffer): Buffer {
  return Buffer.concat([...data].map((byte) => Buffer.from([0, byte])));
}

/** LZW with a clear before each point: codes of 9 bits only. */
function lzw(data: Buffer): Buffer {
  const codes = [...data].flatMap((byte) => [256, byte]).concat(257);
  const bits = codes.map((code) => code.toString(2).padStart(9, "0")).join("");
  return Buffer.from(
    (bits.match(/.{1,8}/g) ?? []).map((each) => Number.parseInt(each.padEnd(8, "0"), 2)),
  );
}

describe("a TIFF", () => {
  test("of grey, packed in any of four ways, has the same points", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 12, maxLength: 12 }), (drawn) => {
        const data = Buffer.from(drawn);
        for (const [compression, strip] of [
          [1, data],
          [5, lzw(data)],
          [8, deflateSync(data)],
          [32773, packed(data)],
        ] as const) {
          const pages = tiffPages(tiffOf({ ...grey, compression }, [strip]));
          expect(pointsOf(pages?.[0], 4)).toEqual(data);
        }
      }),
    );
  });

  test("of several pages has one picture a page", () => {
    expect(tiffPages(tiffOf(grey, [points, points, points]))).toHaveLength(3);
  });

  test("in colour with differences between neighbours is added up", () => {
    const shape: Shape = { ...grey, width: 2, height: 2, samples: 3, photometric: 2, predictor: 2 };
    const rows = Buffer.from([10, 20, 30, 1, 1, 1, 5, 5, 5, 250, 0, 2]);
    const pages = tiffPages(tiffOf(shape, [rows]));
    expect([...pointsOf(pages?.[0], 6)]).toEqual([10, 20, 30, 11, 21, 31, 5, 5, 5, 255, 5, 7]);
  });

  test("where white is zero is turned round", () => {
    const shape: Shape = { ...grey, width: 8, height: 1, bits: 1, photometric: 0 };
    expect([...pointsOf(tiffPages(tiffOf(shape, [Buffer.from([0b10100000])]))?.[0], 1)]).toEqual([
      0b01011111,
    ]);
  });

  test.each([
    ["a fax", { ...grey, bits: 1, compression: 4 }, points],
    ["a JPEG in it", { ...grey, compression: 7 }, points],
    ["sixteen bits", { ...grey, bits: 16 }, points],
    ["less than it says", grey, points.subarray(0, 5)],
    ["more points than anybody scans", { ...grey, width: 100_000, height: 100_000 }, points],
  ])("with %s is not guessed at", (_, shape, strip) => {
    expect(tiffPages(tiffOf(shape, [strip]))).toBeUndefined();
  });

  test("of any bytes at all ends in a picture or in nothing", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const pages = tiffPages(Buffer.concat([Buffer.from("II*\u0000", "latin1"), bytes]));
        expect(pages === undefined || pages.length > 0).toBe(true);
      }),
    );
  });
});
