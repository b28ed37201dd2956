import { expect, it } from "vitest";
import { parseArguments } from "./arguments.ts";
import { EXIT } from "./command.ts";
import { followupReport } from "./followup-report.ts";

it("needs the name of one report, before anything is opened", async () => {
  const err: string[] = [];
  const output = { out: () => undefined, err: (line: string) => void err.push(line) };
  expect(await followupReport(parseArguments([]), output)).toBe(EXIT.unusable);
  expect(await followupReport(parseArguments(["board", "activity"]), output)).toBe(EXIT.unusable);
  expect(err).toEqual(Array(2).fill("Name one report: activity, client-group or board."));
});

it("takes days and a file, and nothing else for them", () => {
  const taken = parseArguments(["board", "--from", "2026-01-01", "--pdf", "board.pdf"]);
  expect(taken).toMatchObject({ from: "2026-01-01", pdf: "board.pdf", unknown: [] });
  expect(parseArguments(["--to", "soon", "--pdf", "--json"]).unknown).toEqual(["--to", "--pdf"]);
});
