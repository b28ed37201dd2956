import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { makeLogWriter } from "./log-writer.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("lines of a moment are written in one piece, in their order", () => {
  const written: string[] = [];
  const log = makeLogWriter((text) => void written.push(text));
  log.say("first");
  log.say("second");
  expect(written).toEqual([]);
  vi.advanceTimersByTime(60);
  expect(written).toEqual(["first\nsecond\n"]);
  log.say("third");
  vi.advanceTimersByTime(60);
  expect(written).toEqual(["first\nsecond\n", "third\n"]);
});

test("at the end nothing is lost, and nothing is written twice", () => {
  const written: string[] = [];
  const log = makeLogWriter((text) => void written.push(text));
  log.say("last");
  log.flush();
  log.flush();
  vi.advanceTimersByTime(60);
  expect(written).toEqual(["last\n"]);
});
