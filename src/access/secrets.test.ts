import { describe, expect, it } from "vitest";
import { randomBytes } from "node:crypto";
import { hashPassword, readableSecret, verifyPassword } from "./passwords.ts";
import { BOX_KEY_BYTES, makeSecretBox } from "./secret-box.ts";

const key = () => randomBytes(BOX_KEY_BYTES);

describe("what is kept of secrets", () => {
  it("a password is hashed by argon2id with 19 MiB and two passes, with a salt of its own", async () => {
    const [one, other] = [
      await hashPassword("en alldeles ny fras"),
      await hashPassword("en alldeles ny fras"),
    ];
    expect(one).toMatch(
      /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/u,
    );
    expect(other).not.toBe(one);
    expect(one).not.toContain("fras");
  });

  it("a password counts to its last letter", async () => {
    const long = `${"lång fras ".repeat(12)}`;
    const hash = await hashPassword(`${long}a`);
    expect(await verifyPassword(hash, `${long}a`)).toBe(true);
    expect(await verifyPassword(hash, `${long}b`)).toBe(false);
    expect(await verifyPassword(hash, long)).toBe(false);
  });

  it("a code to be read has 79 bits, and no letters that are mistaken for each other", () => {
    const all = Array.from({ length: 200 }, () => readableSecret((length) => randomBytes(length)));
    for (const each of all) expect(each).toMatch(/^(?:[a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/u);
    expect(new Set(all).size).toBe(all.length);
    expect(new Set(all.join("")).size).toBe(32);
  });
});

describe("a box", () => {
  const secret = Buffer.from("tolv ord om ingenting alls");

  it("a sealed secret opens for whom it was sealed for alone, and is never sealed alike twice", () => {
    const box = makeSecretBox([key()], randomBytes);
    const [one, other] = [box.seal(secret, "totp 1 a"), box.seal(secret, "totp 1 a")];
    expect(one.equals(other)).toBe(false);
    expect(one.includes(secret)).toBe(false);
    expect(box.open(one, "totp 1 a")).toEqual(secret);
    expect(box.open(one, "totp 1 b")).toBeUndefined();
    expect(makeSecretBox([key()], randomBytes).open(one, "totp 1 a")).toBeUndefined();
    for (let at = 0; at < one.length; at += 1) {
      const changed = Buffer.from(one);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(box.open(changed, "totp 1 a"), String(at)).toBeUndefined();
    }
    expect(box.open(one.subarray(0, 20), "totp 1 a")).toBeUndefined();
  });

  it("a key is turned: what was sealed with the former opens, and is sealed anew with the new one", () => {
    const [former, now] = [key(), key()];
    const before = makeSecretBox([former], randomBytes).seal(secret, "totp 1 a");
    const turning = makeSecretBox([now, former], randomBytes);
    expect(turning.open(before, "totp 1 a")).toEqual(secret);
    const anew = turning.seal(secret, "totp 1 a");
    expect(makeSecretBox([now], randomBytes).open(anew, "totp 1 a")).toEqual(secret);
    expect(makeSecretBox([former], randomBytes).open(anew, "totp 1 a")).toBeUndefined();
  });

  it("takes no key of another length, nor none", () => {
    expect(() => makeSecretBox([randomBytes(16)], randomBytes)).toThrow(RangeError);
    expect(() => makeSecretBox([], randomBytes)).toThrow(RangeError);
  });
});
