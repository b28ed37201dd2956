import { randomBytes } from "node:crypto";
import { isTestNumber } from "../access/test-numbers.ts";
import {
  DEFAULT_SEED,
  DEFAULT_SIZE,
  makeMunicipality,
  municipalitySizes,
} from "../demo/make-municipality.ts";
import { followupProjector } from "../followup/writer/projector.ts";
import { programStore } from "../store/program-store.ts";
import { EXIT, type CliOutput, type RunCommand } from "./command.ts";
import { checkDemo } from "./demo-check.ts";
import type { OpenProgram } from "./open-program.ts";
import { withProgram } from "./with-program.ts";

/** Makes another board with an invented municipality, beside those that are there, and waits until it is filled. */
export const demo: RunCommand = async (args, output) => {
  const sizes = municipalitySizes();
  if (args.words.length > 0) {
    output.err("Say how large with --size, what it is drawn from with --seed, and nothing else.");
    return EXIT.unusable;
  }
  const size = args.size ?? DEFAULT_SIZE;
  if (!sizes.includes(size)) {
    output.err(`There is no size ${size}. Sizes: ${sizes.join(", ")}`);
    return EXIT.unusable;
  }
  if (args.check)
    return checkDemo(output, { size, seed: args.seed ?? DEFAULT_SEED, json: args.json });
  const making = async (program: OpenProgram) => {
    await make(program, output, { size, seed: args.seed, json: args.json });
    return EXIT.agreed;
  };
  return withProgram(output, making, { migrates: true });
};

async function make(
  { specification, settings, pools, clock }: OpenProgram,
  output: CliOutput,
  wanted: { readonly size: string; readonly seed: string | undefined; readonly json: boolean },
): Promise<void> {
  const projectors = [followupProjector({ randomBytes, settings })];
  const store = programStore(pools, specification, { projectors, isTestNumber, clock });
  const { size, seed, json } = wanted;
  const told = (done: number, total: number) => {
    const tenth = Math.ceil(total / 10);
    if (done % tenth === 0 || done === total)
      output.err(`${bar(done, total)} ${done} of ${total} families`);
  };
  const made = await makeMunicipality(store, { size, seed, randomBytes, told });
  const { tenant, board, accounts } = made;
  if (!json) output.out(`${board} (board ${tenant})`);
  for (const { username, password, role } of json ? [] : accounts) {
    output.out(`${username.padEnd(12)} ${password}  ${role}`);
  }
  const families = await made.filled;
  if (json) output.out(JSON.stringify({ tenant, board, size, families, accounts }));
}

const WIDTH = 20;

function bar(done: number, total: number): string {
  const full = Math.round((WIDTH * done) / Math.max(total, 1));
  return `[${"=".repeat(full)}${" ".repeat(WIDTH - full)}]`;
}
