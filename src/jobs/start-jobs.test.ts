import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startJobs } from "./start-jobs.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("startJobs", () => {
  it("runs each job at its own pace, one at a time", async () => {
    const done: string[] = [];
    const job = (name: string, everyMs: number) => ({
      name,
      everyMs,
      run: async () => void done.push(name),
    });
    const running = startJobs([job("a", 10), job("b", 25)], () => undefined);
    await vi.advanceTimersByTimeAsync(30);
    await running.stop();
    await vi.advanceTimersByTimeAsync(100);
    expect(done).toEqual(["a", "b", "a", "a", "b", "a"]);
  });

  it("tells of a job that failed and tries it again", async () => {
    const faults: string[] = [];
    const failing = {
      name: "seal",
      everyMs: 10,
      run: async () => Promise.reject(new Error("no database")),
    };
    const running = startJobs([failing], (job) => void faults.push(job));
    await vi.advanceTimersByTimeAsync(15);
    await running.stop();
    expect(faults).toEqual(["seal", "seal"]);
  });
});
