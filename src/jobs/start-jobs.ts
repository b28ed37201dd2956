/** Something done again and again while the program runs; safe to do once too often. */
export interface Job {
  readonly name: string;
  readonly everyMs: number;
  run(): Promise<void>;
}

export interface RunningJobs {
  /** No job starts any more; waits for the one under way. */
  stop(): Promise<void>;
}

/**
 * Runs each job now and then at its own pace, one at a time. A job that fails is told to `onFault` and tried
 * again at its next turn.
 */
export function startJobs(
  jobs: readonly Job[],
  onFault: (job: string, error: unknown) => void,
): RunningJobs {
  let line: Promise<void> = Promise.resolve();
  let stopped = false;
  function enqueue(job: Job): void {
    line = line.then(async () => {
      if (stopped) return;
      await job.run().catch((error: unknown) => onFault(job.name, error));
    });
  }
  const timers = jobs.map((job) => {
    enqueue(job);
    return setInterval(() => enqueue(job), job.everyMs);
  });
  return {
    stop: async () => {
      stopped = true;
      timers.forEach(clearInterval);
      await line;
    },
  };
}
