import { parseUuid, type Uuid } from "../../kernel/ids.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import { readFieldsOf } from "../../store/drafts/draft-rows.ts";
import type { Tx } from "../../store/in-tenant.ts";
import type { AktRequest } from "../../store/commands/request.ts";
import type { RequestContext } from "../http/handler.ts";

/** Those who decide in a meeting or by a signature on paper; a worker registers what they decided. */
const DECIDED_ELSEWHERE: ReadonlySet<string> = new Set(["committee", "board", "chair"]);

/**
 * A decision by delegation is made by the one who is signed in, in person. Whether that person may make it is
 * for the delegation order, in the domain.
 */
export async function deciderProblem(
  tx: Tx,
  ctx: RequestContext,
  request: AktRequest,
): Promise<Problem | undefined> {
  const named = await namedDecider(tx, request);
  const decider = named === undefined ? undefined : ctx.organisation.staff.get(named);
  if (named === undefined || named === ctx.staff.staff) return undefined;
  if (decider !== undefined && DECIDED_ELSEWHERE.has(decider.role)) return undefined;
  return problem("decision.decider-not-you", { pointer: "/data/decider" });
}

/** Who is said to decide: the id of the command, else the draft's answer, else the answer sent along. */
async function namedDecider(tx: Tx, request: AktRequest): Promise<Uuid | undefined> {
  const byId = request.ids["decider"];
  if (byId !== undefined) return byId;
  const { draft } = request;
  const inDraft = draft === undefined ? [] : await readFieldsOf(tx, [{ draft, path: "decider" }]);
  const written: unknown = inDraft[0] === undefined ? undefined : JSON.parse(inDraft[0].value);
  return textAsUuid(written) ?? textAsUuid(request.data["decider"]);
}

function textAsUuid(value: unknown): Uuid | undefined {
  return typeof value === "string" ? parseUuid(value) : undefined;
}
