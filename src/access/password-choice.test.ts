import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../kernel/random.ts";
import { refusedChoice } from "./password-choice.ts";
import { readableSecret } from "./passwords.ts";

const names = ["Ylva Stenmo", "ylva"];
const refused = (password: string) => refusedChoice(password, "/new", names)?.id;

describe("a password one chooses", () => {
  it.each([
    ["kort fras", "session.password-short"],
    ["a1b2c3d4".repeat(17), "session.password-long"],
    ["111111111111111", "session.password-guessable"],
    ["abababababababab", "session.password-guessable"],
    ["password12345", "session.password-guessable"],
    ["P@ssw0rd!P@ssw0rd!", "session.password-guessable"],
    ["Sommaren2026!!", "session.password-guessable"],
    ["qwertyuiop1234", "session.password-guessable"],
    ["YlvaStenmo1984", "session.password-guessable"],
    ["Socialtjänsten123", "session.password-guessable"],
    ["Välkommen2026hej", "session.password-guessable"],
    ["20260101-20261231", "session.password-guessable"],
  ])("refuses what is too long or easily guessed: %j", (password, id) => {
    expect(refused(password)).toBe(id);
  });

  it.each([
    "korrekt häst batteri",
    "mormors blåa spis",
    "fyra små grodor hoppar",
    "q8#vK2!mZp0&xL",
    "пароль из слов",
    "ö".repeat(3) + "krig fågel",
  ])("takes %j", (password) => {
    expect(refused(password)).toBeUndefined();
  });

  it("takes every code the program draws itself", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = seededRandom(String(seed));
        expect(refused(readableSecret((length) => random.bytes(length)))).toBeUndefined();
      }),
    );
  });
});
