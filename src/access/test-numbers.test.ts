import { describe, expect, it } from "vitest";
import { isTestNumber } from "./test-numbers.ts";

describe("isTestNumber", () => {
  it.each([
    ["189001019802", "reserved series, first of the list"],
    ["201402179814", "individual number 981"],
    ["189012219367", "in the list of Skatteverket"],
  ])("takes %s (%s)", (value) => {
    expect(isTestNumber(value)).toBe(true);
  });

  it.each([
    ["189012219368", "one digit beside a number of the list"],
    ["191102121991", "digits of the list across two numbers"],
    ["19121212121", "too short"],
    ["20140217-T981", "a provisional identity is not a number"],
    ["", "nothing"],
  ])("refuses %s (%s)", (value) => {
    expect(isTestNumber(value)).toBe(false);
  });
});
