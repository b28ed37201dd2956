import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fixedClock } from "./clock.ts";
import { parseUuid, seededIdSource, seededRandom, uuidV7 } from "./ids.ts";
import { instantOfMillis } from "./instant.ts";

const tenBytes = fc.uint8Array({ minLength: 10, maxLength: 10 });
const anyMillis = fc.integer({ min: 0, max: 2 ** 48 - 1 });

describe("uuids", () => {
  it("are made as in the example of RFC 9562 A.6", () => {
    const random = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
    expect(uuidV7(0x017f22e279b0, random)).toBe("017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
  });
  it("always have version 7, the variant and their time", () => {
    fc.assert(
      fc.property(anyMillis, tenBytes, (millis, random) => {
        const uuid = uuidV7(millis, random);
        expect(parseUuid(uuid)).toBe(uuid);
        expect(uuid).toMatch(/^.{14}7.{4}[89ab]/);
        expect(Number.parseInt(uuid.replaceAll("-", "").slice(0, 12), 16)).toBe(millis);
      }),
    );
  });
  it("sort by time", () => {
    fc.assert(
      fc.property(anyMillis, anyMillis, tenBytes, tenBytes, (a, b, one, other) => {
        fc.pre(a !== b);
        expect(uuidV7(a, one) < uuidV7(b, other)).toBe(a < b);
      }),
    );
  });
  it("keep 74 of the random bits", () => {
    const ones = uuidV7(0, new Uint8Array(10).fill(0xff));
    expect(ones).toBe("00000000-0000-7fff-bfff-ffffffffffff");
    expect(uuidV7(2 ** 48 - 1, new Uint8Array(10))).toBe("ffffffff-ffff-7000-8000-000000000000");
  });
  it("refuse other input", () => {
    expect(() => uuidV7(-1, new Uint8Array(10))).toThrow(RangeError);
    expect(() => uuidV7(2 ** 48, new Uint8Array(10))).toThrow(RangeError);
    expect(() => uuidV7(1, new Uint8Array(9))).toThrow(RangeError);
  });
  it("are read in either case, and nothing else is", () => {
    expect(parseUuid("017F22E2-79B0-7CC3-98C4-DC0C0C07398F")).toBe(
      "017f22e2-79b0-7cc3-98c4-dc0c0c07398f",
    );
    for (const text of [
      "",
      "017f22e279b07cc398c4dc0c0c07398f",
      "017f22e2-79b0-7cc3-98c4-dc0c0c07398g",
    ]) {
      expect(parseUuid(text)).toBeUndefined();
    }
  });
});

describe("seeded numbers", () => {
  const clock = fixedClock(instantOfMillis(Date.UTC(2026, 0, 1)));
  it("repeat for a seed and differ between seeds", () => {
    const take = (seed: number | string): string[] => {
      const source = seededIdSource(seed, clock);
      return Array.from({ length: 1000 }, () => source.next());
    };
    expect(take("demo")).toEqual(take("demo"));
    expect(take(1)).not.toEqual(take(2));
    expect(new Set([...take(1), ...take(2), ...take("demo")]).size).toBe(3000);
  });
  it("are these for ever: a replay of old demo data depends on them", () => {
    const random = seededRandom("demo");
    expect([random.uint32(), random.uint32(), random.uint32()]).toEqual([
      1_660_946_799, 1_047_912_420, 3_198_862_204,
    ]);
    expect([...random.bytes(4)]).toEqual([85, 158, 245, 237]);
  });
  it("are spread evenly", () => {
    const random = seededRandom("spread");
    const counts = Array.from({ length: 10 }, () => 0);
    for (let round = 0; round < 100_000; round += 1) {
      const at = random.integer(0, 9);
      counts[at] = (counts[at] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });
  it("stay within their bounds", () => {
    const random = seededRandom(7);
    for (let round = 0; round < 1000; round += 1) {
      expect(random.float()).toBeGreaterThanOrEqual(0);
      expect(random.float()).toBeLessThan(1);
      expect([3, 4, 5]).toContain(random.integer(3, 5));
      expect(["a", "b"]).toContain(random.pick(["a", "b"]));
    }
    expect(random.bytes(16)).toHaveLength(16);
    expect(random.pick(["only"])).toBe("only");
    expect(() => random.pick([])).toThrow(RangeError);
  });
});
