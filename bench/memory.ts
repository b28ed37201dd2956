// The most memory the server has held through signing and reading.
import { rounded, type BenchResult } from "./bench-result.ts";
import { openFixture } from "./fixture.ts";

const LIMIT_MB = 400;

export async function run(): Promise<BenchResult[]> {
  const { server } = await openFixture();
  const peak = server.peakMemory();
  if (peak === undefined) return [];
  return [
    {
      name: "Node server, most memory",
      value: rounded(peak),
      unit: "MB",
      limit: LIMIT_MB,
      detail: "peak resident set of the server's process after everything above",
    },
  ];
}
