import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { parseSessionCookie } from "../../access/session-cookie.ts";
import { newToken } from "./open-session.ts";

it("a session has 256 bits that nobody has drawn before", () => {
  const drawn: number[] = [];
  const draw = (length: number) => {
    drawn.push(length);
    return randomBytes(length);
  };
  const all = Array.from({ length: 200 }, () => newToken({ app: { randomBytes: draw } }));
  expect(new Set(drawn)).toEqual(new Set([32]));
  expect(new Set(all).size).toBe(all.length);
  for (const token of all) expect(parseSessionCookie(`1.${token}`)?.token).toBe(token);
});
