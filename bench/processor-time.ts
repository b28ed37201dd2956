import { readdirSync, readFileSync } from "node:fs";

const TICK_MS = 10;

interface Ticks {
  readonly parent: number;
  readonly ms: number;
}

/** Processor time of a process in milliseconds, with that of the children it has outlived; 0 where the system does not tell. */
export function processorMsOf(pid: number): number {
  return ticksOf(pid)?.ms ?? 0;
}

/** Processor time of a process and of everything it has started, in milliseconds. */
export function processorMsOfTree(pid: number): number {
  const all = readdirSync("/proc")
    .map(Number)
    .filter((each) => Number.isInteger(each) && each > 0);
  const found = new Map(
    all.flatMap((each) => {
      const ticks = ticksOf(each);
      return ticks === undefined ? [] : [[each, ticks] as const];
    }),
  );
  let sum = 0;
  for (const [each, { ms }] of found) {
    for (let at = each; at > 1; at = found.get(at)?.parent ?? 0) {
      if (at !== pid) continue;
      sum += ms;
      break;
    }
  }
  return sum;
}

/** The process that started this one; 0 where the system does not tell. */
export function parentOf(pid: number): number {
  return ticksOf(pid)?.parent ?? 0;
}

/** The name of the program in the second place may hold spaces and brackets: what follows it is counted. */
function ticksOf(pid: number): Ticks | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    const rest = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    const sum = [11, 12, 13, 14].reduce((all, at) => all + (rest[at] ?? 0), 0);
    return { parent: rest[1] ?? 0, ms: sum * TICK_MS };
  } catch {
    return undefined;
  }
}
