import type { Answers } from "../../src/domain/event.ts";
import { evaluateTruth } from "../../src/kernel/expression/evaluate.ts";
import type { Expression, Facts } from "../../src/kernel/expression/types.ts";
import { formEnvironment } from "./form-environment.ts";

/** Whether a condition of the specification holds for the answers so far; an unsettled one hides nothing. */
export function holds(condition: Expression | undefined, answers: Answers, today: string): boolean {
  if (condition === undefined) return true;
  return evaluateTruth(condition, factsOf(answers), formEnvironment(today)) === true;
}

const factsBefore = new WeakMap<Answers, Facts>();

/** The same answers are asked about by many conditions. */
function factsOf(answers: Answers): Facts {
  const facts = factsBefore.get(answers) ?? makeFacts(answers);
  factsBefore.set(answers, facts);
  return facts;
}

function makeFacts(answers: Answers): Facts {
  const fields: Record<string, string | number | boolean | readonly string[]> = {};
  for (const [id, value] of Object.entries(answers)) {
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
      fields[id] = value;
    else if (Array.isArray(value) && value.every((code) => typeof code === "string"))
      fields[id] = value;
  }
  return { fields };
}
