import { problem, type Problem } from "../kernel/problem.ts";
import { constraintOf } from "./in-tenant.ts";

/**
 * Thrown where a refusal shows only after something was written: the transaction is rolled back and
 * whoever started it answers with the problems. Everything else is refused by returned values.
 */
export class Refusal extends Error {
  readonly problems: readonly Problem[];

  constructor(...problems: readonly Problem[]) {
    super(problems.map(({ id }) => id).join(", "));
    this.problems = problems;
  }
}

/** What a broken constraint means to the one who asked. */
const OF_CONSTRAINT: ReadonlyMap<string, Problem> = new Map([
  ["matter_one_open_investigation", problem("investigation.already-open", { status: 409 })],
  ["matter_pkey", problem("command.id-taken", { status: 409, pointer: "/matter" })],
  ["document_pkey", problem("command.id-taken", { status: 409, pointer: "/ids/document" })],
  // A thing that is counted by itself (a follow-up of a measure) was named by an id of somebody else's.
  [
    "followup_key_tenant_kind_subject_key",
    problem("command.id-taken", { status: 409, pointer: "/ids" }),
  ],
  ["relation_pkey", problem("command.id-taken", { status: 409, pointer: "/relations" })],
]);

/** The problems of a refusal or of a constraint that stands for one; undefined for any other error. */
export function problemsOf(error: unknown): readonly Problem[] | undefined {
  if (error instanceof Refusal) return error.problems;
  const found = OF_CONSTRAINT.get(constraintOf(error) ?? "");
  return found === undefined ? undefined : [found];
}
