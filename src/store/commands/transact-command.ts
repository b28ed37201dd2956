import { problem, type Problem } from "../../kernel/problem.ts";
import { fail, type Result } from "../../kernel/result.ts";
import { logAccess } from "../access-log.ts";
import type { Store } from "../deps.ts";
import { inTenant, type Tx } from "../in-tenant.ts";
import { problemsOf } from "../refusal.ts";
import { boardTime, findOrganisation } from "./organisation.ts";
import type { RequestBase } from "./request.ts";

/**
 * Runs a command in a transaction of its own. A refusal leaves a row in the access log that says which
 * rule refused: in the same transaction when nothing was written, else in one of its own.
 */
export async function transactCommand<A>(
  store: Store,
  request: RequestBase,
  run: (tx: Tx) => Promise<Result<A>>,
): Promise<Result<A>> {
  try {
    return await inTenant(store.pools.app, request.tenant, async (tx) => {
      const result = await run(tx);
      if (!result.ok) await logRefusal(store, tx, request, result.problems);
      return result;
    });
  } catch (error) {
    const problems = problemsOf(error);
    if (problems === undefined) throw error;
    await inTenant(store.pools.app, request.tenant, (tx) =>
      logRefusal(store, tx, request, problems),
    );
    return fail(problems);
  }
}

/** Notes that somebody tried: who, what and the rule, never what was written. */
export async function logRefusal(
  store: Store,
  tx: Tx,
  request: Pick<RequestBase, "access">,
  problems: readonly Problem[],
): Promise<void> {
  const organisation = await findOrganisation(store, tx);
  const now =
    organisation === undefined ? store.clock.now() : boardTime(store, organisation.board).now;
  const first = problems[0] ?? problem("command.refused");
  logAccess(tx, "refused", request.access, now, first.ruleId ?? first.id);
}
