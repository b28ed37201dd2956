import { readFollowupSettings } from "../followup/read-settings.ts";
import type { Pools } from "../store/pools.ts";
import { loadSpecification, SPEC_DIRECTORY } from "../store/specification.ts";
import { checkFiles, describe } from "./check-files.ts";
import { EXIT, type RunCommand } from "./command.ts";
import { replayCase } from "./replay/replay-case.ts";
import { openScratchDatabase, type ScratchDatabase } from "./replay/scratch-database.ts";

/** `replay FILE...`: cases as real commands in a database of their own, compared with what they expect. */
export const runReplay: RunCommand = async (args, output) => {
  const specification = await loadSpecification();
  const followup = readFollowupSettings(SPEC_DIRECTORY);
  if (!specification.ok || !followup.ok) {
    const problems = [specification, followup].flatMap((read) => (read.ok ? [] : read.problems));
    for (const problem of problems) output.err(`spec: ${describe(problem)}`);
    return EXIT.unusable;
  }
  const spec = { specification: specification.value, followup: followup.value };
  let scratch: ScratchDatabase | undefined;
  /** Started when the first usable file is played: a file that is none is told at once. */
  async function pools(): Promise<Pools> {
    if (scratch === undefined) {
      const opened = await openScratchDatabase(process.env);
      if (!opened.ok) throw new Error(opened.problems.map(describe).join("; "));
      scratch = opened.value;
    }
    return scratch.pools;
  }
  try {
    return await checkFiles(args, output, (file, text) => replayCase(file, text, pools, spec));
  } finally {
    await scratch?.close();
  }
};
