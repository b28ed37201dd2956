import { expect, test } from "vitest";
import { parseArguments } from "./arguments.ts";
import { EXIT } from "./command.ts";
import { demo } from "./demo.ts";

test("a size that is not said as one makes no municipality of another", async () => {
  const err: string[] = [];
  const output = { out: () => undefined, err: (line: string) => void err.push(line) };
  expect(await demo(parseArguments(["tiny"]), output)).toBe(EXIT.unusable);
  expect(await demo(parseArguments(["--size", "huge"]), output)).toBe(EXIT.unusable);
  expect(err).toEqual([
    expect.stringContaining("--size"),
    expect.stringMatching(/no size huge\. Sizes: tiny, small/u),
  ]);
});
