import { checkLaw } from "../rules/check.ts";
import { loadSpecification } from "../store/specification.ts";
import { describe } from "./check-files.ts";
import { EXIT, type RunCommand } from "./command.ts";

/** Reads all of `spec/`, as the server does, and checks that its parts fit together. */
export const specCheck: RunCommand = async (args, output) => {
  const read = await loadSpecification();
  if (!read.ok) {
    for (const problem of read.problems) {
      output.err(
        `${problem.params?.["file"] ?? problem.params?.["pack"] ?? "spec"}: ${describe(problem)}`,
      );
    }
    return EXIT.differs;
  }
  const { packs, law } = read.value;
  const problems = checkLaw(law.law);
  for (const problem of problems) output.err(`law: ${describe(problem)}`);
  const found = packs.packs.map(({ name, digest }) => ({ name, digest }));
  if (args.json) output.out(JSON.stringify({ packs: found, law: law.digest, problems }));
  else {
    for (const { name, digest } of found) output.out(`${name} ${digest.slice(0, 12)} ok`);
    output.out(`law ${law.digest.slice(0, 12)} ${problems.length === 0 ? "ok" : "has faults"}`);
  }
  return problems.length === 0 ? EXIT.agreed : EXIT.differs;
};
