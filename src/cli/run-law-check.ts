import { loadSpecification } from "../store/specification.ts";
import { checkFiles, describe } from "./check-files.ts";
import { EXIT, type RunCommand } from "./command.ts";
import { lawCheck } from "./law-check.ts";

/** `law check FILE...`: worked examples of deadlines against the law as data. */
export const runLawCheck: RunCommand = async (args, output) => {
  const specification = await loadSpecification();
  if (!specification.ok) {
    for (const problem of specification.problems) output.err(`spec: ${describe(problem)}`);
    return EXIT.unusable;
  }
  const { law, calendar } = specification.value;
  return checkFiles(args, output, async (file, text) => lawCheck(file, text, law.law, calendar));
};
