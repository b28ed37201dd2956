import {
  accessLaw,
  hintsOf,
  mostAccessRows,
  relationToAkt,
  wordsOfActions,
  wordsOfKind,
} from "../../access/read-log.ts";
import { accesses } from "../../contract/views/accesses.ts";
import { stockholmLocal, type Instant } from "../../kernel/instant.ts";
import { fail, ok } from "../../kernel/result.ts";
import { logView } from "../../store/access-log.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { findBriefs } from "../../store/views/person-brief.ts";
import {
  performsOnDay,
  readPerformed,
  type PerformedDays,
} from "../../store/views/list-assignments.ts";
import { readAccesses, type AccessGroup } from "../../store/views/read-accesses.ts";
import { accessEntry } from "../http/denied.ts";
import { handle, type AnswerOf, type RequestContext } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { personLabel, unitRef } from "./labels.ts";
import { openAkt, type OpenedAkt } from "./open-akt.ts";

type Line = AnswerOf<typeof accesses>["lines"][number];

export const accessesHandler = handle(accesses, async (ctx, { params }) => {
  const akt = uuidOf(params.akt);
  return inTenant(ctx.app.store.pools.app, ctx.tenant, async (tx) => {
    const opened = await openAkt(tx, ctx, accesses, akt);
    if ("problem" in opened) return fail(opened.problem);
    const { person } = opened.facts;
    const [{ groups, cut }, briefs, performed] = await Promise.all([
      readAccesses(tx, akt, mostAccessRows),
      findBriefs(tx, [person]),
      readPerformed(tx, [akt]),
    ]);
    const brief = briefs.get(person);
    if (brief === undefined) throw new Error("The child of the akt has no label");
    // Who has checked is part of what is checked.
    logView(tx, accessEntry(ctx, accesses, { akt, persons: [person] }), ctx.now);
    return ok({
      today: ctx.today,
      child: personLabel(ctx, brief),
      law: accessLaw,
      cut,
      lines: groups.map((group) => lineOf(ctx, opened, performed, group)),
    });
  });
});

function lineOf(
  ctx: RequestContext,
  { facts }: OpenedAkt,
  performed: readonly PerformedDays[],
  group: AccessGroup,
): Line {
  const { staff, day, kind, actions, times, first, last } = group;
  const member = ctx.organisation.state.staff.find((each) => each.staff === staff);
  const manages = member?.role === "unit-manager" ? member.unit : undefined;
  const hadTask = performed.some((each) => performsOnDay(each, group));
  const relation = relationToAkt(staff, manages, facts.matters.values(), hadTask);
  return {
    staff,
    name: member?.name ?? "",
    unit: unitRef(ctx, member?.unit)?.name ?? null,
    relation,
    day,
    kind,
    did: wordsOfKind(kind),
    what: [...wordsOfActions(actions)],
    times,
    first: timeOf(first),
    last: timeOf(last),
    hints: [...hintsOf(group, relation)],
  };
}

function timeOf(at: Instant): string {
  return stockholmLocal(at).slice("YYYY-MM-DDT".length);
}
